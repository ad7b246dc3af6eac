import { schoolDay, type SchoolCalendar, type SchoolDay, type Term } from '../calendar';
import type { Temporal, Weekday } from '../time';
import { carrierOf } from './carrier';
import { windowsFinder, type Window } from './window';

/** What is asked: a weekday in every teaching week of the presenting school's term. */
export interface TermQuestion {
  readonly term: Term;
  readonly weekday: Weekday;
  /** The length of a lesson; the presenting school's first period that day when left out. */
  readonly minutes?: number;
}

/** The two schools on one day, and where a whole lesson fits both. */
export interface DayWindows {
  readonly day: Temporal.PlainDate;
  readonly presenting: SchoolDay;
  readonly receiving: SchoolDay;
  /** Zero when the presenting school has no lessons that day. */
  readonly minutes: number;
  readonly windows: readonly Window[];
}

/** One week's day, counted in the presenting school's weeks; receiving.week counts the other's. */
export interface WeekWindows extends DayWindows {
  readonly week: number;
}

/** The windows of two schools on one day. */
export function dayWindows(
  schools: readonly [presenting: SchoolCalendar, receiving: SchoolCalendar],
  asked: { readonly day: Temporal.PlainDate; readonly minutes?: number | undefined },
  find = windowsFinder(),
): DayWindows {
  const presenting = schoolDay(schools[0], asked.day);
  const receiving = schoolDay(schools[1], asked.day);
  const first = presenting.periods[0];
  const minutes = asked.minutes ?? (first ? first.endsAt - first.startsAt : 0);
  return {
    day: asked.day,
    presenting,
    receiving,
    minutes,
    windows: find(presenting.periods, receiving.periods, minutes),
  };
}

/** The windows of a weekday across a term: seasons, holidays, exams, make-up days and differing weeks applied. */
export function termWindows(
  question: TermQuestion,
  schools: readonly [presenting: SchoolCalendar, receiving: SchoolCalendar],
  find = windowsFinder(),
): readonly WeekWindows[] {
  return Array.from({ length: question.term.weekCount }, (_, index) => {
    const week = index + 1;
    const { day } = carrierOf(schools[0], { ...question, week });
    return { week, ...dayWindows(schools, { day, minutes: question.minutes }, find) };
  });
}
