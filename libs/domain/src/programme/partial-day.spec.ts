import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsDay, Temporal } from '../time';
import { itemSpan, readPartialDay } from './partial-day';

const daysOf = (text: string) => {
  const read = readPartialDay(text);
  return read.ok ? [read.value.firstDay.toString(), read.value.lastDay.toString(), read.value.knows] : read.refusal;
};

describe('a partial day', () => {
  it.each([
    ['2015', '2015-01-01', '2015-12-31', 'year'],
    ['2015-11', '2015-11-01', '2015-11-30', 'month'],
    ['2016-02', '2016-02-01', '2016-02-29', 'month'],
    ['2015-12', '2015-12-01', '2015-12-31', 'month'],
    ['2015-11-03', '2015-11-03', '2015-11-03', 'day'],
  ])('%s lies from %s to %s', (text, ...expected) => {
    expect(daysOf(text)).toEqual(expected);
  });

  it.each(['', '15', '2015-13', '2015-00', '2015-02-30', '2015-1', '2015-11-3', '2015/11', '十一月'])(
    'is not %j',
    (text) => {
      expect(daysOf(text)).toEqual({ kind: 'not-a-partial-day' });
    },
  );

  it('of a day is held by its month, and its month by its year', () => {
    const someDay = fc
      .integer({ min: 0, max: 60_000 })
      .map((days) => Temporal.PlainDate.from('1960-01-01').add({ days }));
    fc.assert(
      fc.property(someDay, (day) => {
        for (const text of [day.toString(), day.toString().slice(0, 7), day.toString().slice(0, 4)]) {
          const read = readPartialDay(text);
          expect(read.ok && holdsDay(read.value, day)).toBe(true);
        }
      }),
    );
  });
});

describe('the days of an item', () => {
  const span = (begins: string | null, ends: string | null, year = 2015) => {
    const found = itemSpan({ year, begins, ends });
    return found.ok ? `${found.value.firstDay.toString()} ${found.value.lastDay.toString()}` : found.refusal.kind;
  };

  it.each([
    [null, null, '2015-01-01 2015-12-31'],
    ['2015-11', null, '2015-11-01 2015-11-30'],
    ['2015-11-03', null, '2015-11-03 2015-11-03'],
    ['2015-11-03', '2015-11', '2015-11-03 2015-11-30'],
    ['2015-12-20', '2016-01-10', '2015-12-20 2016-01-10'],
    [null, '2015-03', '2015-01-01 2015-03-31'],
    ['2015-11-03', '2015-11-01', 'days-backwards'],
    ['2016-01', null, 'outside-year'],
    ['2014-11', '2014-12', 'outside-year'],
    ['下月', null, 'not-a-partial-day'],
    ['2015', '下月', 'not-a-partial-day'],
  ])('from %s to %s are %s', (begins, ends, expected) => {
    expect(span(begins, ends)).toBe(expected);
  });

  it('are refused in a year that no calendar writes', () => {
    expect(span(null, null, 123_456)).toBe('outside-year');
  });
});
