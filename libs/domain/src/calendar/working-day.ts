import { beijingDayOf, dayOfEpoch, endOfDay, epochDayOf, weekdayOfEpoch, type Temporal } from '../time';
import type { SchoolCalendar } from './school-day';

function isWorking(calendar: SchoolCalendar, epochDay: number): boolean {
  const exception = calendar.exceptions.get(epochDay);
  if (!exception) return weekdayOfEpoch(epochDay) <= 5;
  return exception.kind === 'make-up' || exception.kind === 'exam';
}

/** Does the school's office work that day? Make-up days and exam days count; the term does not matter. */
export const isWorkingDay = (calendar: SchoolCalendar, day: Temporal.PlainDate): boolean =>
  isWorking(calendar, epochDayOf(day));

/** A year of days off is a fault in the calendar, not a deadline. */
const longestWait = 366;

/** The end (24:00 Beijing time) of the n-th working day after the day asked from, which itself does not count. */
export function workingDeadline(calendar: SchoolCalendar, from: Temporal.Instant, days: number): Temporal.Instant {
  const first = epochDayOf(beijingDayOf(from));
  let epochDay = first;
  for (let left = days; left > 0 && epochDay - first < longestWait;) {
    epochDay += 1;
    if (isWorking(calendar, epochDay)) left -= 1;
  }
  return endOfDay(dayOfEpoch(epochDay));
}
