import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId } from '../kernel';
import { bells, day, oneSeason, periods, schedules, twoSeasons } from '../makers';
import { formatMonthDay, isInSeason, monthDays, parseMonthDay, periodsOn, seasonOn, type BellSchedule } from './bell';
import { bellFaults } from './bell-faults';

describe('the season of a day', () => {
  it.each([
    ['2026-04-30', '冬季'],
    ['2026-05-01', '夏季'],
    ['2026-09-30', '夏季'],
    ['2026-10-01', '冬季'],
    ['2026-12-31', '冬季'],
    ['2027-01-01', '冬季'],
    ['2028-02-29', '冬季'],
  ])('on %s is %s: both ends belong to it, and it may cross the new year', (on, name) => {
    expect(seasonOn(schedules.aksuSecondary, day(on))?.name).toBe(name);
  });

  it('brings its periods, and none where no season covers the day', () => {
    expect(periodsOn(schedules.aksuSecondary, day('2026-09-30'))).toBe(bells.aksuSecondarySummer);
    const summerOnly: BellSchedule = { id: asId('X'), seasons: schedules.aksuSecondary.seasons.slice(0, 1) };
    expect(periodsOn(summerOnly, day('2026-10-01'))).toEqual([]);
  });

  it('is one of two that complete each other, wherever the year is cut', () => {
    const anyMonthDay = fc.integer({ min: 0, max: 365 });
    fc.assert(
      fc.property(anyMonthDay, anyMonthDay, (first, second) => {
        fc.pre(first !== second);
        const on = (at: number): number => monthDays[(at + 366) % 366] ?? 0;
        const one = { name: 'a', from: on(first), to: on(second - 1), periods: [] };
        const other = { name: 'b', from: on(second), to: on(first - 1), periods: [] };
        for (const monthDay of monthDays) expect(isInSeason(one, monthDay)).toBe(!isInSeason(other, monthDay));
      }),
    );
  });
});

describe('month-days', () => {
  it('are read and written alike', () => {
    for (const monthDay of monthDays) expect(parseMonthDay(formatMonthDay(monthDay))).toBe(monthDay);
  });

  it.each(['02-30', '13-01', '00-10', '5-1', '', '05-01 '])('refuse %j', (text) => {
    expect(parseMonthDay(text)).toBeNull();
  });
});

describe('faults of a bell', () => {
  it('are none in the demo bells', () => {
    for (const bell of Object.values(schedules)) expect(bellFaults(bell)).toEqual([]);
  });

  it.each([
    ['08:00-08:00', { kind: 'period-without-length', season: '全年', period: 1 }],
    ['09:00-08:00', { kind: 'period-without-length', season: '全年', period: 1 }],
    ['08:00-08:45 08:40-09:20', { kind: 'periods-overlap', season: '全年', periods: [1, 2] }],
  ])('in %s', (text, fault) => {
    expect(bellFaults(oneSeason('X', periods(text)))).toEqual([fault]);
  });

  it('let periods touch', () => {
    expect(bellFaults(oneSeason('X', periods('08:00-08:45 08:45-09:30')))).toEqual([]);
  });

  it('name a number used twice, a period outside the day and a season without periods', () => {
    const [first] = bells.hangzhouSenior;
    const late = { number: 1, startsAt: 1430, endsAt: 1450, kind: 'other' } as const;
    const kinds = bellFaults(oneSeason('X', first ? [first, late] : [])).map((fault) => fault.kind);
    expect(kinds).toEqual(['period-number-twice', 'period-outside-day']);
    expect(bellFaults(oneSeason('X', []))).toEqual([{ kind: 'season-without-periods', season: '全年' }]);
  });

  it('name the days no season covers and those two cover', () => {
    const bell = twoSeasons('X', bells.aksuSecondarySummer, bells.aksuSecondaryWinter);
    const seasons = bell.seasons.map((season) =>
      season.name === '冬季' ? { ...season, from: 1003, to: 502 } : season,
    );
    expect(bellFaults({ ...bell, seasons })).toEqual([
      { kind: 'seasons-overlap', seasons: ['夏季', '冬季'], from: 501, to: 502 },
      { kind: 'no-season', from: 1001, to: 1002 },
    ]);
  });
});
