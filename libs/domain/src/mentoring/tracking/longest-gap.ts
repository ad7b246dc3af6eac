import { epochDayOf, type DaySpan, type Temporal } from '../../time';

/**
 * The longest stretch of days within a span in which nobody came: from its first day to the first visit, between
 * visits, and from the last visit to its last day. Two visits on one day are 0 apart; outside the span they count not.
 */
export function longestGap(visits: readonly Temporal.PlainDate[], span: DaySpan): number {
  const [first, last] = [epochDayOf(span.firstDay), epochDayOf(span.lastDay)];
  if (last < first) return 0;
  const within = visits.map(epochDayOf).filter((day) => day >= first && day <= last);
  const marks = [first, ...within.toSorted((a, b) => a - b), last];
  return Math.max(...marks.slice(1).map((day, at) => day - (marks[at] ?? day)));
}
