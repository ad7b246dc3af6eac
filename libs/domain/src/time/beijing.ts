import { Temporal } from 'temporal-polyfill';
import { dayOfEpoch, epochDayOf } from './day';
import { dayMinutes, type Minute } from './minute';
import type { Slot } from './slot';

/** The only zone wall times are ever read in, whatever the device says. */
export const beijingZone = 'Asia/Shanghai';

// China has kept one offset since September 1991 and the register begins in 2005, so integers answer what the
// zone database would; a test compares the two.
const offsetMinutes = 480;
const millisecondsPerMinute = 60_000;

/** The instant of a minute of a Beijing day. */
export const beijingMinute = (day: Temporal.PlainDate, minute: Minute): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(
    (epochDayOf(day) * dayMinutes + minute - offsetMinutes) * millisecondsPerMinute,
  );

/** The instant of a wall time of a Beijing day. */
export const beijing = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime): Temporal.Instant =>
  beijingMinute(day, plainTime.hour * 60 + plainTime.minute).add({ seconds: plainTime.second });

/** The slot between two minutes of a Beijing day. */
export const beijingSlot = (day: Temporal.PlainDate, startsAt: Minute, endsAt: Minute): Slot => ({
  startsAt: beijingMinute(day, startsAt),
  endsAt: beijingMinute(day, endsAt),
});

/** Where a Beijing clock and calendar stand. */
export interface BeijingWall {
  readonly day: Temporal.PlainDate;
  readonly minute: Minute;
}

/** The Beijing day and minute of an instant; seconds are dropped. */
export function beijingWall(at: Temporal.Instant): BeijingWall {
  const minutes = Math.floor(at.epochMilliseconds / millisecondsPerMinute) + offsetMinutes;
  const epochDay = Math.floor(minutes / dayMinutes);
  return { day: dayOfEpoch(epochDay), minute: minutes - epochDay * dayMinutes };
}

/** The Beijing day of an instant. */
export const beijingDayOf = (at: Temporal.Instant): Temporal.PlainDate => beijingWall(at).day;

/** The end of a Beijing day: 24:00. */
export const endOfDay = (day: Temporal.PlainDate): Temporal.Instant => beijingMinute(day, dayMinutes);
