import type { readLesson, ReplyOf } from '@qinglan/contracts';
import type { ClassroomId } from '@qinglan/domain';

type Lesson = ReplyOf<typeof readLesson>;

/** A classroom, or somebody who only watches. */
export type SeatName = ClassroomId | 'observer';

/**
 * The seat that needs no question: the one the address names, the teacher's own classroom, or the observer's. Who only
 * coordinates is asked, because sitting down as a classroom writes into the record.
 */
export function plainSeat(lesson: Lesson, personId: string | null, wanted: string | null): SeatName | null {
  const { mayEnterAs, mayObserve } = lesson;
  const named = mayEnterAs.find(({ classroomId }) => classroomId === wanted);
  if (named) return named.classroomId;
  if (mayObserve && (wanted === 'observer' || mayEnterAs.length === 0)) return 'observer';
  const teaches = lesson.presenter.id === personId || lesson.localTeacher.id === personId;
  return teaches && mayEnterAs.length === 1 ? (mayEnterAs[0]?.classroomId ?? null) : null;
}
