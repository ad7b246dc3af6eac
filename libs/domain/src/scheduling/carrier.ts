import { dayOf, schoolDay, weekOf, type SchoolCalendar, type SchoolDay, type Term } from '../calendar';
import { weekdays, type Weekday } from '../time';

/** A weekday's timetable in one teaching week of a term. */
export interface WeekPlace {
  readonly term: Term;
  readonly weekday: Weekday;
  readonly week: number;
}

const outsideTerm = (day: SchoolDay): SchoolDay => ({ ...day, state: 'outside-term', runsWeekday: null, periods: [] });

/**
 * The presenting school's day that runs a weekday's timetable in a week: the day itself, else a make-up day of the same
 * teaching week that follows it, else the day itself with the reason why it does not.
 */
export function carrierOf(presenting: SchoolCalendar, { term, weekday, week }: WeekPlace): SchoolDay {
  const usual = schoolDay(presenting, dayOf(term, week, weekday));
  if (weekOf(term, usual.day) === null) return outsideTerm(usual);
  if (usual.runsWeekday === weekday) return usual;
  const days = weekdays.map((other) => schoolDay(presenting, dayOf(term, week, other)));
  return days.find((day) => day.runsWeekday === weekday) ?? usual;
}
