import { describe, expect, it } from '@jest/globals';
import { noRows } from '../certainty';
import { firstIndicators } from '../indicators';
import { trilingual } from '../words';
import { reportLists } from './lists';
import { numeralsIn, plainText, quotesOf, renderParagraph, renderText, type ReportFacts } from './render';
import type { Clause } from './template';
import { yearlyTemplate } from './yearly-template';

const answer = (key: string, value: number | null, rows = 1) => ({
  key,
  version: 1,
  value,
  rows,
  unknownRows: value === null ? rows : 0,
  certainty: noRows,
  derived: false,
  asOf: '2015-12-31',
  words: trilingual('未统计', 'not recorded'),
});
const facts: ReportFacts = {
  year: 2015,
  answers: new Map([
    ['studios', answer('studios', 6)],
    ['mentor-cohorts', answer('mentor-cohorts', 2)],
    ['trainings', answer('trainings', null, 0)],
  ]),
  lists: new Map([['stages', { key: 'stages', items: [{ value: 'primary', words: trilingual('小', 'primary') }] }]]),
  statements: new Map([['S26', { code: 'S26', text: trilingual('一支队伍', 'a team') }]]),
};
const text = (zh: string) => plainText(renderText(trilingual(zh, zh), facts, 'zh'));

describe('a text of the report', () => {
  it.each([
    ['a numeral', '工作室 {{studios}} 个', '工作室 6 个'],
    ['a counting word', '{{mentor-cohorts|words}}期', '两期'],
    ['the year', '{{year}} 年', '2015 年'],
    ['a list', '{{list:stages}}', '小'],
    ['a list of nothing', '{{list:visit-units}}', '未统计'],
    ['a fact', '{{statement:S26}}', '一支队伍'],
    ['a fact that is not there', '{{statement:S01}}', '未统计'],
    ['a number that is not known', '{{trainings}} 期', '未统计 期'],
    ['an indicator that is not there', '{{nowhere}}', '未统计'],
    ['words alone', '没有数字', '没有数字'],
  ])('fills in %s', (_what, zh, expected) => {
    expect(text(zh)).toBe(expected);
  });

  it('keeps what opens apart from plain words', () => {
    const pieces = renderText(trilingual('建立 {{studios}} 个', ''), facts, 'zh');
    expect(pieces.map(({ kind, key }) => [kind, key])).toEqual([
      ['text', ''],
      ['numeral', 'studios'],
      ['text', ''],
    ]);
  });

  it('leaves out a clause of which nothing is known', () => {
    const clauses: readonly Clause[] = [
      { text: trilingual('甲 {{studios}}。', ''), needs: ['studios'] },
      { text: trilingual('乙 {{trainings}}。', ''), needs: ['trainings'] },
      { text: trilingual('丙。', ''), needs: ['list:stages', 'statement:S26'] },
      { text: trilingual('丁。', ''), needs: ['statement:S01'] },
    ];
    expect(plainText(renderParagraph({ key: 'x', clauses }, facts, 'zh'))).toBe('甲 6。丙。');
  });

  it('tells what stands in for a clause only where that one has nothing to tell', () => {
    const clauses: readonly Clause[] = [
      { text: trilingual('甲。', ''), needs: [], unless: 'statement:S26' },
      { text: trilingual('乙。', ''), needs: [], unless: 'statement:S03' },
      { text: trilingual('丙。', ''), needs: ['trainings'], unless: 'statement:S03' },
      { text: trilingual('丁。', ''), needs: ['value:studios'], unless: 'value:trainings' },
    ];
    expect(plainText(renderParagraph({ key: 'x', clauses }, facts, 'zh'))).toBe('乙。丁。');
  });
});

describe('the template', () => {
  const keys = new Set(firstIndicators.map(({ key }) => key));
  const lists = new Set([...reportLists.map(({ key }) => key), 'stage-coverage']);
  const clauses = yearlyTemplate.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.clauses));
  const texts = [...clauses.map((one) => one.text), ...yearlyTemplate.facts.map((one) => one.text)];

  it('names only numerals and lists that there are', () => {
    const named = texts.flatMap(numeralsIn);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    const listed = texts.flatMap(({ zh }) => [...zh.matchAll(/\{\{list:([a-z-]+)/g)].map(([, key]) => key ?? ''));
    expect(listed.filter((key) => !lists.has(key))).toEqual([]);
    const shown = yearlyTemplate.sections.flatMap(({ indicators, charts }) => [
      ...indicators,
      ...charts.map(({ indicator }) => indicator),
    ]);
    expect(shown.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has every number of its texts in every language', () => {
    for (const { text: words } of yearlyTemplate.facts)
      expect(numeralsIn({ ...words, zh: words.en }).toSorted()).toEqual(numeralsIn(words).toSorted());
  });
});

describe('the quotes that tell of a row', () => {
  it('are those of the facts whose numerals count it', () => {
    const row = { source: 'item', values: { category: 'teaching-visit', sender: 'x' } };
    expect(quotesOf(row, yearlyTemplate.facts, firstIndicators)).toEqual(['S21', 'S22']);
    const unnamed = { source: 'item', values: { category: 'teaching-visit', sender: null } };
    expect(quotesOf(unnamed, yearlyTemplate.facts, firstIndicators)).toEqual(['S21']);
  });
});
