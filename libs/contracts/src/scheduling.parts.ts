import type { ClassId, ClassroomId, OrganisationId, PersonId } from '@qinglan/domain';
import { id } from './kernel/primitives';

/** The two schools of a lesson by the part they play. */
export const twoSchools = { presentingSchoolId: id<OrganisationId>(), receivingSchoolId: id<OrganisationId>() };

/** Who and what takes part in a lesson, at both ends; a meeting of people has no classes. */
export const cast = {
  ...twoSchools,
  presenterId: id<PersonId>(),
  presentingClassId: id<ClassId>().nullable(),
  presentingClassroomId: id<ClassroomId>(),
  localTeacherId: id<PersonId>(),
  receivingClassId: id<ClassId>().nullable(),
  receivingClassroomId: id<ClassroomId>(),
};

/** Lessons are proposed, moved and called off by teachers and coordinators; policies narrow it. */
export const proposer = { roles: ['teacher', 'coordinator'] } as const;
