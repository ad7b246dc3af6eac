import {
  asId,
  type ClassId,
  type ClassroomId,
  type LessonSubject,
  type PartyId,
  type PartyInLesson,
  type PartyRole,
  type PersonId,
  type SchoolId,
} from '@qinglan/domain';
import type { PartyView } from '@qinglan/api-directory';
import { Refused } from '@qinglan/api-platform';
import type { Parties } from './holds';

/** The two schools of a lesson or a series, and everybody and every room that takes part. */
export interface Cast {
  readonly presentingSchoolId: SchoolId;
  readonly receivingSchoolId: SchoolId;
  readonly presenterId: PersonId;
  readonly presentingClassId: ClassId | null;
  readonly presentingClassroomId: ClassroomId;
  readonly localTeacherId: PersonId;
  readonly receivingClassId: ClassId | null;
  readonly receivingClassroomId: ClassroomId;
}

type Field = Exclude<keyof Cast, 'presentingSchoolId' | 'receivingSchoolId'>;

interface Part {
  readonly role: PartyRole;
  readonly field: Field;
  readonly kind: PartyView['kind'];
  readonly school: 'presentingSchoolId' | 'receivingSchoolId';
}

const parts: readonly Part[] = [
  { role: 'presenter', field: 'presenterId', kind: 'person', school: 'presentingSchoolId' },
  { role: 'local-teacher', field: 'localTeacherId', kind: 'person', school: 'receivingSchoolId' },
  { role: 'presenting-class', field: 'presentingClassId', kind: 'class', school: 'presentingSchoolId' },
  { role: 'receiving-class', field: 'receivingClassId', kind: 'class', school: 'receivingSchoolId' },
  { role: 'presenting-classroom', field: 'presentingClassroomId', kind: 'classroom', school: 'presentingSchoolId' },
  { role: 'receiving-classroom', field: 'receivingClassroomId', kind: 'classroom', school: 'receivingSchoolId' },
];

/** Everybody and every room with their part; a meeting has no classes. */
export const partiesOf = (cast: Cast): readonly PartyInLesson[] =>
  parts.flatMap(({ role, field }) => {
    const id = cast[field];
    return id === null ? [] : [{ role, partyId: asId<PartyId>(id) }];
  });

/** What the policies look at. */
export const subjectOf = (cast: Cast): LessonSubject => ({
  presentingSchoolId: cast.presentingSchoolId,
  receivingSchoolId: cast.receivingSchoolId,
  presenterIds: [cast.presenterId],
  localTeacherIds: [cast.localTeacherId],
});

/** The cast alone, out of whatever holds more. */
export const castOf = (from: Cast): Cast => ({
  presentingSchoolId: from.presentingSchoolId,
  receivingSchoolId: from.receivingSchoolId,
  presenterId: from.presenterId,
  presentingClassId: from.presentingClassId,
  presentingClassroomId: from.presentingClassroomId,
  localTeacherId: from.localTeacherId,
  receivingClassId: from.receivingClassId,
  receivingClassroomId: from.receivingClassroomId,
});

/** The school of the two that is not this one. */
export const otherSchool = (cast: Cast, schoolId: SchoolId): SchoolId =>
  cast.presentingSchoolId === schoolId ? cast.receivingSchoolId : cast.presentingSchoolId;

/** A teacher, class or room stands at the end of its own school; whatever does not is named by its field. */
export function requireOwnParties(cast: Cast, known: Parties, at = '#'): void {
  const strangers = parts.filter(({ field, kind, school }) => {
    const id = cast[field];
    if (id === null) return false;
    const party = known.get(id);
    return party?.kind !== kind || party.organisationId !== cast[school];
  });
  if (strangers.length === 0) return;
  const errors = strangers.map(({ field, role }) => ({ pointer: `${at}/${field}`, detail: role }));
  throw new Refused('party-foreign', { errors });
}
