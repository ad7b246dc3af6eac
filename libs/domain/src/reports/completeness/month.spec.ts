import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day } from '../../makers';
import { beijingDayOf, holdsDay, Temporal } from '../../time';
import { addMonths, daysOfMonth, monthOf, monthShape, slotOfDays } from './month';

const anyMonth = fc
  .record({ year: fc.integer({ min: 1995, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => monthOf(new Temporal.PlainDate(year, month, 1)));

describe('a month', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s goes from %s to %s', (month, first, last) => {
    const { firstDay, lastDay } = daysOfMonth(month);
    expect([firstDay.toString(), lastDay.toString()]).toEqual([first, last]);
  });

  it('holds every day whose month it is, in Beijing', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const { startsAt, endsAt } = slotOfDays(daysOfMonth(month));
        expect(monthOf(beijingDayOf(startsAt))).toBe(month);
        expect(monthOf(beijingDayOf(endsAt.subtract({ nanoseconds: 1 })))).toBe(month);
        expect(monthOf(beijingDayOf(endsAt))).toBe(addMonths(month, 1));
        expect(monthShape.test(month)).toBe(true);
      }),
    );
  });

  it('comes before the next and after the one before', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    expect(holdsDay(daysOfMonth('2026-09'), day('2026-10-01'))).toBe(false);
    expect(['2026-13', '2026-9', '26-09'].some((text) => monthShape.test(text))).toBe(false);
  });
});
