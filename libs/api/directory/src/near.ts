import {
  type Actor,
  allOf,
  type Decision,
  mayEditRegister,
  type RegisterKind,
  type Role,
  type SchoolId,
  seesEverything,
} from '@qinglan/domain';
import { type Narrowing, where } from './page';

/** Entries of the own school and its partners, in SQL; administrators and viewers see every school's. */
export const nearTo = (actor: Actor, column: string): Narrowing | null =>
  where(
    'near',
    seesEverything(actor) ? null : [actor.schoolId, ...actor.partnerSchoolIds],
    (ids) => `${column} = ANY(${ids}::uuid[])`,
  );

interface Kept {
  readonly kind: RegisterKind;
  /** The school it belongs to before and after the change; undefined where there is no before. */
  readonly schools: readonly (SchoolId | null | undefined)[];
  readonly roles?: readonly Role[];
}

/** An entry that moves from one school to another is edited in both. */
export function mayKeep(actor: Actor, { kind, schools, roles }: Kept): Decision {
  const known = schools.filter((schoolId) => schoolId !== undefined);
  return allOf(...known.map((schoolId) => mayEditRegister(actor, { kind, schoolId, ...(roles && { roles }) })));
}
