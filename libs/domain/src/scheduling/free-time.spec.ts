import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  busyGrid,
  cellGrid,
  closedExcept,
  commonFreeStarts,
  startsOf,
  type DayMinutes,
  type FreeStart,
} from './free-time';

const days = 4;
const busy = fc
  .record({
    dayIndex: fc.integer({ min: 0, max: days - 1 }),
    startsAt: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ dayIndex, startsAt, length }): DayMinutes => ({
    dayIndex,
    startsAt,
    endsAt: Math.min(1440, startsAt + length),
  }));

/** Every five-minute mark from which nobody is busy until the end, on the same day; parts of cells count as whole ones. */
function byBruteForce(parties: readonly (readonly DayMinutes[])[], minutes: number): readonly FreeStart[] {
  const long = Math.ceil(minutes / 5) * 5;
  const all = parties.flat();
  const starts: FreeStart[] = [];
  for (let dayIndex = 0; dayIndex < days; dayIndex += 1) {
    for (let startsAt = 0; startsAt + long <= 1440; startsAt += 5) {
      const taken = all.some(
        (one) => one.dayIndex === dayIndex && one.startsAt < startsAt + long && startsAt < one.endsAt,
      );
      if (!taken) starts.push({ dayIndex, startsAt });
    }
  }
  return starts;
}

describe('common free time', () => {
  it('is what trying every start finds', () => {
    const parties = fc.array(fc.array(busy, { maxLength: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parties, fc.integer({ min: 1, max: 1440 }), (each, minutes) => {
        const grids = each.map((one) => busyGrid(days, one));
        expect(startsOf(commonFreeStarts(grids, minutes))).toEqual(byBruteForce(each, minutes));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the parties’ own grids as they are', () => {
    const grid = busyGrid(1, [{ dayIndex: 0, startsAt: 480, endsAt: 520 }]);
    const copy = grid.slice();
    commonFreeStarts([grid, cellGrid(1)], 40);
    expect(grid).toEqual(copy);
  });

  it('does not run over midnight', () => {
    const starts = startsOf(commonFreeStarts([cellGrid(2)], 90));
    expect(starts.filter((start) => start.startsAt > 1350)).toEqual([]);
    expect(starts).toHaveLength(2 * (288 - 17));
  });

  it('lies where a school is open', () => {
    const school = closedExcept(1, [{ dayIndex: 0, startsAt: 600, endsAt: 645 }]);
    expect(startsOf(commonFreeStarts([school, cellGrid(1)], 40))).toEqual([
      { dayIndex: 0, startsAt: 600 },
      { dayIndex: 0, startsAt: 605 },
    ]);
  });

  it('is none without parties', () => {
    expect(startsOf(commonFreeStarts([], 40))).toEqual([]);
  });
});
