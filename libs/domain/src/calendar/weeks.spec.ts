import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatWeeks } from './format-weeks';
import { parseWeeks } from './weeks';

const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);

describe('teaching weeks', () => {
  it.each([
    ['3-18', range(3, 18)],
    ['3-18单', range(3, 17, 2)],
    ['4-16双', range(4, 16, 2)],
    ['4-17双', range(4, 16, 2)],
    ['5,9,13', [5, 9, 13]],
    ['7', [7]],
    ['1-4,6-10双,15', [1, 2, 3, 4, 6, 8, 10, 15]],
    ['9,3-5,4', [3, 4, 5, 9]],
    ['３－１８', range(3, 18)],
    ['3～5、9，11', [3, 4, 5, 9, 11]],
    ['3——5', [3, 4, 5]],
    ['3至5，7到8', [3, 4, 5, 7, 8]],
    ['第3-18周（单）', range(3, 17, 2)],
    ['第3-5周, 第 9 周', [3, 4, 5, 9]],
    ['3–5—', null],
  ])('%s', (text, weeks) => {
    const parsed = parseWeeks(text);
    expect(parsed.ok ? parsed.value : null).toEqual(weeks);
  });

  it.each([
    ['', 'empty', 0],
    ['第周', 'empty', 0],
    ['3-', 'unexpected', 2],
    ['-5', 'unexpected', 0],
    ['3,', 'unexpected', 2],
    ['3,,5', 'unexpected', 2],
    [',3', 'unexpected', 0],
    ['3 5', 'unexpected', 2],
    ['3-5-7', 'unexpected', 3],
    ['3单', 'unexpected', 1],
    ['3-18单双', 'unexpected', 5],
    ['3-18x', 'unexpected', 4],
    ['三到五', 'unexpected', 0],
    ['5,18-3', 'range-backwards', 2],
    ['0-5', 'week-out-of-range', 0],
    ['3,54', 'week-out-of-range', 2],
    ['3-99999999999', 'week-out-of-range', 0],
    ['5,4-4单', 'no-such-week', 2],
  ])('refuse %j and say where: %s at %i', (text, kind, position) => {
    expect(parseWeeks(text)).toEqual({ ok: false, refusal: { kind, position } });
  });

  it.each([
    [range(3, 18), '3-18'],
    [range(3, 17, 2), '3-17单'],
    [range(4, 16, 2), '4-16双'],
    [[5, 9, 13], '5,9,13'],
    [[5, 7], '5,7'],
    [[5, 6], '5-6'],
    [[13, 9, 9, 5], '5,9,13'],
    [[1, 2, 3, 4, 6, 8, 10, 15], '1-4,6-10双,15'],
    [[], ''],
  ])('%j are written %s', (weeks, text) => {
    expect(formatWeeks(weeks)).toBe(text);
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 53 }), { minLength: 1 }), (weeks) => {
        const sorted = [...weeks].sort((a, b) => a - b);
        expect(parseWeeks(formatWeeks(weeks))).toEqual({ ok: true, value: sorted });
        expect(formatWeeks(weeks).length).toBeLessThanOrEqual(sorted.join(',').length);
      }),
    );
  });

  it('never throw, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseWeeks(text).ok === 'boolean'));
  });
});
