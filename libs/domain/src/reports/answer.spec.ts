import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { answerOf, type Counted, distinctCount, nothingCounted, reckon, unknownAwareSum } from './answer';
import { noRows } from './certainty';
import { firstIndicators } from './indicators';
import type { IndicatorVersion } from './indicator';
import { sayingsOf } from './template';

const numbers = fc.array(fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }), { maxLength: 40 });
const values = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }), { maxLength: 40 });
const counted = (value: number | null, more: Partial<Counted> = {}): Counted => ({
  rows: value ?? 1,
  value,
  unknownRows: value === null ? 1 : 0,
  certainty: noRows,
  ...more,
});
const version = (key: string): IndicatorVersion => {
  const found = firstIndicators.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return { ...found, version: 1 };
};

describe('a sum of which some are unknown', () => {
  it('is that of the known ones, and none where none is known, never 0', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const known = list.filter((one) => one !== null);
        const { value, unknownRows } = unknownAwareSum(list);
        expect(unknownRows).toBe(list.length - known.length);
        expect(value).toBe(known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0));
      }),
    );
  });

  it('does not depend on the order, and adds up over parts', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const whole = unknownAwareSum([...one, ...other]);
        expect(unknownAwareSum([...other, ...one])).toEqual(whole);
        const parts = [unknownAwareSum(one), unknownAwareSum(other)];
        expect(parts.reduce((sum, { unknownRows }) => sum + unknownRows, 0)).toBe(whole.unknownRows);
        const known = parts.filter(({ value }) => value !== null);
        expect(whole.value).toBe(known.length === 0 ? null : known.reduce((sum, { value }) => sum + (value ?? 0), 0));
      }),
    );
  });
});

describe('people counted once', () => {
  it('are never more than times, and doing a thing again changes nothing', () => {
    fc.assert(
      fc.property(values, (list) => {
        const once = distinctCount(list);
        expect(once.value ?? 0).toBeLessThanOrEqual(list.length - once.unknownRows);
        const again = distinctCount([...list, ...list.filter((one) => one !== null)]);
        expect(again.value).toBe(once.value);
      }),
    );
  });

  it('of two lists together are as many as both at most, and as the larger at least', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const [a, b] = [distinctCount(one).value ?? 0, distinctCount(other).value ?? 0];
        const both = distinctCount([...one, ...other]).value ?? 0;
        expect(both).toBeGreaterThanOrEqual(Math.max(a, b));
        expect(both).toBeLessThanOrEqual(a + b);
      }),
    );
  });
});

describe('what is reckoned', () => {
  it.each([
    ['sum of known', 'sum', [counted(12), counted(5)], { value: 17, unknownRows: 0 }],
    ['sum of which one is unknown', 'sum', [counted(12), counted(null)], { value: 12, unknownRows: 1 }],
    ['sum of unknown ones', 'sum', [counted(null), counted(null)], { value: null, unknownRows: 2 }],
    [
      'sum of which one is at least so much',
      'sum',
      [counted(7, { unknownRows: 3 }), counted(5)],
      { value: 12, unknownRows: 3 },
    ],
    ['ratio', 'ratio', [counted(106), counted(34)], { value: 3.12, unknownRows: 0 }],
    ['ratio to none', 'ratio', [counted(106), counted(0)], { value: null, unknownRows: 0 }],
    ['ratio to what is unknown', 'ratio', [counted(106), counted(null)], { value: null, unknownRows: 1 }],
    ['share', 'share', [counted(1), counted(3)], { value: 33.33, unknownRows: 0 }],
    ['difference', 'difference', [counted(9), counted(4)], { value: 5, unknownRows: 0 }],
    [
      'difference from at least so much',
      'difference',
      [counted(9, { unknownRows: 1 }), counted(4)],
      { value: null, unknownRows: 1 },
    ],
  ] as const)('%s', (...[, operation, operands, expected]) => {
    expect(reckon(operation, operands)).toMatchObject(expected);
  });
});

describe('what a source states', () => {
  const mentors = counted(34, { certainty: { ...noRows, demo: 106 }, rows: 106 });
  const statement = { code: 'S14', quote: '两期34名援疆人才', source: '报纸', evidence: 'stated' } as const;
  const given = { asOf: '2015-12-31', inUseSince: null, sayings: sayingsOf([statement]) };

  it('makes a number stated, and no number that is another one', () => {
    expect(answerOf(version('mentors'), mentors, given)).toMatchObject({ statedBy: 'S14', differsFrom: null });
    expect(answerOf(version('mentors'), { ...mentors, value: 33 }, given)).toMatchObject({
      ...{ statedBy: null, differsFrom: 'S14' },
    });
    expect(answerOf(version('mentees'), mentors, given)).toMatchObject({ statedBy: null, differsFrom: null });
  });

  it('is contradicted by nothing within the year, at whose end it was said', () => {
    const then = { ...given, asOf: '2015-06-30' };
    expect(answerOf(version('mentors'), { ...mentors, value: 20 }, then).differsFrom).toBe(null);
    expect(answerOf(version('mentors'), mentors, then).statedBy).toBe('S14');
  });

  it('is counted as stated by what is reckoned from it, which itself is stated by nothing', () => {
    const operands = [answerOf(version('mentors'), mentors, given), counted(5, { certainty: { ...noRows, demo: 5 } })];
    expect(reckon('sum', operands).certainty).toEqual({ ...noRows, stated: 106, demo: 5 });
    const reckoned = { ...given, sayings: new Map([['mentees-per-mentor', [statement]]]) };
    expect(answerOf(version('mentees-per-mentor'), mentors, reckoned).statedBy).toBe(null);
  });
});

describe('no row at all', () => {
  const facts = { asOf: '2026-12-31', inUseSince: '2026-08-25' };
  it.each([
    ['of lessons, which the system records itself, is none', 'lessons-held', facts, 0],
    ['of lessons before it was in use is unknown', 'lessons-held', { ...facts, asOf: '2015-12-31' }, null],
    ['of lessons where it was never in use is unknown', 'lessons-held', { ...facts, inUseSince: null }, null],
    ['of items, which somebody has to enter, is unknown', 'showcases', facts, null],
    ['of what is reckoned stays what was reckoned', 'programme-events', facts, null],
  ] as const)('%s', (...[, key, given, value]) => {
    expect(answerOf(version(key), nothingCounted, given).value).toBe(value);
  });

  it('is never 0 of anything that is unknown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...firstIndicators), fc.integer({ min: 1, max: 9 }), (indicator, rows) => {
        const unknown = { rows, value: null, unknownRows: rows, certainty: noRows };
        expect(answerOf({ ...indicator, version: 1 }, unknown, facts).value).toBe(null);
      }),
    );
  });
});
