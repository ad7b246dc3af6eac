import { describe, expect, it } from '@jest/globals';
import { faultsOf, followingPeriod, followingSeason, typedTime, type Period, type Season } from './bell';

const period = (number: number, startsAt: string, endsAt: string): Period => ({
  number,
  startsAt,
  endsAt,
  kind: 'lesson',
});
const season = (name: string, [firstDay, lastDay]: [string, string], periods?: readonly Period[]): Season => ({
  name,
  firstDay,
  lastDay,
  periods: [...(periods ?? [period(1, '08:00', '08:40')])],
});

describe('a typed time', () => {
  it.each([
    ['9:50', '09:50'],
    ['09:50', '09:50'],
    ['0950', '09:50'],
    ['950', '09:50'],
    [' 9：50 ', '09:50'],
    ['23.05', '23:05'],
  ])('reads %j as %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });

  it.each(['', '9', '24:00', '9:60', '上午九点'])('leaves %j as it is, to be named as a fault', (typed) => {
    expect(typedTime(typed)).toBe(typed);
  });
});

describe('faults of a bell under the pen', () => {
  it('are none when each day has one season and no periods overlap', () => {
    expect(faultsOf([season('夏季', ['05-01', '09-30']), season('冬季', ['10-01', '04-30'])])).toEqual([]);
  });

  it('name what is not filled in before anything else', () => {
    expect(faultsOf([])).toEqual([{ kind: 'incomplete' }]);
    expect(faultsOf([season('', ['01-01', '12-31'])])).toEqual([{ kind: 'incomplete' }]);
    expect(faultsOf([season('全年', ['01-01', '12-31'], [period(1, '', '08:40')])])).toEqual([{ kind: 'incomplete' }]);
  });

  it('name two seasons of one name, days without a season, and periods that overlap', () => {
    const twice = [season('夏季', ['05-01', '09-30']), season('夏季', ['10-01', '04-30'])];
    expect(faultsOf(twice)).toEqual([{ kind: 'season-named-twice' }]);
    expect(faultsOf([season('夏季', ['01-01', '11-30'])])).toEqual([{ kind: 'no-season', from: 1201, to: 1231 }]);
    const overlapping = [period(1, '08:00', '08:40'), period(2, '08:30', '09:10')];
    expect(faultsOf([season('全年', ['01-01', '12-31'], overlapping)])).toEqual([
      { kind: 'periods-overlap', season: '全年', periods: [1, 2] },
    ]);
  });
});

describe('what most likely follows', () => {
  it('is a period after a short break, as long as the last one', () => {
    expect(followingPeriod([period(1, '08:00', '08:45')])).toEqual(period(2, '08:55', '09:40'));
    expect(followingPeriod([])).toEqual(period(1, '08:00', '08:40'));
  });

  it('is a season on the days that nobody rings yet, with the same periods', () => {
    const [summer] = [season('夏季', ['05-01', '12-31'])];
    expect(followingSeason([summer as Season])).toEqual({ ...summer, name: '', firstDay: '01-01', lastDay: '04-30' });
  });

  it('is, while the first has no name, the rest of the year', () => {
    expect(followingSeason([season('', ['05-01', '09-30'])])).toMatchObject({ firstDay: '10-01', lastDay: '04-30' });
  });
});
