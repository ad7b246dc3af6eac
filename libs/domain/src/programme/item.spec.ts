import { describe, expect, it } from '@jest/globals';
import { asId, type ItemId } from '../kernel';
import { day } from '../makers';
import { decideItem, decideItemEnd, stateAfterRevision, itemCode, type WantedItem } from './item';

const wanted = (wish: Partial<WantedItem> = {}): WantedItem => ({
  ...{ category: 'training', categoryWords: null, year: 2026, begins: '2026-11', ends: null, state: 'planned' },
  ...wish,
});
const decided = (wish: Partial<WantedItem> = {}, today = '2026-08-25') => {
  const found = decideItem(wanted(wish), day(today));
  return found.ok ? [found.value.firstDay.toString(), found.value.lastDay.toString()] : found.refusal.kind;
};

describe('an item', () => {
  it('lies on the days that its beginning and end leave open', () => {
    expect(decided()).toEqual(['2026-11-01', '2026-11-30']);
    expect(decided({ begins: null })).toEqual(['2026-01-01', '2026-12-31']);
  });

  it.each([
    ['in-the-future', { state: 'held' }],
    ['category-words', { category: 'other' }],
    ['category-words', { category: 'other', categoryWords: '送教' }],
    ['category-words', { categoryWords: '校长论坛' }],
    ['days-backwards', { ends: '2026-10' }],
    ['outside-year', { begins: '2027-01' }],
    ['not-a-partial-day', { begins: '2026-13' }],
  ] as const)('is refused as %s: %j', (kind, wish) => {
    expect(decided(wish)).toBe(kind);
  });

  it('was held where its days have begun, as far as they are known', () => {
    expect(decided({ state: 'held' }, '2026-11-01')).toEqual(['2026-11-01', '2026-11-30']);
    expect(decided({ state: 'held', begins: null })).toEqual(['2026-01-01', '2026-12-31']);
    expect(decided({ category: 'other', categoryWords: '校长论坛' })).toEqual(['2026-11-01', '2026-11-30']);
  });

  it('is called off once', () => {
    expect(decideItemEnd('planned').ok).toBe(true);
    expect(decideItemEnd('held').ok).toBe(true);
    expect(decideItemEnd('cancelled')).toMatchObject({ refusal: { kind: 'item-cancelled' } });
  });

  it('stays called off when it is revised, until somebody says that it takes place', () => {
    expect(stateAfterRevision('cancelled', { state: 'planned', revives: false })).toBe('cancelled');
    expect(stateAfterRevision('cancelled', { state: 'planned', revives: true })).toBe('planned');
    expect(stateAfterRevision('planned', { state: 'held', revives: false })).toBe('held');
    expect(stateAfterRevision(null, { state: 'planned', revives: false })).toBe('planned');
  });

  it('has a code by category, year and number, or by its id', () => {
    const id = asId<ItemId>('0a1b2c3d-0000-4000-8000-000000000000');
    expect(itemCode({ category: 'showcase', year: 2026, ordinal: 3 }, id)).toBe('P-SHOW-2026-03');
    expect(itemCode({ category: 'other', year: 2026, ordinal: null }, id)).toBe('P-X-2026-0a1b2c3d');
  });
});
