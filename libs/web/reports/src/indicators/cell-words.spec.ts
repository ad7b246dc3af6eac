import { describe, expect, it } from '@jest/globals';
import { numberMarks } from './cell-words';

describe('a number of a row', () => {
  const row = (more: object) =>
    ({
      ...{ source: 'item', certainty: 'stated' },
      fields: { people: 8, enrolled: null, numbersCertainty: 'demo', ...more },
    }) as const;
  it('says how sure it is where the row is surer', () => {
    expect(numberMarks(row({}), 'people')).toEqual(['demo']);
    expect(numberMarks(row({ people: 0 }), 'people')).toEqual(['demo']);
    expect(numberMarks(row({}), 'enrolled')).toEqual([]);
    expect(numberMarks(row({}), 'title')).toEqual([]);
    expect(numberMarks(row({ numbersCertainty: 'stated' }), 'people')).toEqual([]);
  });
});
