import type { PersonId, SchoolId } from '../kernel';

/** Every role a person can have. */
export const roles = ['administrator', 'coordinator', 'teacher', 'mentor', 'mentee', 'viewer'] as const;

/** What somebody is in the programme; one person may be several things. */
export type Role = (typeof roles)[number];

/** Who is asking, as the session knows them. */
export interface Actor {
  readonly personId: PersonId;
  readonly roles: ReadonlySet<Role>;
  readonly schoolId: SchoolId;
  /** Schools in a partnership with the actor's own that has not ended. */
  readonly partnerSchoolIds: ReadonlySet<SchoolId>;
  /** Whom the actor guides or is guided by in a pairing that runs now. */
  readonly pairedPersonIds: ReadonlySet<PersonId>;
}

/** Administrators and viewers see every school. */
export const seesEverything = (actor: Actor): boolean => actor.roles.has('administrator') || actor.roles.has('viewer');

/** Does the actor coordinate this school? */
export const isCoordinatorOf = (actor: Actor, schoolId: SchoolId): boolean =>
  actor.roles.has('coordinator') && actor.schoolId === schoolId;
