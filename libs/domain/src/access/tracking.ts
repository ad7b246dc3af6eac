import { seesEverything, type Actor } from './actor';
import { allowed, forbidden, type Decision } from './decision';

/**
 * The tracking board is for those who look after pairings of others: administrators and viewers see all, coordinators
 * those of their school, who leads a studio those of that studio.
 */
export const mayTrack = (actor: Actor, leadsStudio: boolean): Decision =>
  leadsStudio || seesEverything(actor) || actor.roles.has('coordinator')
    ? allowed
    : forbidden('needs to lead a studio or to coordinate');
