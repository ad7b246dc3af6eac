import { describe, expect, it } from '@jest/globals';
import { changesIn } from './history-changes';

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
});
