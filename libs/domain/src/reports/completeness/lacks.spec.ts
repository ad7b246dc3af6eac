import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day } from '../../makers';
import { lessonStates } from '../../scheduling';
import { lackOfLesson, percentOf, shouldHaveMet, workingDays } from './lacks';
import { daysOfMonth } from './month';

const month = daysOfMonth('2026-09');

describe('the record of a lesson', () => {
  it.each([
    ['ended', false, false, 'signature'],
    ['ended', true, false, null],
    ['verified', true, false, null],
    ['missed', false, false, 'make-up'],
    ['missed', false, true, null],
    ['interrupted', true, false, 'make-up'],
    ['cancelled', false, false, null],
    ['confirmed', false, false, null],
  ] as const)('%s, signed %s, made up %s: lacks %s', (...[state, isSigned, isMadeUp, lack]) => {
    expect(lackOfLesson({ state, isSigned, isMadeUp })).toBe(lack);
  });

  it('lacks nothing in a state in which nothing was meant to be held', () => {
    const asking = lessonStates.filter((state) => lackOfLesson({ state, isSigned: false, isMadeUp: false }) !== null);
    expect(asking).toEqual(['ended', 'missed', 'interrupted']);
  });
});

describe('a pairing in a month', () => {
  const since = (
    firstDay: string,
    lastDay: string | null,
    ...pauses: readonly (readonly [string, string | null])[]
  ) => ({
    firstDay: day(firstDay),
    lastDay: lastDay === null ? null : day(lastDay),
    pauses: pauses.map(([first, last]) => ({ firstDay: day(first), lastDay: last === null ? null : day(last) })),
  });

  it.each([
    [since('2026-01-01', null), 30, true],
    [since('2026-09-17', null), 14, true],
    [since('2026-09-18', null), 13, false],
    [since('2026-01-01', '2026-09-13'), 13, false],
    [since('2026-10-01', null), 0, false],
    [since('2026-01-01', '2026-08-31'), 0, false],
    [since('2026-01-01', null, ['2026-09-01', '2026-09-16']), 14, true],
    [since('2026-01-01', null, ['2026-08-20', null]), 0, false],
    [since('2026-01-01', null, ['2026-09-01', '2026-09-10'], ['2026-09-20', '2026-09-30']), 9, false],
  ])('%#: works %s days', (pairing, days, should) => {
    expect(workingDays(pairing, month)).toBe(days);
    expect(shouldHaveMet(pairing, month)).toBe(should);
  });
});

describe('the percentage of what is there', () => {
  it('is 100 exactly when nothing lacks, and no number where nothing is expected', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (expected, part) => {
        const lacking = Math.round(expected * part);
        const percent = percentOf({ expected, lacking });
        expect(percent === 100).toBe(lacking === 0);
        expect(percent).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(percentOf({ expected: 0, lacking: 0 })).toBeNull();
    expect(percentOf({ expected: 1000, lacking: 1 })).toBe(99);
  });
});
