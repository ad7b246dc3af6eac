import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hiddenGroups, hiddenWithin, smallestShown } from './suppression';

const groups = (sizes: readonly (number | null)[]) => sizes.map((value) => ({ value }));
const hidden = (...sizes: readonly (number | null)[]) => [...hiddenGroups(groups(sizes))].toSorted();
const sum = (sizes: readonly number[], at: ReadonlySet<number>) =>
  [...at].reduce((all, place) => all + (sizes[place] ?? 0), 0);
const isSmall = (size: number) => size > 0 && size < smallestShown;

describe('groups of few people', () => {
  it.each([
    ['none is small', [12, 7, 5], []],
    ['two are small', [20, 3, 2], [1, 2]],
    ['one is small: another goes with it, or the total would tell', [20, 9, 3], [1, 2]],
    ['two of one each: together they would tell', [20, 9, 1, 1], [1, 2, 3]],
    ['all are small', [3, 2], [0, 1]],
    ['a single group is the total itself', [3], [0]],
    ['nobody is in one', [20, 9, 0], []],
    ['they are of things', [null, null], []],
  ] as const)('%s', (_what, sizes, expected) => {
    expect(hidden(...sizes)).toEqual(expected);
  });

  it('are never shown, nor reckoned from the others and the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const gone = hiddenGroups(groups(sizes));
        sizes.forEach((size, at) => {
          if (isSmall(size)) expect(gone.has(at)).toBe(true);
        });
        const isAll = gone.size === sizes.filter((size) => size > 0).length;
        if (gone.size > 0 && !isAll) expect(gone.size >= 2 && sum(sizes, gone) >= smallestShown).toBe(true);
      }),
    );
  });
});

describe('groups of which another numeral counts a few more', () => {
  const within = (part: readonly number[], ...wholes: readonly (readonly number[])[]) =>
    [...hiddenWithin(groups(part), wholes)].toSorted();

  it.each([
    ['everybody completed', [12, 7, 9], [12, 7, 9], []],
    ['five and more are left everywhere', [12, 7, 9], [17, 12, 14], []],
    ['two are left of one: those two would be known', [12, 7, 9], [12, 9, 14], [1, 2]],
    ['two are left of one and nobody elsewhere: another goes with it', [12, 7, 9], [12, 9, 9], [1, 2]],
    ['a group that the part has nobody in tells only of the whole', [12, 0, 9], [17, 3, 14], []],
    ['a whole that is not counted by such groups', [12, 7, 9], [], []],
  ] as const)('%s', (...[, part, whole, expected]) => {
    expect(within(part, whole)).toEqual(expected);
  });

  const size = fc.integer({ min: 0, max: 30 });
  /** People of a part, and how many more each of two wholes counts, by group. */
  const nested = fc.array(fc.tuple(size, size, size), { minLength: 1, maxLength: 10 });

  it('are never told by the difference, nor is the difference by its own total', () => {
    fc.assert(
      fc.property(nested, (made) => {
        const part = made.map(([one]) => one);
        const wholes = [made.map(([one, more]) => one + more), made.map(([one, more, most]) => one + more + most)];
        const gone = hiddenWithin(groups(part), wholes);
        for (const whole of wholes) {
          const shown = hiddenGroups(groups(whole));
          const left = part.map((one, at) => (one > 0 ? (whole[at] ?? 0) - one : 0));
          left.forEach((few, at) => {
            if (isSmall(few)) expect(gone.has(at) || shown.has(at)).toBe(true);
          });
          // Whoever adds up what is shown of both learns of the hidden rest together, never of four people alone.
          const isAll = left.every((few, at) => few === 0 || gone.has(at));
          if (left.some(isSmall) && !isAll) expect(sum(left, gone)).toBeGreaterThanOrEqual(smallestShown);
        }
        const isAllOfPart = part.every((one, at) => one === 0 || gone.has(at));
        if (gone.size > 0 && !isAllOfPart) expect(gone.size >= 2 && sum(part, gone) >= smallestShown).toBe(true);
      }),
    );
  });
});
