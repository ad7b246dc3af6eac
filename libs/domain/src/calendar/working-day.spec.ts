import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, day, exception, makeUp, nation, school, schoolOf } from '../makers';
import { addDays, beijingDayOf, Temporal } from '../time';
import { isWorkingDay, workingDeadline } from './working-day';

const aksu = schoolOf('AK-SH');

describe('working days', () => {
  it.each([
    ['an ordinary Wednesday', '2026-09-16', true],
    ['a Saturday', '2026-09-19', false],
    ['a make-up Sunday', '2026-09-20', true],
    ['a holiday', '2026-09-25', false],
    ['an exam day of the school', '2026-11-12', true],
    ['a weekday of the vacation', '2026-07-15', true],
  ])('%s', (_name, on, expected) => {
    expect(isWorkingDay(aksu, day(on))).toBe(expected);
  });

  it('are none while the school is closed', () => {
    const closed = schoolOf('AK-SH', [exception(school('AK-SH'), '2026-09-16', 'closed')]);
    expect(isWorkingDay(closed, day('2026-09-16'))).toBe(false);
  });

  it.each([
    ['on Monday: Thursday ends it', '2026-09-14', '09:00', '2026-09-17'],
    ['late on Monday, still Monday in Beijing', '2026-09-14', '23:59', '2026-09-17'],
    ['on Thursday: the make-up Sunday counts', '2026-09-17', '09:00', '2026-09-21'],
    ['before National Day: the holiday waits, the make-up Saturday counts', '2026-09-30', '18:00', '2026-10-10'],
  ])('asked %s', (...[, from, time, end]) => {
    const deadline = workingDeadline(aksu, at(from, time), 3);
    expect(deadline.equals(at(addDays(day(end), 1).toString(), '00:00'))).toBe(true);
  });

  it('follow the receiver’s calendar and not the asker’s', () => {
    const off = ['2026-09-15', '2026-09-16'].map((on) => exception({ kind: 'side', sideId: 'aksu' }, on, 'day-off'));
    const from = at('2026-09-14', '09:00');
    const ends = ['HZ-YQ', 'AK-SH'].map((code) => workingDeadline(schoolOf(code, off), from, 1).toString());
    expect(ends).toEqual(['2026-09-15T16:00:00Z', '2026-09-17T16:00:00Z']);
  });

  it('do not wait for ever in a calendar that has none', () => {
    const first = day('2026-09-01');
    const never = Array.from({ length: 400 }, (_, after) =>
      exception(nation, addDays(first, after).toString(), 'closed'),
    );
    const deadline = workingDeadline(schoolOf('AK-SH', [], never), at('2026-09-01', '08:00'), 3);
    expect(Temporal.Instant.compare(deadline, at('2027-09-10', '00:00'))).toBe(-1);
  });

  it('are counted one by one', () => {
    const calendar = schoolOf('AK-SH', [makeUp(nation, '2026-11-07', null)]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 15 }), (after, days) => {
        const from = at('2026-08-01', '10:00').add({ hours: after * 24 });
        const end = addDays(beijingDayOf(workingDeadline(calendar, from, days)), -1);
        let [count, cursor] = [0, beijingDayOf(from)];
        while (!cursor.equals(end)) {
          cursor = addDays(cursor, 1);
          if (isWorkingDay(calendar, cursor)) count += 1;
        }
        expect(count).toBe(days);
        expect(isWorkingDay(calendar, end)).toBe(true);
      }),
    );
  });
});
