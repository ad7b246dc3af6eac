/** How items of a category count: 期 editions, 批次 delegations, or without a number. */
export type ItemCounter = 'edition' | 'batch' | 'none';

/** Who the people of an item are; people of two populations are never added. */
export type ItemPopulation = 'participant' | 'visitor' | 'enrolled' | 'placed';

interface CategoryFacts {
  /** How the register writes it; the first word is the one that is written. */
  readonly words: readonly [string, ...(readonly string[])];
  readonly counter: ItemCounter;
  readonly population: ItemPopulation;
  /** Stands in the codes of new items. */
  readonly code: string;
}

/** Every category, in the order of lists. A new one goes before `other`, which keeps words that the list does not know. */
export const itemCategories = [
  'showcase',
  'medical-class',
  'teaching-visit',
  'medical-visit',
  'training',
  'placement',
  'other',
] as const;

/** What sort of thing an item is. */
export type ItemCategory = (typeof itemCategories)[number];

/** What is fixed for each category: its words in the register, its counter, and who its people are. */
export const itemCategoryFacts: Readonly<Record<ItemCategory, CategoryFacts>> = {
  showcase: {
    words: ['杭派教育展示活动', '教育展示活动'],
    counter: 'edition',
    population: 'participant',
    code: 'SHOW',
  },
  'medical-class': { words: ['医疗业务培训班', '医疗培训班'], counter: 'edition', population: 'enrolled', code: 'MED' },
  'teaching-visit': { words: ['送教', '送教来访'], counter: 'batch', population: 'visitor', code: 'VT' },
  'medical-visit': { words: ['送医', '送医来访'], counter: 'batch', population: 'visitor', code: 'VM' },
  training: { words: ['教师培训', '教师培训班'], counter: 'edition', population: 'enrolled', code: 'TR' },
  placement: { words: ['赴杭进修', '赴杭跟岗'], counter: 'edition', population: 'placed', code: 'OUT' },
  other: { words: ['其他'], counter: 'none', population: 'participant', code: 'X' },
};

/** A category as an item holds it: `other` always with the words that say what it is, the rest without. */
export interface NamedCategory {
  readonly category: ItemCategory;
  readonly categoryWords: string | null;
}

const byWord = new Map(
  itemCategories.flatMap((category) => itemCategoryFacts[category].words.map((word) => [word, category] as const)),
);

/** The category that the words of a register mean; words that no category has stay, as 其他. */
export function categoryOf(words: string): NamedCategory {
  const category = byWord.get(words.trim()) ?? 'other';
  return { category, categoryWords: category === 'other' ? words.trim() : null };
}

/** The words of a category as the register writes them; `categoryOf` reads them back. */
export const wordsOfCategory = ({ category, categoryWords }: NamedCategory): string =>
  categoryWords ?? itemCategoryFacts[category].words[0];
