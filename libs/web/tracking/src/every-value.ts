import type { VisitEquity } from '@qinglan/contracts';

/** One bar of a histogram. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** More bars than these do not fit a phone: the last one holds what lies beyond. */
const most = 16;

/** A bar for every value from 0 on, also where nobody is: a gap in a histogram says something. */
export function everyValue(bins: VisitEquity['bins']): readonly Bar[] {
  const highest = Math.max(-1, ...bins.map(({ value }) => value));
  const last = Math.min(highest, most - 1);
  return Array.from({ length: last + 1 }, (_, value) => {
    const isRest = value === last && highest > last;
    const held = bins.filter((bin) => (isRest ? bin.value >= value : bin.value === value));
    return {
      label: isRest ? `${String(value)}+` : String(value),
      count: held.reduce((sum, bin) => sum + bin.count, 0),
    };
  });
}
