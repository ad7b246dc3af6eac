import { describe, expect, it } from '@jest/globals';
import { changesIn, codedBy, sittingTimes } from './history-changes';

describe('changes of an item', () => {
  it('tell unknown and zero apart', () => {
    const detail = { before: { people: null, enrolled: 0 }, after: { people: 0, enrolled: null } };
    expect(changesIn(detail)).toEqual([
      { field: 'people', before: null, after: '0' },
      { field: 'enrolled', before: '0', after: null },
    ]);
  });

  it('leave out what follows from others and ids', () => {
    const detail = {
      before: { firstDay: 'a', hostId: 'b', isOpen: false },
      after: { firstDay: 'c', hostId: 'd', isOpen: true },
    };
    expect(changesIn(detail)).toEqual([{ field: 'isOpen', before: '×', after: '✓' }]);
    expect(changesIn({})).toEqual([]);
  });

  it('says when a sitting was and is, and which values are code words', () => {
    const [was, is] = ['2026-11-03T02:00:00Z', '2026-11-03T06:00:00Z'];
    expect(sittingTimes({ before: { startsAt: was }, after: { startsAt: is }, reason: '改期' })).toEqual([was, is]);
    expect(sittingTimes({ after: { startsAt: is } })).toEqual([is]);
    expect(sittingTimes({ reason: '天气' })).toEqual([]);
    const fields = ['state', 'category', 'certainty', 'numbersCertainty', 'title'];
    expect(fields.map(codedBy)).toEqual(['state', 'category', 'certainty', 'certainty', null]);
  });
});
