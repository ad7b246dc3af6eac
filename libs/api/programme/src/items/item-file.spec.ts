import { describe, expect, it } from '@jest/globals';
import { fitsWorkbook } from './item-file';

describe('a workbook of items', () => {
  it.each([
    [1_048_575, 1_048_575, true],
    [1_048_576, 0, false],
    [1, 1_048_576, false],
  ])('of %d items and %d enrolments holds them all: %s', (items, enrolments, fits) => {
    expect(fitsWorkbook({ items, enrolments })).toBe(fits);
  });
});
