import { describe, expect, it } from '@jest/globals';
import { unknownWordsOf } from './unknown-words';

describe('why a number is at least so much', () => {
  it('is a summand of a sum, and else the rows without a number', () => {
    expect(unknownWordsOf({ from: ['teacher-visits', 'doctor-visits'], value: 1 }, 'figure')).toBe(
      'reports.figure.unknownSummand',
    );
    expect(unknownWordsOf({ from: ['people', 'visits'], value: null }, 'rows')).toBe('reports.rows.unknownPart');
    expect(unknownWordsOf({ from: [], value: 3 }, 'figure')).toBe('reports.figure.unknown');
  });
});
