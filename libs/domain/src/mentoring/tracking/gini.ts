/** How many have the same figure: so many mentees were heard so often. */
export interface Bin {
  readonly value: number;
  readonly count: number;
}

/**
 * How unevenly something is spread, from 0 (all alike) towards 1 (one has it all): the Gini coefficient of the figures
 * that a histogram counts. Nothing to spread, and nobody to spread it over, is even.
 */
export function giniOfBins(bins: readonly Bin[]): number {
  const sorted = bins.toSorted((a, b) => a.value - b.value);
  let people = 0;
  let sum = 0;
  let shortfall = 0;
  // Twice the area below the Lorenz curve, one bin after the other; figures within a bin are alike.
  for (const { value, count } of sorted) {
    shortfall += count * (2 * sum + value * count);
    sum += value * count;
    people += count;
  }
  return people === 0 || sum === 0 ? 0 : Math.max(0, 1 - shortfall / (people * sum));
}

/** The same for figures that stand one by one. */
export const gini = (figures: readonly number[]): number => giniOfBins(figures.map((value) => ({ value, count: 1 })));
