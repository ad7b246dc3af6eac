import { lastDayOf, type Term } from '../calendar';
import { addDays, epochDayOf, Temporal, type DaySpan } from '../time';
import type { ObligationPeriod, ObligationTerms } from './obligation';

/** How long a pairing runs, both days included; without a last day it is reckoned as long as the longest agreement. */
export interface PairingSpan {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
  /** Days on which nothing is owed; they do not overlap. */
  readonly pauses: readonly DaySpan[];
}

/** What is due of one obligation within one period, both days included. */
export interface Share extends DaySpan {
  /** Whole; the number of the agreement pro rata by days, halves rounded up. */
  readonly due: number;
}

/** The longest agreement in use runs three years (三年阶梯). */
export const longestYears = 3;

/** No pairing is reckoned for longer: a last day of 9999-12-31 in a sheet is no span. */
export const mostYears = 10;

/** Days of a span, both ends counted; 0 for a span that is upside down. */
export const daysIn = ({ firstDay, lastDay }: DaySpan): number =>
  Math.max(0, epochDayOf(lastDay) - epochDayOf(firstDay) + 1);

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) <= 0 ? a : b;

/** The days two spans share; null where there is none. */
export function sharedDays(a: DaySpan, b: DaySpan): DaySpan | null {
  const shared = { firstDay: later(a.firstDay, b.firstDay), lastDay: earlier(a.lastDay, b.lastDay) };
  return daysIn(shared) > 0 ? shared : null;
}

/** The whole span of a pairing; an open end is three years after its beginning, and none is longer than ten. */
export function wholeSpan({ firstDay, lastDay }: PairingSpan): DaySpan {
  const after = (years: number) => addDays(firstDay.add({ years }), -1);
  return { firstDay, lastDay: earlier(lastDay ?? after(longestYears), after(mostYears)) };
}

function steps(whole: DaySpan, first: Temporal.PlainDate, months: number): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  // Counted from the first day each time: a year from 29 February is no year from 28 February.
  for (let n = 0; ; n += 1) {
    const firstDay = first.add({ months: n * months });
    if (Temporal.PlainDate.compare(firstDay, whole.lastDay) > 0) return spans;
    spans.push({ firstDay, lastDay: addDays(first.add({ months: (n + 1) * months }), -1) });
  }
}

/** The periods that a pairing lies in: calendar months, teaching terms (first Monday to last Sunday), or its own years. */
export function periodsOf(per: ObligationPeriod, whole: DaySpan, terms: readonly Term[]): readonly DaySpan[] {
  switch (per) {
    case 'month':
      return steps(whole, whole.firstDay.with({ day: 1 }), 1);
    case 'year':
      return steps(whole, whole.firstDay, 12);
    case 'term':
      return terms
        .map((term) => ({ firstDay: term.firstMonday, lastDay: lastDayOf(term) }))
        .filter((period) => sharedDays(period, whole) !== null)
        .sort((a, b) => Temporal.PlainDate.compare(a.firstDay, b.firstDay));
  }
}

const pausedDays = (span: DaySpan, pauses: readonly DaySpan[]): number =>
  pauses.reduce((sum, pause) => {
    const shared = sharedDays(span, pause);
    return sum + (shared ? daysIn(shared) : 0);
  }, 0);

/**
 * What is due of an obligation, period by period, earliest first. A pairing that starts, pauses or ends within a period
 * owes its share by days. A term is counted only where the calendar of the mentee's side knows it.
 */
export function sharesOf(terms: ObligationTerms, span: PairingSpan, schoolTerms: readonly Term[]): readonly Share[] {
  const whole = wholeSpan(span);
  return periodsOf(terms.per, whole, schoolTerms).flatMap((period): readonly Share[] => {
    const own = sharedDays(period, whole);
    if (!own) return [];
    const active = daysIn(own) - pausedDays(own, span.pauses);
    return [{ ...own, due: Math.floor((terms.number * active) / daysIn(period) + 0.5) }];
  });
}
