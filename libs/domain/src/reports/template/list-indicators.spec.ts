import { describe, expect, it } from '@jest/globals';
import { firstIndicators } from '../indicators';
import { indicatorOfList } from './list-indicators';
import { reportLists } from './lists';

describe('the names in a text', () => {
  it.each(reportLists)('of $key open the rows of an indicator of the same source', ({ key, source }) => {
    const found = firstIndicators.find((one) => one.key === indicatorOfList(key));
    expect(found?.rule).toMatchObject({ kind: 'count', source });
  });

  it('of no list open nothing', () => {
    expect(indicatorOfList('no-such-list')).toBeNull();
  });
});
