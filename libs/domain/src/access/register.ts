import type { SchoolId } from '../kernel';
import { isCoordinatorOf, seesEverything, type Actor, type Role } from './actor';
import { allOf, allowed, forbidden, hidden, type Decision } from './decision';

/** Every kind of thing the register holds that somebody can edit. */
export const registerKinds = [
  'organisation',
  'classroom',
  'class',
  'person',
  'partnership',
  'bell-schedule',
  'term',
  'calendar-day',
] as const;

/** A kind of thing in the register. */
export type RegisterKind = (typeof registerKinds)[number];

/** What is edited, and whose it is; null belongs to a side, to the nation or to nobody. */
export interface RegisterThing {
  readonly kind: RegisterKind;
  readonly schoolId: SchoolId | null;
  /** For a person: every role they have before or after the change. */
  readonly roles?: readonly Role[];
}

const keptByCoordinators: ReadonlySet<RegisterKind> = new Set(['classroom', 'class', 'person', 'calendar-day']);
const grantedByAdministrators: ReadonlySet<Role> = new Set(['administrator', 'viewer']);

/** A school's own entries are seen by it and its partners; what belongs to no school is seen by all. */
export function maySeeRegister(actor: Actor, schoolId: SchoolId | null): Decision {
  const isNear = schoolId === null || actor.schoolId === schoolId || actor.partnerSchoolIds.has(schoolId);
  return isNear || seesEverything(actor) ? allowed : hidden('neither the own school nor a partner');
}

function keepsOwn(actor: Actor, thing: RegisterThing): Decision {
  if (thing.schoolId === null || !isCoordinatorOf(actor, thing.schoolId))
    return forbidden('needs to coordinate that school');
  if (!keptByCoordinators.has(thing.kind)) return forbidden('only administrators edit this');
  const raises = (thing.roles ?? []).some((role) => grantedByAdministrators.has(role));
  return raises ? forbidden('only administrators name administrators and viewers') : allowed;
}

/** Administrators edit everything; a coordinator the own school's rooms, classes, people and exceptions. */
export function mayEditRegister(actor: Actor, thing: RegisterThing): Decision {
  if (actor.roles.has('administrator')) return allowed;
  return allOf(maySeeRegister(actor, thing.schoolId), keepsOwn(actor, thing));
}

/** An import touches every school, so administrators alone run it. */
export const mayImportRegister = (actor: Actor): Decision =>
  actor.roles.has('administrator') ? allowed : forbidden('needs to be an administrator');

/** Accounts and passwords are given out by administrators alone. */
export const mayManageAccounts = (actor: Actor): Decision =>
  actor.roles.has('administrator') ? allowed : forbidden('needs to be an administrator');
