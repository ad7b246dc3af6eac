import type { LessonId } from '../../kernel';
import { overlaps, type Slot } from '../../time';
import type { ObservationDirection } from './states';

/** Something heard as it is compared: the lesson of the timetable if it is one, and its span where one is known. */
export interface HeardSpan {
  readonly lessonId: LessonId | null;
  readonly direction: ObservationDirection;
  /** A Beijing day, `2026-09-16`. */
  readonly onDay: string;
  readonly slot: Slot | null;
}

/**
 * Could two things that the same two wrote down be one lesson, written down twice? Two lessons of the timetable are two.
 * What has a span each is one where they overlap; of what has none, the same way on the same day has to do. Nothing is
 * refused for it: it is said, and the two know.
 */
export function mayBeOneLesson(one: HeardSpan, other: HeardSpan): boolean {
  if (one.lessonId !== null && other.lessonId !== null) return false;
  if (one.slot !== null && other.slot !== null) return overlaps(one.slot, other.slot);
  return one.onDay === other.onDay && one.direction === other.direction;
}
