import type { LessonId, LessonState, LessonSubject, PersonId, ProposalId, SeriesId, Slot } from '@qinglan/domain';
import type { Cast } from './cast';

/** A lesson as rules and policies look at it. */
export interface LessonFacts extends Cast, Slot {
  readonly lessonId: LessonId;
  readonly proposalId: ProposalId;
  readonly seriesId: SeriesId | null;
  readonly week: number | null;
  readonly subject: string;
  readonly state: LessonState;
  readonly version: number;
  readonly presenterActualId: PersonId | null;
  readonly localTeacherActualId: PersonId | null;
}

/** Whose lesson it is, and who teaches in it. */
export type TaughtLesson = Pick<
  LessonFacts,
  | 'presentingSchoolId'
  | 'receivingSchoolId'
  | 'presenterId'
  | 'presenterActualId'
  | 'localTeacherId'
  | 'localTeacherActualId'
>;

const known = (...ids: readonly (PersonId | null)[]): readonly PersonId[] => ids.filter((id) => id !== null);

/** Whoever stands in for a teacher has the teacher's rights in this lesson. */
export const lessonSubject = (lesson: TaughtLesson): LessonSubject => ({
  presentingSchoolId: lesson.presentingSchoolId,
  receivingSchoolId: lesson.receivingSchoolId,
  presenterIds: known(lesson.presenterId, lesson.presenterActualId),
  localTeacherIds: known(lesson.localTeacherId, lesson.localTeacherActualId),
});

/** The slot of a lesson. */
export const slotOf = ({ startsAt, endsAt }: LessonFacts): Slot => ({ startsAt, endsAt });
