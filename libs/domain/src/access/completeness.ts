import { isCoordinatorOf, seesEverything, type Actor } from './actor';
import { allowed, forbidden, hidden, type Decision } from './decision';
import type { SchoolId } from '../kernel';

/** Completeness is seen by administrators and viewers, of every school, and by coordinators, of their own. */
export const mayReadCompleteness = (actor: Actor): Decision =>
  seesEverything(actor) || actor.roles.has('coordinator') ? allowed : forbidden('needs to coordinate a school');

/** What one school lacks is seen by its coordinator, and by who sees everything. */
export function mayReadCompletenessOf(actor: Actor, schoolId: SchoolId): Decision {
  if (seesEverything(actor) || isCoordinatorOf(actor, schoolId)) return allowed;
  return actor.roles.has('coordinator') ? hidden('not their school') : forbidden('needs to coordinate a school');
}
