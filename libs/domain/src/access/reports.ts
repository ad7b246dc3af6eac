import type { PersonId, SchoolId } from '../kernel';
import { type Actor, seesEverything } from './actor';
import { allowed, forbidden, type Decision, hidden } from './decision';

/** Totals of the programme are read by administrators, viewers and coordinators. */
export const mayReadFigures = (actor: Actor): Decision =>
  seesEverything(actor) || actor.roles.has('coordinator')
    ? allowed
    : forbidden('needs to be administrator, viewer or coordinator');

/** Whose rows somebody may open: every school's, or the own school's alone. */
export type RowScope = { readonly kind: 'all' } | { readonly kind: 'school'; readonly schoolId: SchoolId };

/** Administrators and viewers open every row, a coordinator those of the own school. */
export const rowScopeOf = (actor: Actor): RowScope =>
  seesEverything(actor) ? { kind: 'all' } : { kind: 'school', schoolId: actor.schoolId };

/** A row is open to whoever sees everything, and to the coordinator of a school that it belongs to. */
export function mayOpenRow(actor: Actor, schoolIds: readonly SchoolId[]): Decision {
  if (seesEverything(actor)) return allowed;
  const isOwn = actor.roles.has('coordinator') && schoolIds.includes(actor.schoolId);
  return isOwn ? allowed : hidden('a row of another school');
}

/**
 * A file of rows is open to whoever asked for it, and to nobody else; where it holds more than the own school's rows, as
 * long as the rights that it was asked with are still there. `schoolId` is null where it holds every school's.
 */
export function mayOpenRowExport(
  actor: Actor,
  file: { readonly askedBy: PersonId; readonly schoolId: SchoolId | null },
): Decision {
  const reading = mayReadFigures(actor);
  if (reading.kind !== 'allowed') return reading;
  const isInScope = seesEverything(actor) || file.schoolId === actor.schoolId;
  return file.askedBy === actor.personId && isInScope ? allowed : hidden('asked for by somebody else');
}

/** What is counted, and how, is written by administrators alone. */
export const mayDefineIndicators = (actor: Actor): Decision =>
  actor.roles.has('administrator') ? allowed : forbidden('needs to be an administrator');

/** Facts that a source states, and honours of mentees, are entered by administrators. */
export const mayEnterFacts = (actor: Actor): Decision =>
  actor.roles.has('administrator') ? allowed : forbidden('needs to be an administrator');

/** Honours are entered of mentees alone: by administrators, and by the coordinator of the mentee's school. */
export function mayHonourMentee(
  actor: Actor,
  person: { readonly schoolId: SchoolId; readonly isMentee: boolean },
): Decision {
  const isOwn = actor.roles.has('coordinator') && actor.schoolId === person.schoolId;
  if (!actor.roles.has('administrator') && !isOwn)
    return actor.roles.has('coordinator') ? hidden('not of their school') : forbidden('needs to coordinate');
  return person.isMentee ? allowed : hidden('not a mentee');
}
