import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOfEpoch, epochDayOf, Temporal } from '../../time';
import { longestGap } from './longest-gap';

const day = (text: string) => Temporal.PlainDate.from(text);
const autumn = { firstDay: day('2026-09-01'), lastDay: day('2026-09-30') };

describe('the longest gap', () => {
  it.each([
    [[], 29],
    [['2026-09-01'], 29],
    [['2026-09-15'], 15],
    [['2026-09-11', '2026-09-21'], 10],
    [['2026-09-21', '2026-09-11', '2026-09-11'], 10],
    [['2026-08-31', '2026-10-01'], 29],
    [['2026-09-10', '2026-09-30'], 20],
  ])('of visits on %j in September is %d days', (visits, expected) => {
    expect(longestGap(visits.map(day), autumn)).toBe(expected);
  });

  it('of a span that is upside down is 0', () => {
    expect(longestGap([], { firstDay: autumn.lastDay, lastDay: autumn.firstDay })).toBe(0);
  });

  const visits = fc.array(fc.integer({ min: -10, max: 60 }), { maxLength: 12 });
  const first = epochDayOf(autumn.firstDay);

  it('never grows by another visit, and lies between 0 and the span', () => {
    fc.assert(
      fc.property(visits, fc.integer({ min: -10, max: 60 }), (days, another) => {
        const at = (given: readonly number[]) => given.map((one) => dayOfEpoch(first + one));
        const before = longestGap(at(days), autumn);
        expect(longestGap(at([...days, another]), autumn)).toBeLessThanOrEqual(before);
        expect(before).toBeLessThanOrEqual(29);
        expect(before).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is at least the share of the span that its visits leave each other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 10 }), (days) => {
        const gap = longestGap(
          days.map((one) => dayOfEpoch(first + one)),
          autumn,
        );
        expect(gap * (days.length + 1)).toBeGreaterThanOrEqual(29);
      }),
    );
  });
});
