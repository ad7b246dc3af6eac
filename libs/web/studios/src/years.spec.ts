import { describe, expect, it } from '@jest/globals';
import { yearsOf } from './years';

describe('years', () => {
  it.each([
    ['2015-03-01', '2016-07-31', '2015–2016'],
    ['2015-03-01', '2015-12-31', '2015'],
    ['2026-09-01', null, '2026–'],
  ])('from %s to %s are %s', (fromDay, toDay, said) => {
    expect(yearsOf({ fromDay, toDay })).toBe(said);
  });
});
