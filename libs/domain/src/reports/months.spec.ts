import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthsMissing } from './months';

describe('months without rows', () => {
  it.each([
    ['none between neighbours', ['2026-03', '2026-04'], []],
    ['the summer', ['2026-03', '2026-05', '2026-09'], ['2026-04', '2026-06', '2026-07', '2026-08']],
    ['none before the first or after the last', ['2026-06'], []],
    ['other years and what is not known aside', ['2024-01', null, '2026-02', '2026-04'], ['2026-03']],
    ['nothing of nothing', [], []],
  ])('%s', (_, known, missing) => {
    expect(monthsMissing(2026, known)).toEqual(missing);
  });

  it('leaves no gap and names nothing twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (months) => {
        const known = months.map((month) => `2026-${String(month).padStart(2, '0')}`);
        const all = [...known, ...monthsMissing(2026, known)];
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBe(Math.max(...months) - Math.min(...months) + 1);
      }),
    );
  });
});
