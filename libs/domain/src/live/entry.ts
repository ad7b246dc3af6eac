import type { LessonState } from '../scheduling';
import type { Slot, Temporal } from '../time';
import { isDoorOpen } from './course';
import { graceSeconds } from './intervals';

const roomStates: ReadonlySet<LessonState> = new Set(['confirmed', 'live', 'ended']);

/** A room is entered for a lesson that is agreed, under way or just over, while its door is open. */
export const isRoomOpen = (state: LessonState, slot: Slot, now: Temporal.Instant): boolean =>
  roomStates.has(state) && isDoorOpen(slot, now);

/** The last interval of a classroom as it is stored; an open one may be left over from a server that crashed. */
export interface LastInterval {
  readonly lastSeenAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
}

/** Whether a classroom that shows itself was there all along, returns into its interval, or begins a new one. */
export type Arrival = 'continues' | 'rejoins' | 'begins';

/** A return within the grace joins the interval, whether a drop, a silence or a crash of the server came between. */
export function decideArrival(last: LastInterval | null, now: Temporal.Instant): Arrival {
  if (!last) return 'begins';
  const knownUntil = last.closedAt ?? last.lastSeenAt;
  const away = now.epochMilliseconds - knownUntil.epochMilliseconds;
  if (away > graceSeconds * 1000) return 'begins';
  return last.closedAt ? 'rejoins' : 'continues';
}
