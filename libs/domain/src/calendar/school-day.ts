import type { SchoolId, SideId, TermId } from '../kernel';
import { epochDayOf, weekdayOfEpoch, type Temporal, type Weekday } from '../time';
import { lessonPeriods, seasonOn, type BellSchedule, type BellSeason, type Period } from './bell';
import { binds, rankOf, type CalendarDay } from './exception';
import { termOn, weekOf, type Term } from './term';

/** A school's bell, terms and exceptions, ready to be asked about any day. */
export interface SchoolCalendar {
  readonly schoolId: SchoolId;
  readonly sideId: SideId;
  readonly bell: BellSchedule;
  readonly terms: readonly Term[];
  /** The exception that wins on a day, by days since 1970. */
  readonly exceptions: ReadonlyMap<number, CalendarDay>;
}

/** What a calendar is made of; exceptions of other schools and sides are left aside. */
export interface CalendarParts {
  readonly schoolId: SchoolId;
  readonly sideId: SideId;
  readonly bell: BellSchedule;
  readonly terms: readonly Term[];
  readonly days: readonly CalendarDay[];
}

/** Only a teaching day places lessons by itself; a make-up day without weekday is open, with nothing placed. */
export type SchoolDayState =
  'teaching' | 'make-up-unassigned' | 'day-off' | 'exam' | 'closed' | 'weekend' | 'outside-term';

/** One day of one school, with every rule of its calendar applied. */
export interface SchoolDay {
  readonly schoolId: SchoolId;
  readonly day: Temporal.PlainDate;
  readonly state: SchoolDayState;
  /** The exception that decided, if any did. */
  readonly exception: CalendarDay | null;
  /** The weekday whose timetable runs; null when no lesson is placed by itself. */
  readonly runsWeekday: Weekday | null;
  readonly termId: TermId | null;
  readonly week: number | null;
  /** The season whose bell rings; its name tells people which bell it is. */
  readonly season: BellSeason | null;
  /** Lesson periods by time: empty unless the school is teaching or open on a make-up day. */
  readonly periods: readonly Period[];
}

/** A school exception overrules its side's, a side's the nation's, and any of them the weekend. */
export function schoolCalendar(parts: CalendarParts): SchoolCalendar {
  const exceptions = new Map<number, CalendarDay>();
  for (const day of parts.days) {
    if (!binds(day.scope, parts.schoolId, parts.sideId)) continue;
    const key = epochDayOf(day.day);
    const rival = exceptions.get(key);
    if (!rival || rankOf(day.scope) > rankOf(rival.scope)) exceptions.set(key, day);
  }
  const terms = parts.terms.filter((term) => term.sideId === parts.sideId);
  return { schoolId: parts.schoolId, sideId: parts.sideId, bell: parts.bell, terms, exceptions };
}

function stateBy(exception: CalendarDay | null, weekday: Weekday): SchoolDayState {
  if (!exception) return weekday >= 6 ? 'weekend' : 'teaching';
  if (exception.kind !== 'make-up') return exception.kind;
  return exception.followsWeekday === null ? 'make-up-unassigned' : 'teaching';
}

const noPeriods: readonly Period[] = [];

const opensIn = (state: SchoolDayState): boolean => state === 'teaching' || state === 'make-up-unassigned';

// A holiday in the vacation is still said to be a holiday; only a day that would open is outside the term.
const within = (term: Term | null, state: SchoolDayState): SchoolDayState =>
  opensIn(state) && !term ? 'outside-term' : state;

/** What the day is for the school: whether it teaches, by which weekday's timetable, and why. */
export function schoolDay(calendar: SchoolCalendar, day: Temporal.PlainDate): SchoolDay {
  const epochDay = epochDayOf(day);
  const weekday = weekdayOfEpoch(epochDay);
  const exception = calendar.exceptions.get(epochDay) ?? null;
  const term = termOn(calendar.terms, day);
  const state = within(term, stateBy(exception, weekday));
  const season = seasonOn(calendar.bell, day);
  return {
    schoolId: calendar.schoolId,
    day,
    state,
    exception,
    runsWeekday: state === 'teaching' ? (exception?.followsWeekday ?? weekday) : null,
    termId: term && term.id,
    week: term && weekOf(term, day),
    season,
    periods: season && opensIn(state) ? lessonPeriods(season) : noPeriods,
  };
}
