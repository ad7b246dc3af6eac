import type { PersonId } from '../kernel';
import type { ObligationKind } from './obligation';

/** The two of a pairing. */
export interface TheTwo {
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
}

/** Who taught a lesson at which end, as it was held. */
export interface TaughtLesson {
  readonly presenterId: PersonId;
  readonly localTeacherId: PersonId;
}

/**
 * What a lesson with a confirmed record pays by itself: whoever stood in the listening classroom heard whoever presented.
 * Null where the two were not both in it.
 */
export function heardIn(lesson: TaughtLesson, { mentorId, menteeId }: TheTwo): ObligationKind | null {
  const { presenterId, localTeacherId } = lesson;
  if (presenterId === menteeId && localTeacherId === mentorId) return 'mentor-hears';
  return presenterId === mentorId && localTeacherId === menteeId ? 'mentee-hears' : null;
}
