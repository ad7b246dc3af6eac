import { describe, expect, it } from '@jest/globals';
import { casesQuery, readFilters, readListFilters } from './filters';

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('the address of the board', () => {
  it('names the filters', () => {
    expect(readFilters({ studio: id, school: id, cohort: '第一期', term: '2026-1' })).toEqual({
      studioId: id,
      schoolId: id,
      cohort: '第一期',
      termCode: '2026-1',
    });
    expect(readListFilters({ reason: 'no-contact', state: 'running' })).toEqual({
      reason: 'no-contact',
      state: 'running',
    });
  });

  it('asks for ten rows at a time, so that the charts are near on a phone', () => {
    const query = casesQuery(readFilters({ cohort: '第一期' }), readListFilters({ reason: 'no-contact' }), 'place');
    expect(query).toEqual({ cohort: '第一期', reason: 'no-contact', state: undefined, limit: 10, after: 'place' });
  });

  it('may be typed wrongly and then narrows nothing', () => {
    expect(readFilters({ studio: 'x', school: '', cohort: ' ', term: undefined })).toEqual({});
    expect(readListFilters({ reason: 'bored', state: 'asleep' })).toEqual({ reason: undefined, state: undefined });
  });
});
