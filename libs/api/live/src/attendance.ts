import type { LessonFacts } from '@qinglan/api-scheduling';
import { type ClassroomId, joinIntervals, type Slot, type Temporal } from '@qinglan/domain';
import type { KeptInterval } from './presence.store';

/** One classroom's intervals, joined over the grace; an open one lasts until now. */
export function intervalsOf(
  kept: readonly KeptInterval[],
  classroomId: ClassroomId,
  now: Temporal.Instant,
): readonly Slot[] {
  const own = kept.filter((interval) => interval.classroomId === classroomId);
  return joinIntervals(own.map(({ openedAt, closedAt }) => ({ startsAt: openedAt, endsAt: closedAt ?? now })));
}

/** Who was there when, by end, as the rules of a lesson's course ask for it. */
export function attendance(lesson: LessonFacts, kept: readonly KeptInterval[], now: Temporal.Instant) {
  return {
    presenting: intervalsOf(kept, lesson.presentingClassroomId, now),
    receiving: [intervalsOf(kept, lesson.receivingClassroomId, now)],
  };
}
