import type { YearlyFigureView } from '@qinglan/contracts';

type Counted = Pick<YearlyFigureView, 'from' | 'value'>;

/**
 * The key of what is unknown of a number. Of what is reckoned it is one of the numbers beneath, of which every row may well
 * have its number; and a sum alone has a number of its own all the same.
 */
export function unknownWordsOf({ from, value }: Counted, place: 'figure' | 'rows'): string {
  if (from.length === 0) return `reports.${place}.unknown`;
  return value === null ? 'reports.rows.unknownPart' : `reports.${place}.unknownSummand`;
}
