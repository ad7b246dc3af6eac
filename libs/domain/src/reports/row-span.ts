import { readPartialDay } from '../programme';

/** What the days of a row say: a day, a month or a year as a whole, from one day to another, or from a day on. */
export type RowSpan =
  | { readonly kind: 'day' | 'month' | 'year'; readonly first: string }
  | { readonly kind: 'days'; readonly first: string; readonly last: string }
  | { readonly kind: 'since-day' | 'since-year'; readonly first: string };

const isWhole = (text: string, last: string): boolean => {
  const read = readPartialDay(text);
  return read.ok && read.value.lastDay.toString() === last;
};

/**
 * How far the days of a row are known. A row that covers a whole year or month is known to no day in it, so its first day
 * is never told as its day; what has no end goes on since its first day, on 1 January since that year. Both days held.
 */
export function rowSpan(first: string, last: string | null): RowSpan {
  if (last === null) return { kind: first.endsWith('-01-01') ? 'since-year' : 'since-day', first };
  if (first === last) return { kind: 'day', first };
  if (first.endsWith('-01-01') && isWhole(first.slice(0, 4), last)) return { kind: 'year', first };
  if (first.endsWith('-01') && isWhole(first.slice(0, 7), last)) return { kind: 'month', first };
  return { kind: 'days', first, last };
}
