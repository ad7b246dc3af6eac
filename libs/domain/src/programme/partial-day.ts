import { accept, refuse, type Result } from '../kernel';
import { addDays, Temporal, type DaySpan } from '../time';

/** When something was, as far as it is known: a day, a month or a year, and the days this leaves open (both held). */
export interface PartialDay extends DaySpan {
  /** `2015-11-03`, `2015-11` or `2015`. */
  readonly text: string;
  readonly knows: 'day' | 'month' | 'year';
}

/** The text is no day, month or year that there is. */
export interface NotAPartialDay {
  readonly kind: 'not-a-partial-day';
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function firstDayOf(year: string, month: string, day: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(`${year}-${month}-${day}`);
  } catch {
    return null; // 30 February and the like
  }
}

const lastDayOf: Readonly<Record<PartialDay['knows'], (first: Temporal.PlainDate) => Temporal.PlainDate>> = {
  day: (first) => first,
  month: (first) => addDays(first.add({ months: 1 }), -1),
  year: (first) => addDays(first.add({ years: 1 }), -1),
};

/** Reads `2015`, `2015-11` or `2015-11-03`; refuses everything else, also days that no calendar has. */
export function readPartialDay(text: string): Result<PartialDay, NotAPartialDay> {
  const [, year, month, day] = shape.exec(text) ?? [];
  const firstDay = year ? firstDayOf(year, month ?? '01', day ?? '01') : null;
  if (!firstDay) return refuse({ kind: 'not-a-partial-day' });
  const knows = day ? 'day' : month ? 'month' : 'year';
  return accept({ text, knows, firstDay, lastDay: lastDayOf[knows](firstDay) });
}

/** When an item was: its programme year, and beginning and end as far as they are known. */
export interface ItemDays {
  readonly year: number;
  readonly begins: string | null;
  readonly ends: string | null;
}

/** Why the days of an item do not fit together. */
export type ItemDaysRefusal =
  | { readonly kind: 'not-a-partial-day'; readonly field: 'begins' | 'ends' }
  | { readonly kind: 'days-backwards' }
  | { readonly kind: 'outside-year' };

const known = (text: string | null, otherwise: PartialDay) =>
  text === null ? accept(otherwise) : readPartialDay(text);

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;

/**
 * The days an item may lie on, both held: without a beginning its whole year, without an end what the beginning leaves
 * open. An end before the beginning is refused, and so is a span that does not touch the year it counts in.
 */
export function itemSpan({ year, begins, ends }: ItemDays): Result<DaySpan, ItemDaysRefusal> {
  const whole = readPartialDay(String(year).padStart(4, '0'));
  if (!whole.ok) return refuse({ kind: 'outside-year' });
  const first = known(begins, whole.value);
  if (!first.ok) return refuse({ kind: 'not-a-partial-day', field: 'begins' });
  const last = known(ends, first.value);
  if (!last.ok) return refuse({ kind: 'not-a-partial-day', field: 'ends' });
  const span = { firstDay: first.value.firstDay, lastDay: last.value.lastDay };
  if (later(span.firstDay, span.lastDay)) return refuse({ kind: 'days-backwards' });
  const misses = later(span.firstDay, whole.value.lastDay) || later(whole.value.firstDay, span.lastDay);
  return misses ? refuse({ kind: 'outside-year' }) : accept(span);
}
