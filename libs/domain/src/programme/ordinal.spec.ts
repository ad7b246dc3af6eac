import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextOrdinal, ordinalOfTitle } from './ordinal';

describe('the number of an item', () => {
  it.each([
    ['第1期', 1],
    ['第12期', 12],
    [' 第4批 ', 4],
    ['第2批次', 2],
    ['第0期', null],
    ['第一期', null],
    ['第3期 语文专场', null],
    ['骨干教师跟岗', null],
  ])('is read from the title %s', (title, ordinal) => {
    expect(ordinalOfTitle(title)).toBe(ordinal);
  });

  it('is one more than the highest, whatever is missing between', () => {
    expect(nextOrdinal([])).toBe(1);
    expect(nextOrdinal([1, 2, 5])).toBe(6);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 })), (taken) => {
        expect(taken).not.toContain(nextOrdinal(taken));
      }),
    );
  });
});
