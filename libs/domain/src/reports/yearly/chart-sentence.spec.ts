import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Trilingual, trilingual } from '../words';
import { chartSaid, largestGroups } from './chart-sentence';
import type { YearlyGroup } from './content';

const group = (zh: string, value: number | null, more: Partial<YearlyGroup> = {}): YearlyGroup => ({
  ...{ label: trilingual(zh, zh), value, isHidden: false },
  ...more,
});
const sentence = trilingual('最多的是{{most}}，{{value}} 个，共 {{total}} 个。', '{{most}}: {{value}} of {{total}}');
const words = (groups: readonly YearlyGroup[], total = '8', says: Trilingual = sentence) => {
  const said = chartSaid({ sentence: says }, groups, trilingual(total, total));
  const joined = (language: 'zh' | 'en' | 'ug') => said[language].map(({ text }) => text).join('');
  return { zh: joined('zh'), en: joined('en'), ug: joined('ug') };
};

describe('the sentence of a chart', () => {
  it('names each of the groups that are level', () => {
    expect(words([group('教育', 4), group('乙', 4), group('丙', 1)])).toMatchObject({
      zh: '最多的是教育、乙，4 个，共 8 个。',
      en: '教育, 乙: 4 of 8',
    });
  });

  it('names the first three of many that are level', () => {
    expect(
      words(
        ['甲', '乙', '丙', '丁', '戊'].map((zh) => group(zh, 1)),
        '5',
      ).zh,
    ).toContain('甲、乙、丙等，1');
  });

  it('is in Chinese altogether where it is not written in a language', () => {
    const untold = { label: trilingual('未说明', 'not told', 'ئېنىق ئەمەس'), value: 3, isHidden: false };
    const said = words([untold], '3', trilingual('最多的是{{most}}。', ''));
    expect([said.en, said.ug]).toEqual(['最多的是未说明。', '最多的是未说明。']);
  });

  it('says nothing where nothing is shown', () => {
    expect(words([group('甲', 3, { isHidden: true }), group('乙', null)])).toEqual(trilingual('', ''));
  });

  it('parts its numbers from its words, whatever the groups are called', () => {
    const said = chartSaid({ sentence }, [group('8 {{value}}', 8)], trilingual('多个', 'several'));
    expect(said.zh).toEqual([
      { kind: 'text', text: '最多的是' },
      { kind: 'text', text: '8 {{value}}' },
      { kind: 'text', text: '，' },
      { kind: 'most', text: '8' },
      { kind: 'text', text: ' 个，共 ' },
      { kind: 'total', text: '多个' },
      { kind: 'text', text: ' 个。' },
    ]);
  });
});

const groups = fc.array(
  fc.record({
    label: fc.constant(trilingual('甲', '甲')),
    value: fc.option(fc.nat(9), { nil: null }),
    isHidden: fc.boolean(),
  }),
);

describe('the largest groups', () => {
  it('are level, shown, and no shown group is larger', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const most = largestGroups(all);
        const shown = all.filter(({ isHidden, value }) => !isHidden && value !== null);
        expect(new Set(most.map(({ value }) => value)).size).toBe(shown.length === 0 ? 0 : 1);
        expect(most.some(({ isHidden }) => isHidden)).toBe(false);
        for (const { value } of shown) expect(value ?? 0).toBeLessThanOrEqual(most[0]?.value ?? -1);
      }),
    );
  });
});
