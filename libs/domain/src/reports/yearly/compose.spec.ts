import { describe, expect, it } from '@jest/globals';
import { noRows } from '../certainty';
import type { Chart, FactRow } from '../template';
import { trilingual } from '../words';
import { breakdownsNeeded, composeYearly, marksOf, type YearlyCounted, yearlyFigure } from './compose';
import { aDefinition, anAnswer, aDraftSection } from './made';

const answers = [
  anAnswer('studios', 6),
  anAnswer('donors', null, { words: trilingual('多所', 'several') }),
  anAnswer('together', 9, { derived: true, certainty: { ...noRows, stated: 8, demo: 1 } }),
];
const groups = [
  { label: trilingual('教育', 'education'), value: 4, isHidden: false },
  { label: trilingual('医疗', 'medical'), value: null, isHidden: true },
];
const counted: YearlyCounted = {
  definitions: new Map(answers.map(({ key }) => [key, aDefinition(key)])),
  facts: {
    year: 2015,
    answers: new Map(answers.map((answer) => [answer.key, answer])),
    lists: new Map([['stages', { key: 'stages', items: [{ value: 'primary', words: trilingual('小', 'primary') }] }]]),
    statements: new Map([['S26', { code: 'S26', text: trilingual('带不走的人才队伍', 'a team that stays') }]]),
  },
  quotes: new Map([['S26', { quote: '一支“带不走的人才队伍”', source: '报纸', certainty: 'stated' }]]),
  breakdowns: [{ indicator: 'studios', by: 'field', groups }],
};
const chart: Chart = {
  key: 'by-field',
  title: trilingual('各领域', 'By field'),
  indicator: 'studios',
  by: 'field',
  kind: 'bar',
  sentence: trilingual('最多的是{{most}}，{{value}} 个，共 {{total}} 个。', '{{most}}: {{value}} of {{total}}'),
};
const fact = (id: string, text: string, statement: string | null): FactRow => ({
  id,
  label: trilingual(id, id),
  text: trilingual(text, text),
  statement,
  rule: trilingual('', ''),
});
const plan = (given: Partial<ReturnType<typeof aDraftSection>['plan']>) => ({ ...aDraftSection('x').plan, ...given });
const paragraph = {
  key: 'p',
  clauses: [
    { text: trilingual('工作室 {{studios}} 个。', '{{studios}} studios.'), needs: ['studios'] },
    { text: trilingual('没有人知道。', 'Nobody knows.'), needs: ['nobody'] },
  ],
};
const about = { asOf: '2015-12-31', title: trilingual('{{year}} 年度报告', 'Report of {{year}}'), headline: 'S26' };
const report = composeYearly(
  about,
  [
    aDraftSection('template', { plan: plan({ paragraphs: [paragraph, paragraph], figures: ['studios', 'unasked'] }) }),
    aDraftSection('own', { body: trilingual('{{donors}}，{{together}}', ''), plan: plan({ paragraphs: [paragraph] }) }),
    aDraftSection('hidden', { isHidden: true, plan: plan({ charts: [{ ...chart, by: 'level' }] }) }),
    aDraftSection('facts', {
      plan: plan({
        facts: [
          fact('S13', '{{studios}} 个', null),
          fact('S26', '{{statement:S26}}', 'S26'),
          fact('S99', '{{donors}}', 'S99'),
          fact('D1', '{{together}}', null),
        ],
      }),
    }),
    aDraftSection('chart', { plan: plan({ charts: [chart] }) }),
  ],
  counted,
);
const said = (code: string, language: 'zh' | 'en' | 'ug') =>
  report.sections
    .find((section) => section.code === code)
    ?.text[language].map(({ text }) => text)
    .join('');

describe('a report', () => {
  it('says its title with the year, and what the year is remembered by', () => {
    expect([report.title.zh, report.title.ug, report.headline.zh]).toEqual([
      '2015 年度报告',
      '2015 年度报告',
      '带不走的人才队伍',
    ]);
  });

  it('speaks with the template, paragraph by paragraph, without clauses that nobody can fill', () => {
    expect(said('template', 'zh')).toBe('工作室 6 个。\n工作室 6 个。');
    expect(said('template', 'en')).toBe('6 studios.\n6 studios.');
  });

  it('speaks with own words where somebody wrote them', () => {
    expect(said('own', 'zh')).toBe('多所，9');
    expect(said('own', 'ug')).toBe('多所，9');
  });

  it('speaks with the template in a language in which nobody wrote own words', () => {
    expect(said('own', 'en')).toBe('6 studios.');
  });

  it('leaves out what is hidden and keeps the order', () => {
    expect(report.sections.map(({ code }) => code)).toEqual(['template', 'own', 'facts', 'chart']);
  });

  it('holds every numeral that it names, once, and none that was not counted', () => {
    expect(report.figures.map(({ key }) => key).toSorted()).toEqual(['donors', 'studios', 'together']);
    expect(report.sections[0]?.figures).toEqual(['studios']);
  });

  it('holds what a numeral is reckoned from as well', () => {
    const rule = { kind: 'derived' as const, operation: 'sum' as const, from: ['studios', 'donors'] };
    const definitions = new Map(counted.definitions).set('together', { ...aDefinition('together'), rule });
    const body = trilingual('{{together}}', '');
    const figures = composeYearly(about, [aDraftSection('a', { body })], { ...counted, definitions }).figures;
    expect(figures.map(({ key, from }) => [key, from])).toEqual([
      ['together', ['studios', 'donors']],
      ['studios', []],
      ['donors', []],
    ]);
  });

  it('tells the facts that the year has, with quote and marks', () => {
    const facts = report.sections[2]?.facts ?? [];
    expect(facts.map(({ id, quote, marks }) => [id, quote, marks])).toEqual([
      ['S13', null, ['stated']],
      ['S26', '一支“带不走的人才队伍”', ['stated']],
      ['D1', null, ['derived', 'demo']],
    ]);
  });

  it('draws a chart with its sentence and its groups as they were counted', () => {
    expect(report.sections[3]?.charts[0]).toMatchObject({
      sentence: { zh: '最多的是教育，4 个，共 6 个。', en: 'education: 4 of 6' },
      groups,
    });
  });
});

describe('marks', () => {
  it('tell the weakest row, and 推算 before it', () => {
    expect(marksOf(anAnswer('a', 4, { certainty: { ...noRows, recorded: 3, inferred: 1 } }))).toEqual(['inferred']);
    expect(marksOf(anAnswer('a', 4, { derived: true }))).toEqual(['derived', 'stated']);
    expect(marksOf(anAnswer('a', null, { derived: true }))).toEqual(['derived']);
  });

  it('tell that the source states a number, and how sure its rows are beside it', () => {
    const demo = { certainty: { ...noRows, demo: 34 } };
    const figure = (more: object) =>
      yearlyFigure(aDefinition('mentors'), anAnswer('mentors', 34, { ...demo, ...more }));
    expect(figure({ statedBy: 'S14' })).toMatchObject({ marks: ['stated'], statedBy: 'S14', rowsMark: 'demo' });
    expect(figure({ differsFrom: 'S14' })).toMatchObject({ marks: ['demo'], differsFrom: 'S14' });
    const plain = yearlyFigure(aDefinition('mentors'), anAnswer('mentors', 34));
    expect(['statedBy', 'differsFrom', 'rowsMark'].filter((name) => name in plain)).toEqual([]);
  });

  it('do not stand beside words that no source says', () => {
    const unknown = anAnswer('a', null, { rows: 1, unknownRows: 1, certainty: { ...noRows, stated: 1 } });
    expect(marksOf(unknown)).toEqual([]);
    expect(marksOf({ ...unknown, statedBy: 'S09' })).toEqual(['stated']);
  });
});

describe('what has to be broken down', () => {
  it('is what charts that are shown ask for', () => {
    const sections = [
      aDraftSection('a', { plan: plan({ charts: [chart] }) }),
      aDraftSection('b', { isHidden: true, plan: plan({ charts: [chart] }) }),
    ];
    expect(breakdownsNeeded(sections)).toEqual([{ indicator: 'studios', by: 'field' }]);
  });
});
