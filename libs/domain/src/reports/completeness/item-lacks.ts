import type { ItemCategory } from '../../programme';

/** What may be unknown of a programme item. */
export const itemLacks = ['day', 'ordinal', 'sender', 'host', 'people', 'enrolled', 'attended', 'completed'] as const;

/** What may be unknown of a programme item. */
export type ItemLack = (typeof itemLacks)[number];

/** What a report asks of an item of each category; what it does not ask may stay unknown without anybody being asked. */
export const itemLacksByCategory: Readonly<Record<ItemCategory, readonly ItemLack[]>> = {
  showcase: ['day', 'ordinal', 'host'],
  'medical-class': ['day', 'ordinal', 'host', 'enrolled', 'attended', 'completed'],
  'teaching-visit': ['day', 'sender', 'host', 'people'],
  'medical-visit': ['day', 'sender', 'host', 'people'],
  training: ['day', 'host', 'enrolled', 'attended', 'completed'],
  placement: ['day', 'sender', 'host', 'people'],
  other: ['day', 'people'],
};

/** Which of these are known. */
export type KnownOfItem = Readonly<Record<ItemLack, boolean>>;

/** What somebody has to be asked about an item, in the order of `itemLacks`. */
export const lacksOfItem = (category: ItemCategory, known: KnownOfItem): readonly ItemLack[] =>
  itemLacksByCategory[category].filter((lack) => !known[lack]);
