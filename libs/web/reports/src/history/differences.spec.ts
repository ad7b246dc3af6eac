import { describe, expect, it } from '@jest/globals';
import type { YearlySectionBefore } from '@qinglan/contracts';
import { differencesOf } from './differences';

const words = (zh: string, en = '') => ({ zh, en, ug: '' });
const section = (change: Partial<YearlySectionBefore> = {}): YearlySectionBefore => ({
  ...{ title: words('概述'), body: words('今年。'), isHidden: false },
  ...{ figures: ['studios', 'mentors'], charts: [words('各月')] },
  ...change,
});

describe('what a change did to a section', () => {
  it('is the words of each language that differ, before and after', () => {
    const after = section({ title: words('概况', 'Overview'), body: words('今年。') });
    expect(differencesOf(section(), after).words).toEqual([
      { part: 'title', language: 'zh', before: '概述', after: '概况' },
      { part: 'title', language: 'en', before: '', after: 'Overview' },
    ]);
  });

  it('is what came and what went', () => {
    const after = section({ figures: ['mentors', 'mentees'], charts: [] });
    expect(differencesOf(section(), after).items).toEqual([
      { how: 'added', figures: ['mentees'], charts: [] },
      { how: 'gone', figures: ['studios'], charts: [words('各月')] },
    ]);
  });

  it('is another order of the same', () => {
    const after = section({ figures: ['mentors', 'studios'] });
    expect(differencesOf(section(), after).items).toEqual([{ how: 'ordered', figures: [], charts: [] }]);
  });

  it('compares nothing with what was not kept', () => {
    expect(differencesOf(section({ figures: null, charts: null }), section()).items).toEqual([]);
  });

  it('says that it is hidden or shown again', () => {
    expect(differencesOf(section(), section({ isHidden: true })).shown).toBe('hidden');
    expect(differencesOf(section({ isHidden: true }), section()).shown).toBe('shown');
  });

  it('of one that was added or removed is its words', () => {
    expect(differencesOf(null, section()).words.map(({ after }) => after)).toEqual(['概述', '今年。']);
    expect(differencesOf(section(), null)).toMatchObject({
      words: [{ after: '' }, { after: '' }],
      items: [],
      shown: null,
    });
  });
});
