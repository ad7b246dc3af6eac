import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPartialDay } from '../programme';
import { rowSpan } from './row-span';

describe('the days of a row', () => {
  it.each([
    ['2015-01-01', '2015-12-31', 'year'],
    ['2015-11-01', '2015-11-30', 'month'],
    ['2016-02-01', '2016-02-29', 'month'],
    ['2016-02-01', '2016-02-28', 'days'],
    ['2015-01-01', '2015-01-01', 'day'],
    ['2015-03-01', '2015-12-31', 'days'],
    ['2015-01-01', '2016-12-31', 'days'],
    ['2015-03-01', null, 'since-day'],
    ['2015-01-01', null, 'since-year'],
  ])('from %s to %s are a %s', (first, last, kind) => {
    expect(rowSpan(first, last).kind).toBe(kind);
  });

  it('say as much as was known and no more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.option(fc.integer({ min: 1, max: 12 })),
        fc.option(fc.integer({ min: 1, max: 28 })),
        (year, month, day) => {
          const two = (n: number) => String(n).padStart(2, '0');
          const parts = [String(year), ...(month ? [two(month), ...(day ? [two(day)] : [])] : [])];
          const read = readPartialDay(parts.join('-'));
          if (!read.ok) throw new Error('a day that there is');
          expect(rowSpan(read.value.firstDay.toString(), read.value.lastDay.toString()).kind).toBe(read.value.knows);
        },
      ),
    );
  });
});
