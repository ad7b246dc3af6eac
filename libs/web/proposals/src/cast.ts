import type { LessonCard } from '@qinglan/contracts';
import type { LessonKind } from '@qinglan/domain';

/** Who teaches whom, where: the part of the form that a series and a single lesson have in common. */
export interface Cast {
  readonly partnerId: string | null;
  /** Does the own school present? Else the partner does. */
  readonly ownPresents: boolean;
  readonly kind: LessonKind;
  readonly subject: string;
  readonly presenterId: string | null;
  readonly localTeacherId: string | null;
  readonly presentingClassId: string | null;
  readonly receivingClassId: string | null;
  readonly presentingClassroomId: string | null;
  readonly receivingClassroomId: string | null;
}

/** What is missing or wrong, by the name of the field. */
export type Faults = Readonly<Record<string, string | undefined>>;

export const emptyCast: Cast = {
  partnerId: null,
  ownPresents: true,
  kind: 'synchronous',
  subject: '',
  presenterId: null,
  localTeacherId: null,
  presentingClassId: null,
  receivingClassId: null,
  presentingClassroomId: null,
  receivingClassroomId: null,
};

/** Teacher training is a meeting: no class of pupils takes part. */
export const mayHaveClass = (kind: LessonKind): boolean => kind !== 'training';

/** With a class on either side both bells are asked; without one, only the people's time. */
export const hasClass = (cast: Cast): boolean => cast.presentingClassId !== null || cast.receivingClassId !== null;

const needed = ['partnerId', 'presenterId', 'localTeacherId', 'presentingClassroomId', 'receivingClassroomId'] as const;

/** Fields of the cast that still have to be filled in. */
export const missingInCast = (cast: Cast): readonly string[] => [
  ...needed.filter((field) => cast[field] === null),
  ...(cast.subject.trim() === '' ? ['subject'] : []),
  // A synchronous lesson is taught to a class; the other kinds may be for teachers alone.
  ...(cast.kind === 'synchronous' && cast.receivingClassId === null ? ['receivingClassId'] : []),
];

/** The schools of the two ends. */
export interface EndIds {
  readonly presentingSchoolId: string;
  readonly receivingSchoolId: string;
}

export function endIdsOf(cast: Cast, ownSchoolId: string | null): EndIds | null {
  if (!ownSchoolId || !cast.partnerId) return null;
  return cast.ownPresents
    ? { presentingSchoolId: ownSchoolId, receivingSchoolId: cast.partnerId }
    : { presentingSchoolId: cast.partnerId, receivingSchoolId: ownSchoolId };
}

/** The other school presents from now on: each person, class and room stays with its school. */
export const turned = (cast: Cast): Partial<Cast> => ({
  ownPresents: !cast.ownPresents,
  presenterId: cast.localTeacherId,
  localTeacherId: cast.presenterId,
  presentingClassId: cast.receivingClassId,
  receivingClassId: cast.presentingClassId,
  presentingClassroomId: cast.receivingClassroomId,
  receivingClassroomId: cast.presentingClassroomId,
});

/** Another partner: what belonged to the former one goes. */
export const withPartner = (cast: Cast, partnerId: string | null): Partial<Cast> =>
  cast.ownPresents
    ? { partnerId, localTeacherId: null, receivingClassId: null, receivingClassroomId: null }
    : { partnerId, presenterId: null, presentingClassId: null, presentingClassroomId: null };

interface CastBody extends EndIds {
  readonly kind: LessonKind;
  readonly subject: string;
  readonly presenterId: string;
  readonly localTeacherId: string;
  readonly presentingClassId: string | null;
  readonly receivingClassId: string | null;
  readonly presentingClassroomId: string;
  readonly receivingClassroomId: string;
}

/** The cast as the contract wants it; null while something is missing. */
export function castBody(cast: Cast, ownSchoolId: string | null): CastBody | null {
  const ends = endIdsOf(cast, ownSchoolId);
  if (!ends || missingInCast(cast).length > 0) return null;
  return {
    ...ends,
    kind: cast.kind,
    subject: cast.subject.trim(),
    presenterId: cast.presenterId ?? '',
    localTeacherId: cast.localTeacherId ?? '',
    presentingClassId: cast.presentingClassId,
    receivingClassId: cast.receivingClassId,
    presentingClassroomId: cast.presentingClassroomId ?? '',
    receivingClassroomId: cast.receivingClassroomId ?? '',
  };
}

/** What a cast is read from in a lesson as lists show it. */
export type CastOfLesson = Pick<
  LessonCard,
  | 'presentingSchool'
  | 'receivingSchool'
  | 'kind'
  | 'subject'
  | 'presenter'
  | 'localTeacher'
  | 'presentingClass'
  | 'receivingClass'
  | 'presentingClassroom'
  | 'receivingClassroom'
>;

/** The cast of a lesson as lists show it, seen from the own school. */
export const castOfLesson = (lesson: CastOfLesson, ownSchoolId: string | null): Cast =>
  castOf(
    {
      presentingSchoolId: lesson.presentingSchool.id,
      receivingSchoolId: lesson.receivingSchool.id,
      kind: lesson.kind,
      subject: lesson.subject,
      presenterId: lesson.presenter.id,
      localTeacherId: lesson.localTeacher.id,
      presentingClassId: lesson.presentingClass?.id ?? null,
      receivingClassId: lesson.receivingClass?.id ?? null,
      presentingClassroomId: lesson.presentingClassroom.id,
      receivingClassroomId: lesson.receivingClassroom.id,
    },
    ownSchoolId,
  );

/** The cast of something saved, seen from the own school. */
export function castOf(saved: CastBody, ownSchoolId: string | null): Cast {
  const ownPresents = saved.presentingSchoolId === ownSchoolId;
  return {
    partnerId: ownPresents ? saved.receivingSchoolId : saved.presentingSchoolId,
    ownPresents,
    kind: saved.kind,
    subject: saved.subject,
    presenterId: saved.presenterId,
    localTeacherId: saved.localTeacherId,
    presentingClassId: saved.presentingClassId,
    receivingClassId: saved.receivingClassId,
    presentingClassroomId: saved.presentingClassroomId,
    receivingClassroomId: saved.receivingClassroomId,
  };
}
