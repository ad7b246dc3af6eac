import {
  addDays,
  asId,
  epochDayOf,
  mondayOf,
  schoolCalendar,
  schoolDay,
  Temporal,
  weekOf,
  type BellScheduleId,
  type CalendarDay,
  type CalendarScope,
  type OrganisationId,
  type SchoolCalendar,
  type SchoolDayState,
  type Term as DomainTerm,
} from '@qinglan/domain';
import type { CalendarDayRow } from '../kinds/calendar-day.kind';
import type { Term } from '../kinds/term.kind';

/** Whose calendar is looked at. */
export type Whom =
  | { readonly scope: 'nation' }
  | { readonly scope: 'side'; readonly sideId: string }
  | { readonly scope: 'school'; readonly sideId: string; readonly schoolId: string };

/** One day as the grid shows it; `plain` is an ordinary weekday where no term is known. */
export interface DayCell {
  readonly day: string;
  readonly number: number;
  readonly state: SchoolDayState | 'plain';
  readonly exception: CalendarDayRow | null;
}

/** A row of the grid; days of other months are left out. */
export interface WeekRow {
  readonly monday: string;
  /** The teaching week, where one is known. */
  readonly week: number | null;
  readonly days: readonly (DayCell | null)[];
}

export interface MonthView {
  readonly first: string;
  readonly weeks: readonly WeekRow[];
}

const plainDay = (text: string) => Temporal.PlainDate.from(text);

function scopeOf(row: CalendarDayRow): CalendarScope {
  if (row.scope === 'school' && row.schoolId) return { kind: 'school', schoolId: row.schoolId };
  return row.scope === 'side' && row.sideId ? { kind: 'side', sideId: row.sideId } : { kind: 'nation' };
}

const exceptionOf = (row: CalendarDayRow): CalendarDay => ({
  ...row,
  day: plainDay(row.day),
  scope: scopeOf(row),
  followsWeekday: row.followsWeekday as CalendarDay['followsWeekday'],
});

const termOf = (term: Term): DomainTerm => ({ ...term, firstMonday: plainDay(term.firstMonday) });

/** Everything that decides about a day, ready to be asked. */
export interface Calendar {
  readonly rules: SchoolCalendar;
  readonly rows: ReadonlyMap<string, CalendarDayRow>;
}

/** The domain's calendar of a school, or of a side or the nation as if it were a school without days of its own. */
export function calendarOf(whom: Whom, rows: readonly CalendarDayRow[], terms: readonly Term[]): Calendar {
  const rules = schoolCalendar({
    schoolId: asId<OrganisationId>(whom.scope === 'school' ? whom.schoolId : ''),
    sideId: whom.scope === 'nation' ? '' : whom.sideId,
    bell: { id: asId<BellScheduleId>(''), seasons: [] },
    terms: terms.map(termOf),
    days: rows.map(exceptionOf),
  });
  return { rules, rows: new Map(rows.map((row) => [row.id, row])) };
}

/** Is it this exception that decides about its day, or does a narrower one overrule it? */
export const decides = ({ rules }: Calendar, row: CalendarDayRow): boolean =>
  rules.exceptions.get(epochDayOf(plainDay(row.day)))?.id === row.id;

function cellOf({ rules, rows }: Calendar, day: Temporal.PlainDate): DayCell {
  const found = schoolDay(rules, day);
  const exception = found.exception && (rows.get(found.exception.id) ?? null);
  const isUnknown = found.state === 'outside-term' && rules.terms.length === 0;
  return {
    day: day.toString(),
    number: day.day,
    state: isUnknown ? (exception ? stateOf(exception) : 'plain') : found.state,
    exception,
  };
}

/** What an exception makes of its day, whether or not a term is known. */
export function stateOf(row: CalendarDayRow): SchoolDayState {
  if (row.kind !== 'make-up') return row.kind;
  return row.followsWeekday === null ? 'make-up-unassigned' : 'teaching';
}

const weekNumber = ({ rules }: Calendar, monday: Temporal.PlainDate): number | null =>
  rules.terms.map((term) => weekOf(term, monday)).find((week) => week !== null) ?? null;

/** The month that begins on a day, in weeks from Monday. */
export function monthView(calendar: Calendar, first: string): MonthView {
  const begin = plainDay(first);
  const weeks: WeekRow[] = [];
  for (let monday = mondayOf(begin); monday.toString() <= lastOfMonth(first); monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
    weeks.push({
      monday: monday.toString(),
      week: weekNumber(calendar, monday),
      days: days.map((day) => (day.month === begin.month ? cellOf(calendar, day) : null)),
    });
  }
  return { first, weeks };
}

/** The first day of the month some months away. */
export const shiftMonth = (first: string, months: number): string => plainDay(first).add({ months }).toString();

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

export const lastOfMonth = (day: string): string => {
  const first = plainDay(firstOfMonth(day));
  return first.add({ days: first.daysInMonth - 1 }).toString();
};

/** The first days of all months that touch a span. */
export function monthsOf(firstDay: string, lastDay: string): readonly string[] {
  const months: string[] = [];
  for (let month = firstOfMonth(firstDay); month <= lastDay; month = shiftMonth(month, 1)) months.push(month);
  return months;
}
