import { describe, expect, it } from '@jest/globals';
import { composeYearly, type YearlyCounted, yearlyNeeds } from './compose';
import type { YearlyFigure } from './content';
import type { YearlyDraftSection } from './draft';

const words = (zh: string, en = '') => ({ zh, en, ug: '' });
const figure = (key: string, printed: string, value: number | null = Number(printed)): YearlyFigure => ({
  key,
  version: 1,
  name: words(key),
  unit: words('个'),
  definition: words('口径'),
  value,
  printed: words(printed),
  rows: value ?? 0,
  unknownRows: 0,
  marks: ['stated'],
  asOf: '2015-12-31',
});
const section = (code: string, given: Partial<YearlyDraftSection> = {}): YearlyDraftSection => ({
  code,
  kind: 'paragraph',
  title: words(code),
  body: words(''),
  isHidden: false,
  figures: [],
  facts: [],
  chart: null,
  ...given,
});
const counted: YearlyCounted = {
  figures: [figure('studios', '6'), figure('donors', '多所', null)],
  lists: [{ key: 'list:schools', printed: words('阿四中、六中') }],
  statements: [
    {
      code: 'S26',
      printed: words('带不走的人才队伍'),
      quote: '一支“带不走的人才队伍”',
      source: '报纸',
      marks: ['stated'],
    },
  ],
  breakdowns: [{ key: 'studios', by: 'field', groups: [{ label: words('教育'), value: null, isHidden: true }] }],
};
const about = { year: 2015, asOf: '2015-12-31', title: words('2015 年度报告') };
const fact = (id: string, key: string | null, statement: string | null) => ({ id, label: words(id), key, statement });

describe('the needs of a draft', () => {
  it('name each numeral once, wherever it stands, and nothing of what is hidden', () => {
    const chart = { key: 'mentees', by: 'field', kind: 'bar' as const, sentence: words('{{mentees-max}}') };
    const sections = [
      section('a', { body: words('{{studios}}{{studios}}', '{{list:schools}}'), figures: ['donors', 'studios'] }),
      section('b', { facts: [fact('S26', null, 'S26'), fact('S13', 'studios', null)], chart }),
      section('c', { isHidden: true, figures: ['unseen'] }),
    ];
    expect(yearlyNeeds(sections)).toEqual({
      figures: ['studios', 'donors', 'mentees', 'mentees-max'],
      lists: ['list:schools'],
      statements: ['S26'],
      breakdowns: [{ key: 'mentees', by: 'field' }],
    });
  });
});

describe('a report', () => {
  const sections = [
    section('a', { body: words('工作室 {{studios}} 个，{{list:schools}}，{{donors}}', '{{studios}} studios') }),
    section('hidden', { isHidden: true }),
    section('facts', {
      kind: 'facts',
      facts: [fact('S13', 'studios', null), fact('S26', null, 'S26'), fact('S99', null, 'S99')],
    }),
    section('chart', {
      kind: 'chart',
      chart: { key: 'studios', by: 'field', kind: 'bar', sentence: words('共 {{studios}} 个') },
    }),
  ];
  const content = composeYearly(about, sections, counted);
  const text = (code: string, language: 'zh' | 'en' | 'ug') =>
    content.sections
      .find((one) => one.code === code)
      ?.parts[language].map((part) => part.text)
      .join('');

  it('says its words in three languages, with zh where nobody wrote', () => {
    expect(text('a', 'zh')).toBe('工作室 6 个，阿四中、六中，多所');
    expect(text('a', 'en')).toBe('6 studios');
    expect(text('a', 'ug')).toBe(text('a', 'zh'));
  });

  it('leaves out what is hidden and keeps the order', () => {
    expect(content.sections.map(({ code }) => code)).toEqual(['a', 'facts', 'chart']);
  });

  it('fills facts from numerals and from statements, and calls the rest not counted', () => {
    expect(content.sections[1]?.facts.map(({ id, printed, quote }) => [id, printed.zh, quote])).toEqual([
      ['S13', '6', null],
      ['S26', '带不走的人才队伍', '一支“带不走的人才队伍”'],
      ['S99', '未统计', null],
    ]);
  });

  it('draws a chart with a sentence and the groups as they were counted', () => {
    const chart = content.sections[2]?.chart;
    expect([chart?.sentence.zh, chart?.groups]).toEqual(['共 6 个', counted.breakdowns[0]?.groups]);
  });
});
