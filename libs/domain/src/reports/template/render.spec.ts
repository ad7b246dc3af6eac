import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noRows } from '../certainty';
import { firstIndicators } from '../indicators';
import { trilingual } from '../words';
import { reportLists } from './lists';
import { numeralsIn, plainText, quotesOf, renderParagraph, renderText, type ReportFacts, wordedBy } from './render';
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
  statedBy: null,
  differsFrom: null,
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
    ['a number that is not known, without what it would be counted in', '{{trainings}} 期。', '未统计。'],
    ['the same before a word that only begins alike', '{{trainings}} 期间', '未统计 期间'],
    [
      'and before words that go on behind the measure',
      '{{trainings}}人员，{{trainings}}所有学校',
      '未统计人员，未统计所有学校',
    ],
    ['but whole where it ends', '{{trainings}}人次', '未统计'],
    ['but not where a list goes on behind it', '{{trainings}}个{{list:stages}}', '未统计个小'],
    ['what is counted where it is known', '{{studios}} 个、{{trainings}} 人次', '6 个、未统计'],
    ['an indicator that is not there', '{{nowhere}} 个', '未统计'],
    ['words alone', '没有数字', '没有数字'],
  ])('fills in %s', (_what, zh, expected) => {
    expect(text(zh)).toBe(expected);
  });

  const han = fc.constantFrom(...'人个名位期所对项次件种员有学年象数单批节分钟');
  const measures = ['个', '名', '位', '人次', '人', '期', '批次', '节', '分钟', '所', '对', '项', '次', '件', '种'];

  it('takes away nothing of what somebody wrote behind an unknown but a whole measure word', () => {
    const words = fc.array(fc.oneof(han, fc.constantFrom(...'。，、；）！ ')), { maxLength: 6 });
    fc.assert(
      fc.property(words, (signs) => {
        const written = signs.join('');
        const kept = text(`{{trainings}}${written}`).slice('未统计'.length);
        const gone = written.slice(0, written.length - kept.length);
        expect(written.endsWith(kept)).toBe(true);
        expect(['', ...measures]).toContain(gone.trim());
        // A sign of a word never follows what was taken: 人员 keeps its 人.
        if (gone !== '') expect(kept).toMatch(/^(?:$|[。，、；）！ ])/u);
      }),
      { numRuns: 1000 },
    );
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

describe('a clause with a numeral that is no number', () => {
  const told: Clause = {
    text: trilingual('工作室 {{studios}} 个，培训 {{trainings}} 期。', '{{studios}} of {{trainings}}.'),
    instead: trilingual(
      '工作室：{{studios}}，培训：{{trainings}}。',
      'Studios: {{studios}}, trainings: {{trainings}}.',
    ),
    needs: [],
  };
  const said = (with_: Partial<Record<string, ReturnType<typeof answer>>>, language: 'zh' | 'en' = 'zh') => {
    const answers = new Map([
      ...facts.answers,
      ...Object.entries(with_).flatMap(([key, one]) => (one ? [[key, one] as const] : [])),
    ]);
    return plainText(renderParagraph({ key: 'x', clauses: [told] }, { ...facts, answers }, language));
  };

  it('reads the other way, and its numerals still open', () => {
    expect(said({})).toBe('工作室：6，培训：未统计。');
    expect(said({}, 'en')).toBe('Studios: 6, trainings: not recorded.');
    const pieces = renderParagraph({ key: 'x', clauses: [told] }, facts, 'zh');
    expect(pieces.flatMap(({ kind, key }) => (kind === 'numeral' ? [key] : []))).toEqual(['studios', 'trainings']);
  });

  it('reads as it is written where every numeral is a number, none and at least so many too', () => {
    expect(said({ trainings: answer('trainings', 0) })).toBe('工作室 6 个，培训 0 期。');
    expect(said({ trainings: { ...answer('trainings', 3), unknownRows: 1 } })).toBe('工作室 6 个，培训 至少 3 期。');
  });

  it('takes at least none for unknown', () => {
    expect(said({ trainings: { ...answer('trainings', 0), unknownRows: 2 } })).toBe('工作室：6，培训：未统计。');
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
    for (const { text: words, instead = words } of yearlyTemplate.facts)
      for (const one of [words, instead])
        expect(numeralsIn({ ...one, zh: one.en }).toSorted()).toEqual(numeralsIn(one).toSorted());
  });

  const worded = [...clauses, ...yearlyTemplate.facts].filter((one) => numeralsIn(one.text).length > 0);
  /** The numerals of a text, each known or not, in every way there is. */
  const ways = (keys: readonly string[]): readonly (readonly string[])[] =>
    keys.reduce<readonly (readonly string[])[]>((all, key) => all.flatMap((one) => [one, [...one, key]]), [[]]);
  const spoken = (one: (typeof worded)[number], known: readonly string[], language: 'zh' | 'en' | 'ug') => {
    const answers = new Map(known.map((key) => [key, answer(key, 7)]));
    const list = (key: string) => [key, { key, items: [{ value: 'x', words: trilingual('甲', 'x') }] }] as const;
    const all = { ...facts, answers, lists: new Map([...lists].map(list)) };
    return plainText(renderText(wordedBy(one, all), all, language));
  };

  it('reads as a sentence in zh and en whatever of its numerals is not known', () => {
    for (const one of worded)
      for (const known of ways(numeralsIn(one.text))) {
        expect(spoken(one, known, 'zh')).not.toMatch(/未统计 ?(?![。，；、）：]|$)/u);
        expect(spoken(one, known, 'en')).not.toMatch(/not recorded(?![).,;:]|$)/u);
      }
  });

  it('keeps every numeral to be opened that stands in a clause, in all three languages', () => {
    const others = clauses.flatMap(({ text: words, instead }) =>
      (['zh', 'en', 'ug'] as const).flatMap((language) => {
        const said = instead?.[language] ?? '';
        return said === '' ? [] : [{ stood: numeralsIn(words), stand: numeralsIn(trilingual(said, '')) }];
      }),
    );
    expect(others.filter(({ stand }) => stand.length === 0)).toEqual([]);
    for (const { stood, stand } of others) expect(stood).toEqual(expect.arrayContaining([...stand]));
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
