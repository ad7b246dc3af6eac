import type { OrganisationId, PersonId } from '../kernel';
import { isCoordinatorOf, type Actor } from './actor';
import { allOf, allowed, forbidden, hidden, type Decision } from './decision';

/** What a policy needs to know of a programme item: who receives it. Items themselves are read by everybody signed in. */
export interface ItemSubject {
  readonly hostId: OrganisationId | null;
}

/** Whose enrolment it is, and of which school this person is. */
export interface EnrolmentSubject {
  readonly personId: PersonId;
  readonly schoolId: OrganisationId;
}

const isAdministrator = (actor: Actor): boolean => actor.roles.has('administrator');

/** Items, sittings and certificates are written by administrators. */
export const mayKeepItems = (actor: Actor): Decision =>
  isAdministrator(actor) ? allowed : forbidden('needs to be an administrator');

/** The coordinator of the school that receives an item stands at its door, and sees its whole list. */
const isHost = (actor: Actor, { hostId }: ItemSubject): boolean => hostId !== null && isCoordinatorOf(actor, hostId);

/** Whose people somebody sees on the list of an item: all, those of the own school, or oneself alone. */
export function listReach(actor: Actor, item: ItemSubject): 'all' | 'school' | 'self' {
  if (isAdministrator(actor) || isHost(actor, item)) return 'all';
  return actor.roles.has('coordinator') ? 'school' : 'self';
}

/** That somebody is on a list is known to administrators, the host's and the own coordinator, and to oneself. */
export function maySeeEnrolment(actor: Actor, item: ItemSubject, whose: EnrolmentSubject): Decision {
  const reach = listReach(actor, item);
  const sees = reach === 'all' || (reach === 'school' && actor.schoolId === whose.schoolId);
  return sees || whose.personId === actor.personId ? allowed : hidden('not on a list that they see');
}

/** People enrol and withdraw themselves; administrators anybody, coordinators their own school's people. */
export function mayEnrol(actor: Actor, item: ItemSubject, whose: EnrolmentSubject): Decision {
  const keeps = isAdministrator(actor) || isCoordinatorOf(actor, whose.schoolId);
  const may = keeps || whose.personId === actor.personId;
  return allOf(maySeeEnrolment(actor, item, whose), may ? allowed : forbidden('neither oneself nor of the own school'));
}

/** Nobody notes the own attendance: administrators do, the host's coordinator, and coordinators for their own people. */
export function mayTakeAttendance(actor: Actor, item: ItemSubject, whose: EnrolmentSubject): Decision {
  const may = isAdministrator(actor) || isHost(actor, item) || isCoordinatorOf(actor, whose.schoolId);
  return allOf(maySeeEnrolment(actor, item, whose), may ? allowed : forbidden('does not keep this list'));
}

/** A certificate is printed by whom it names, by the own coordinator, and by administrators. */
export function maySeeCertificate(actor: Actor, whose: EnrolmentSubject): Decision {
  const may = isAdministrator(actor) || isCoordinatorOf(actor, whose.schoolId) || whose.personId === actor.personId;
  return may ? allowed : hidden('not their certificate');
}
