import { Temporal } from 'temporal-polyfill';

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Monday to Sunday, in order. */
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

// Days from civil and back by integers: the placing of a year of lessons asks for these a hundred thousand times,
// and the polyfill's calendar arithmetic costs microseconds a call.

/** Days since 1 January 1970. */
export function epochDayOf(day: Temporal.PlainDate): number {
  const { month } = day;
  const year = month <= 2 ? day.year - 1 : day.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that many days after 1 January 1970. */
export function dayOfEpoch(epochDay: number): Temporal.PlainDate {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return new Temporal.PlainDate(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** The weekday of a day counted from 1 January 1970, which was a Thursday. */
export const weekdayOfEpoch = (epochDay: number): Weekday => (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;

/** The weekday of a day. */
export const weekdayOf = (day: Temporal.PlainDate): Weekday => weekdayOfEpoch(epochDayOf(day));

/** The day a number of days later, or earlier when negative. */
export const addDays = (day: Temporal.PlainDate, days: number): Temporal.PlainDate =>
  dayOfEpoch(epochDayOf(day) + days);

/** The Monday of the week a day lies in. */
export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => addDays(day, 1 - weekdayOf(day));
