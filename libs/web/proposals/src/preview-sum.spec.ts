import { describe, expect, it } from '@jest/globals';
import { isOver, movesOf, startForMany, sumOf, timeChanges, withClashes } from './preview-sum';
import type { Clash, Occurrence, Start } from './shapes';

const at = (startsAt: string, endsAt = '10:30'): Start => ({
  startsAt,
  endsAt,
  presentingPeriod: 3,
  receivingPeriod: 1,
  presentingShift: 0,
  receivingShift: 0,
});

const week = (given: Partial<Occurrence> & Pick<Occurrence, 'week'>): Occurrence => ({
  receivingWeek: given.week,
  day: `2026-10-${String(given.week).padStart(2, '0')}`,
  state: 'placed',
  past: false,
  window: at('09:50'),
  startsAt: null,
  endsAt: null,
  reasons: [],
  suggestions: [],
  cuts: [],
  clashes: [],
  ...given,
});

const clash = (inWeek: number) => ({ rule: 'teacher-taken', wanted: { week: inWeek }, moves: [] }) as unknown as Clash;
const unplaced = (number: number, ...starts: string[]) =>
  week({ week: number, state: 'not-placed', window: null, suggestions: starts.map((start) => at(start)) });

describe('the sum of a preview', () => {
  const weeks = [
    week({ week: 3, past: true }),
    week({ week: 4, past: true, clashes: [clash(4)] }),
    week({ week: 5, state: 'not-placed', window: null }),
    week({ week: 11, state: 'skipped', window: null }),
    week({ week: 12, state: 'left-out', window: null }),
    week({ week: 13 }),
    week({ week: 14, clashes: [clash(14)] }),
    week({ week: 15, state: 'not-placed', window: null }),
  ];

  it('leaves weeks that are over aside', () => {
    const sum = sumOf({ occurrences: weeks }, { includesPast: false, today: '2026-10-10' });
    expect(sum).toEqual({ placed: 1, past: 3, skipped: 1, leftOut: 1, notPlaced: 1, clashing: 1 });
  });

  it('counts them when an agreement is written down late', () => {
    const sum = sumOf({ occurrences: weeks }, { includesPast: true, today: '2026-10-10' });
    expect(sum).toEqual({ placed: 2, past: 0, skipped: 1, leftOut: 1, notPlaced: 2, clashing: 2 });
  });

  it.each([true, false])('counts every week once, with past weeks: %s', (includesPast) => {
    const sum = sumOf({ occurrences: weeks }, { includesPast, today: '2026-10-10' });
    expect(Object.values(sum).reduce((all, n) => all + n, 0)).toBe(weeks.length);
  });

  it('takes a week without a lesson for over by its day', () => {
    expect(isOver(week({ week: 5, state: 'not-placed' }), '2026-10-06')).toBe(true);
    expect(isOver(week({ week: 6, state: 'not-placed' }), '2026-10-06')).toBe(false);
  });
});

describe('changes of the usual time', () => {
  const weeks = [
    week({ week: 3 }),
    week({ week: 4, window: at('13:00') }),
    week({ week: 5, state: 'skipped', window: null }),
    week({ week: 6, window: at('10:00', '10:40') }),
    week({ week: 7, window: at('10:00', '10:40') }),
  ];

  it('are told once, at the week from which another time holds', () => {
    expect(timeChanges(weeks, new Set([4]))).toEqual([{ week: 6, day: '2026-10-06', time: '10:00–10:40' }]);
  });

  it('are every difference where nothing was chosen by hand', () => {
    expect(timeChanges(weeks, new Set()).map((change) => change.week)).toEqual([4, 6]);
  });
});

describe('a start for many weeks', () => {
  it('is the one that places most, best placed among equals', () => {
    const weeks = [unplaced(3, '10:40', '12:50'), unplaced(5, '12:50', '10:40'), unplaced(7, '12:50')];
    expect(startForMany(weeks)).toEqual({ time: '12:50', weeks: [3, 5, 7] });
    expect(startForMany([unplaced(3, '09:50', '10:40'), unplaced(5, '10:40', '12:50')])?.time).toBe('10:40');
  });

  it('moves weeks that clash to a start that is free in all of them', () => {
    const moved = (number: number, ...starts: string[]) =>
      week({ week: number, clashes: [clash(number), { ...clash(number), moves: starts.map((start) => at(start)) }] });
    const weeks = [moved(3, '10:40', '12:50'), moved(4, '12:50'), week({ week: 5 }), unplaced(6, '12:50')];
    expect(startForMany(weeks, movesOf)).toEqual({ time: '12:50', weeks: [3, 4] });
  });

  it('is none for a single week', () => {
    expect(startForMany([unplaced(3, '10:40'), unplaced(5, '12:50'), week({ week: 6 })])).toBeNull();
  });
});

it('clashes met while sending go into their weeks', () => {
  const preview = { occurrences: [week({ week: 3, clashes: [clash(3)] }), week({ week: 4 })] };
  const shown = withClashes(preview as Parameters<typeof withClashes>[0], [clash(4)]);
  expect(shown.occurrences.map(({ clashes }) => clashes.length)).toEqual([0, 1]);
  expect(shown.clashing).toBe(1);
});
