import { describe, expect, it } from '@jest/globals';
import { itemCategories } from '../../programme';
import { itemLacks, itemLacksByCategory, lacksOfItem, type ItemLack } from './item-lacks';

const knowing = (...known: readonly ItemLack[]) =>
  Object.fromEntries(itemLacks.map((lack) => [lack, known.includes(lack)])) as Record<ItemLack, boolean>;

describe('what is unknown of an item', () => {
  it('is asked by what its category is counted with', () => {
    expect(lacksOfItem('teaching-visit', knowing())).toEqual(['day', 'sender', 'host', 'people']);
    expect(lacksOfItem('training', knowing('day', 'host', 'enrolled'))).toEqual(['attended', 'completed']);
    expect(lacksOfItem('showcase', knowing('day', 'host', 'ordinal'))).toEqual([]);
  });

  it('is nothing once everything is known, and everything has some category that asks for it', () => {
    expect(itemCategories.flatMap((category) => lacksOfItem(category, knowing(...itemLacks)))).toEqual([]);
    expect(new Set(Object.values(itemLacksByCategory).flat())).toEqual(new Set(itemLacks));
  });
});
