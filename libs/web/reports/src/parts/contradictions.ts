import type { YearlyFigureView, YearlySectionView } from '@qinglan/contracts';

type Fact = YearlySectionView['facts'][number];

/** Numerals that a statement of the source contradicts, in the order of the report. */
export const contradictions = (figures: readonly YearlyFigureView[]): readonly YearlyFigureView[] =>
  figures.filter(({ differsFrom }) => differsFrom !== undefined);

/** Whether a fact names a numeral that the source contradicts, or is the statement that does. */
export function isContradicted({ id, text }: Pick<Fact, 'id' | 'text'>, figures: readonly YearlyFigureView[]): boolean {
  const named = new Set(text.zh.filter(({ kind }) => kind === 'numeral').map(({ key }) => key));
  return contradictions(figures).some(({ key, differsFrom }) => named.has(key) || differsFrom === id);
}
