import { beijingMinute, type Source, Temporal } from '@qinglan/domain';
import type { Values } from './values';

/** The days that an answer is about; both ends belong to it. */
export interface Span {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A year up to the day by which it is looked at. */
export const spanOf = (year: number, asOf: string): Span => ({ firstDay: `${String(year)}-01-01`, lastDay: asOf });

/** The last day that counts: the one named, the end of the year, or today while the year runs. */
export function lastDayOf(year: number, asOf: string | undefined, today: string): string {
  const end = `${String(year)}-12-31`;
  const begin = `${String(year)}-01-01`;
  const wanted = asOf ?? (today < end ? today : end);
  return wanted > end ? end : wanted < begin ? begin : wanted;
}

const midnight = (day: string, later = 0): string =>
  beijingMinute(Temporal.PlainDate.from(day).add({ days: later }), 0).toString();

/** From where the rows of a source are taken: its view, or its function of the day by which it is looked at. */
export const relationOf = ({ view, isAsOf }: Source, lastDay: string, values: Values): string =>
  isAsOf ? `${view}(${values.place(lastDay, 'date')})` : view;

/** The rows of `r` that belong to a span. */
export function withinSpan(source: Source, { firstDay, lastDay }: Span, values: Values): string {
  if (source.instant)
    return `r.${source.instant} >= ${values.place(midnight(firstDay), 'timestamptz')} AND r.${source.instant} < ${values.place(midnight(lastDay, 1), 'timestamptz')}`;
  const [first, last] = [values.place(firstDay, 'date'), values.place(lastDay, 'date')];
  if (source.belongs === 'begins') return `r.first_day BETWEEN ${first} AND ${last}`;
  if (source.belongs === 'ends') return `r.last_day BETWEEN ${first} AND ${last}`;
  return `r.first_day <= ${last} AND (r.last_day IS NULL OR r.last_day >= ${first})`;
}

/** Those of them that still hold on the last day. */
export const holdsOnLastDay = ({ lastDay }: Span, values: Values): string =>
  `(r.last_day IS NULL OR r.last_day >= ${values.place(lastDay, 'date')})`;
