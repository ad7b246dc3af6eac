import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hiddenGroups, smallestShown } from './suppression';

const hidden = (...sizes: readonly (number | null)[]) =>
  [...hiddenGroups(sizes.map((value) => ({ value })))].toSorted();

describe('groups of few people', () => {
  it.each([
    ['none is small', [12, 7, 5], []],
    ['two are small', [20, 3, 2], [1, 2]],
    ['one is small: another goes with it, or the total would tell', [20, 9, 3], [1, 2]],
    ['two of one each: together they would tell', [20, 9, 1, 1], [1, 2, 3]],
    ['all are small', [3, 2], [0, 1]],
    ['a single group is the total itself', [3], [0]],
    ['nobody is in one', [20, 9, 0], []],
  ] as const)('%s', (_what, sizes, expected) => {
    expect(hidden(...sizes)).toEqual(expected);
  });

  it('are never shown, nor reckoned from the others and the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const gone = hiddenGroups(sizes.map((value) => ({ value })));
        sizes.forEach((size, at) => {
          if (size > 0 && size < smallestShown) expect(gone.has(at)).toBe(true);
        });
        const left = [...gone].reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
        const isAll = gone.size === sizes.filter((size) => size > 0).length;
        if (gone.size > 0 && !isAll) expect(gone.size >= 2 && left >= smallestShown).toBe(true);
      }),
    );
  });
});
