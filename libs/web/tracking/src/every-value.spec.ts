import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { everyValue } from './every-value';

describe('the bars of a histogram', () => {
  it('stand for every value, also where nobody is', () => {
    const bins = [
      { value: 0, count: 2 },
      { value: 3, count: 5 },
    ];
    expect(everyValue(bins)).toEqual([
      { label: '0', count: 2 },
      { label: '1', count: 0 },
      { label: '2', count: 0 },
      { label: '3', count: 5 },
    ]);
    expect(everyValue([])).toEqual([]);
  });

  it('hold what lies beyond in the last one', () => {
    const bars = everyValue([
      { value: 14, count: 1 },
      { value: 15, count: 2 },
      { value: 40, count: 3 },
    ]);
    expect(bars.slice(-2)).toEqual([
      { label: '14', count: 1 },
      { label: '15+', count: 5 },
    ]);
  });

  it('leave nobody out', () => {
    const bin = fc.record({ value: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.uniqueArray(bin, { selector: ({ value }) => value }), (bins) => {
        const all = (counts: readonly { readonly count: number }[]) =>
          counts.reduce((sum, { count }) => sum + count, 0);
        expect(all(everyValue(bins))).toBe(all(bins));
      }),
    );
  });
});
