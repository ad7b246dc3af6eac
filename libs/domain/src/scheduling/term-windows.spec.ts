import { describe, expect, it } from '@jest/globals';
import { autumn2026, makeUp, nation, schoolOf, term } from '../makers';
import { minuteOf } from '../time';
import { termWindows } from './term-windows';

const [sourceClear, aksuHigh] = [schoolOf('HZ-YQ'), schoolOf('AK-SH')];

describe('the windows of a weekday across a term', () => {
  const found = termWindows({ term: term('hangzhou'), weekday: 3 }, [sourceClear, aksuHigh]);

  it('change with the season and are none on a holiday', () => {
    expect(found).toHaveLength(20);
    const best = [3, 6, 7].map((week) => found[week - 1]?.windows[0]?.startsAt);
    expect(best).toEqual([minuteOf('10:40'), undefined, minuteOf('10:00')]);
    expect(found[5]).toMatchObject({ week: 6, minutes: 0, presenting: { state: 'day-off' } });
  });

  it('lie on the make-up day that follows the weekday, as a series does', () => {
    const saturday = makeUp(nation, '2026-10-10', 3);
    const nationalDay = autumn2026.filter((one) => one.kind === 'day-off');
    const calendarOf = (code: string) => schoolOf(code, [saturday], nationalDay);
    const moved = termWindows({ term: term('hangzhou'), weekday: 3 }, [calendarOf('HZ-YQ'), calendarOf('AK-SH')]);
    expect(moved[5]).toMatchObject({ week: 6, presenting: { state: 'teaching', exception: saturday } });
    expect(moved[5]?.day.toString()).toBe('2026-10-10');
  });

  it('are none while the other school sits an exam, which is said', () => {
    const thursdays = termWindows({ term: term('hangzhou'), weekday: 4, minutes: 40 }, [sourceClear, aksuHigh]);
    expect(thursdays[10]).toMatchObject({
      week: 11,
      windows: [],
      receiving: { state: 'exam' },
      presenting: { state: 'teaching' },
    });
  });
});
