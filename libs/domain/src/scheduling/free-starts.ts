import { before, beijingMinute, beijingWall, dayMinutes, endOfDay, minuteOf, Temporal, type Minute } from '../time';
import type { Hold } from './clashes';
import { busyGrid, commonFreeStarts, startsOf, type DayMinutes } from './free-time';
import type { PlacedWindow } from './lesson';

/** Where a meeting could lie on a day instead. */
export interface FreeQuestion {
  readonly day: Temporal.PlainDate;
  readonly minutes: number;
  /** The start that was asked for: nearer ones are better. */
  readonly near: Minute;
  /** Of everybody and everything that has to be there. */
  readonly holds: readonly Hold[];
  readonly now: Temporal.Instant;
}

/** How many other starts are proposed. */
export const proposedStarts = 6;

/** Nobody is asked to meet before seven in the morning or after eleven at night. */
const waking = { from: minuteOf('07:00'), to: minuteOf('23:00') };
/** People meet on quarter hours, or at once when what is in the way ends. */
const mark = 15;

function onDay({ slot }: Hold, day: Temporal.PlainDate): readonly DayMinutes[] {
  const opens = beijingMinute(day, 0);
  if (!before(slot.startsAt, endOfDay(day)) || !before(opens, slot.endsAt)) return [];
  const startsAt = before(slot.startsAt, opens) ? 0 : beijingWall(slot.startsAt).minute;
  const endsAt = before(slot.endsAt, endOfDay(day)) ? beijingWall(slot.endsAt).minute : dayMinutes;
  return [{ dayIndex: 0, startsAt, endsAt }];
}

const isWaking = (startsAt: Minute, minutes: number): boolean =>
  startsAt >= waking.from && startsAt + minutes <= waking.to;

const meeting = (startsAt: Minute, minutes: number): PlacedWindow => ({
  startsAt,
  endsAt: startsAt + minutes,
  presentingPeriod: null,
  receivingPeriod: null,
  presentingShift: 0,
  receivingShift: 0,
});

/** The starts nearest to the one asked for that are free for everybody, in the order of the day. */
export function freeStartsOn({ day, minutes, near, holds, now }: FreeQuestion): readonly PlacedWindow[] {
  const busy = holds.flatMap((hold) => onDay(hold, day));
  const ends = new Set(busy.map(({ endsAt }) => endsAt));
  const distance = (startsAt: Minute) => Math.abs(startsAt - near);
  return startsOf(commonFreeStarts([busyGrid(1, busy)], minutes))
    .map(({ startsAt }) => startsAt)
    .filter((startsAt) => startsAt % mark === 0 || ends.has(startsAt))
    .filter((startsAt) => isWaking(startsAt, minutes) && before(now, beijingMinute(day, startsAt)))
    .sort((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, proposedStarts)
    .sort((a, b) => a - b)
    .map((startsAt) => meeting(startsAt, minutes));
}
