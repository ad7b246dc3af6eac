import { describe, expect, it } from '@jest/globals';
import { programmeYear } from '@qinglan/contracts';
import fc from 'fast-check';
import { yearAsked } from './year-asked';

describe('the year that an address asks for', () => {
  it.each([
    ['2015', 2015],
    ['abc', null],
    ['', null],
    [undefined, null],
    ['2015.5', null],
    ['1e3', null],
    ['0', null],
    ['9999', null],
  ])('%s', (words, year) => {
    expect(yearAsked(words)).toBe(year);
  });

  it('is none, or one that the server takes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat(3000).map(String)), (words) => {
        const year = yearAsked(words);
        expect(year === null || programmeYear.safeParse(year).success).toBe(true);
      }),
    );
  });
});
