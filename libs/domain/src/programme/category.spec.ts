import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { categoryOf, itemCategories, itemCategoryFacts, wordsOfCategory } from './category';

describe('a category', () => {
  it.each([
    ['杭派教育展示活动', 'showcase'],
    ['医疗业务培训班', 'medical-class'],
    ['送教', 'teaching-visit'],
    ['送医', 'medical-visit'],
    ['教师培训', 'training'],
    ['赴杭进修', 'placement'],
  ])('is read from the word %s', (words, category) => {
    expect(categoryOf(words)).toEqual({ category, categoryWords: null });
  });

  it('keeps words that no category has, as other', () => {
    expect(categoryOf(' 校长论坛 ')).toEqual({ category: 'other', categoryWords: '校长论坛' });
    expect(categoryOf('其他')).toEqual({ category: 'other', categoryWords: '其他' });
  });

  it('is written so that it is read back as itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (words) => {
        const read = categoryOf(words);
        expect(categoryOf(wordsOfCategory(read))).toEqual(read);
      }),
    );
    for (const category of itemCategories.filter((one) => one !== 'other'))
      expect(categoryOf(wordsOfCategory({ category, categoryWords: null }))).toEqual({ category, categoryWords: null });
  });

  it('has no word that means two categories, and comes in batches where people are sent here', () => {
    const words = itemCategories.flatMap((category) => itemCategoryFacts[category].words);
    expect(new Set(words).size).toBe(words.length);
    expect(itemCategories.filter((one) => itemCategoryFacts[one].counter === 'batch')).toEqual([
      'teaching-visit',
      'medical-visit',
    ]);
  });
});
