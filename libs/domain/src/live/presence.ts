import type { ClassroomId } from '../kernel';
import { before, type Temporal } from '../time';

/** A sign of life of one tab or tablet of a classroom. */
export interface Beat {
  readonly classroomId: ClassroomId;
  readonly seenAt: Temporal.Instant;
}

/** Clients beat this often; hidden tabs are throttled to once a minute. */
export const beatSeconds = 25;

/** A classroom not heard of for this long is gone. */
export const silenceSeconds = 75;

/** One classroom is one presence, however many tabs and tablets it opened. */
export function connectedClassrooms(beats: readonly Beat[], now: Temporal.Instant): ReadonlySet<ClassroomId> {
  const silentSince = now.subtract({ seconds: silenceSeconds });
  return new Set(beats.filter((beat) => before(silentSince, beat.seenAt)).map((beat) => beat.classroomId));
}
