import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gini, giniOfBins } from './gini';

const figures = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 40 });

/** The definition: the mean difference of all pairs against twice the mean. */
function byDefinition(given: readonly number[]): number {
  const sum = given.reduce((a, b) => a + b, 0);
  if (sum === 0) return 0;
  const apart = given.flatMap((a) => given.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
  return apart / (2 * given.length * sum);
}

describe('the Gini coefficient', () => {
  it.each([
    [[], 0],
    [[0, 0, 0], 0],
    [[5], 0],
    [[3, 3, 3, 3], 0],
    [[0, 0, 0, 8], 0.75],
    [[1, 3], 0.25],
    [[1, 2, 3, 4], 0.25],
  ])('of %j is %d', (given, expected) => {
    expect(gini(given)).toBeCloseTo(expected, 12);
  });

  it('is what its definition over all pairs says', () => {
    fc.assert(fc.property(figures, (given) => expect(gini(given)).toBeCloseTo(byDefinition(given), 9)));
  });

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(figures, (given) => {
        expect(gini(given)).toBeGreaterThanOrEqual(0);
        expect(gini(given)).toBeLessThan(1);
      }),
    );
  });

  it('does not depend on the order or on the scale', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 50 }), (given, scale) => {
        expect(gini(given.toReversed())).toBeCloseTo(gini(given), 9);
        expect(gini(given.map((value) => value * scale))).toBeCloseTo(gini(given), 9);
      }),
    );
  });

  it('falls when somebody who has more gives to somebody who has less', () => {
    const given = fc.tuple(figures, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 2, max: 50 }));
    fc.assert(
      fc.property(given, ([others, poor, gap]) => {
        const before = gini([...others, poor, poor + gap]);
        const after = gini([...others, poor + 1, poor + gap - 1]);
        expect(after).toBeLessThan(before + 1e-12);
      }),
    );
  });

  it('is the same for figures and for the histogram of them', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const bins = [...Map.groupBy(given, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
        expect(giniOfBins(bins)).toBeCloseTo(gini(given), 9);
      }),
    );
  });
});
