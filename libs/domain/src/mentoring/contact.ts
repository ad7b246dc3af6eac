import { epochDayOf, type Temporal } from '../time';

/** After so many days without contact a pairing is on the radar (workflows: "no contact 21 days"). */
export const silenceDays = 21;

/** Days since the last contact, or since the beginning where there was none; never negative. */
export const waitingDays = (since: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  Math.max(0, epochDayOf(today) - epochDayOf(since));

/** Has nothing happened between the two for 21 days or more? */
export const isSilent = (since: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  waitingDays(since, today) >= silenceDays;
