import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IndicatorAnswer } from '../answer';
import { firstIndicators } from '../indicators';
import { type FoundList, yearlyTemplate } from '../template';
import { trilingual } from '../words';
import { approvedOf, movedSince, type YearlyApproved } from './approved';
import { yearlyChanges } from './changes';
import { composeYearly, type YearlyCounted } from './compose';
import { openedSections, type YearlyDraftSection } from './draft';
import { aDraftSection, anAnswer } from './made';
import { wordsThen } from './words-then';

const about = { asOf: '2015-12-31', title: trilingual('年度报告', ''), headline: 'S26' };
const stages = (zh: string): FoundList => ({ key: 'stages', items: [{ value: 'x', words: trilingual(zh, zh) }] });

function countedOf(answers: readonly IndicatorAnswer[], list = '小'): YearlyCounted {
  const definitions = firstIndicators.map((one) => [one.key, { ...one, version: 1 }] as const);
  return {
    definitions: new Map(definitions),
    facts: {
      year: 2015,
      answers: new Map(answers.map((answer) => [answer.key, answer])),
      lists: new Map([['stages', stages(list)]]),
      statements: new Map(),
    },
    quotes: new Map(),
    breakdowns: [],
  };
}
function drafted(sections: readonly YearlyDraftSection[], counted: YearlyCounted) {
  return { content: composeYearly(about, sections, counted), wordsThen: wordsThen(sections, counted) };
}
type Drafted = ReturnType<typeof drafted>;
const rows = new Map<string, string>();
const changed = (was: Drafted, is: Drafted) =>
  yearlyChanges({ ...was, rows }, { ...is, rows }).map(({ kind, subject }) => `${kind} ${subject}`);
const moved = (was: Drafted, is: Drafted, keep: (key: string) => boolean = () => true) => {
  const approved = Object.fromEntries(Object.entries(approvedOf(was.content, rows)).filter(([key]) => keep(key)));
  return movedSince(approved, { ...is, prints: null }).map(({ key }) => key);
};
/** As approvals were kept before it was kept what a numeral came to. */
const asBefore = (key: string) => !key.startsWith('stood:');

const plan = {
  ...aDraftSection('x').plan,
  paragraphs: [
    {
      key: 'p',
      clauses: [
        {
          text: trilingual('听课完成 {{obligations-met}} 项；', 'Met: {{obligations-met}};'),
          instead: trilingual('听课完成情况{{obligations-met}}；', 'How many were met is {{obligations-met}};'),
          needs: [],
        },
        { text: trilingual('师傅 {{mentors}} 名，', '{{mentors}} mentors,'), needs: ['mentors'] },
        { text: trilingual('学段{{list:stages}}。', 'stages {{list:stages}}.'), needs: [] },
      ],
    },
  ],
  facts: [
    {
      ...{ id: 'D9', label: trilingual('师傅', 'Mentors'), text: trilingual('{{mentors}} 名', '{{mentors}}') },
      ...{ statement: null, rule: trilingual('', '') },
    },
  ],
};
const section = aDraftSection('mentoring', { plan });
const unknown = countedOf([anAnswer('obligations-met', null, { rows: 2, unknownRows: 2 }), anAnswer('mentors', null)]);
const known = countedOf([anAnswer('obligations-met', 9), anAnswer('mentors', 34)]);

describe('words that a numeral alone puts otherwise', () => {
  const [was, is] = [drafted([section], unknown), drafted([section], known)];

  it('read otherwise', () => {
    const said = ({ content }: Drafted) => content.sections[0]?.text.zh.map(({ text }) => text).join('');
    expect(said(was)).toBe('听课完成情况多个；学段小。');
    expect(said(is)).toBe('听课完成 9 项；师傅 34 名，学段小。');
  });

  it('are no change of words, from unknown to known and back', () => {
    expect(changed(was, is)).toEqual(['figure-changed obligations-met', 'figure-added mentors']);
    expect(changed(is, was)).toEqual(['figure-changed obligations-met', 'figure-gone mentors']);
  });

  it('unsettle no approval of words, nor one that was kept before', () => {
    expect(moved(was, is)).toEqual(['obligations-met', 'mentors']);
    expect(moved(was, is, asBefore)).toEqual(['obligations-met', 'mentors']);
    expect(moved(is, was)).toEqual(['obligations-met']);
    expect(moved(is, was, asBefore)).toEqual(['obligations-met']);
  });

  it('do not cover what is said otherwise beside', () => {
    const other = drafted([section], {
      ...known,
      facts: { ...known.facts, lists: new Map([['stages', stages('初')]]) },
    });
    expect(changed(was, other)).toContain('section-changed mentoring');
    expect(moved(was, other)).toContain('section:mentoring');
    const own = aDraftSection('mentoring', { plan, body: trilingual('完成 {{obligations-met}} 项。', '') });
    expect(changed(was, drafted([own], known))).toContain('section-changed mentoring');
    expect(moved(was, drafted([own], known))).toContain('section:mentoring');
  });
});

describe('own words behind a numeral that was unknown', () => {
  const own = (body: string) => aDraftSection('own', { body: trilingual(body, '') });
  const [was, is] = [(body: string) => drafted([own(body)], unknown), (body: string) => drafted([own(body)], known)];

  it.each(['听课 {{obligations-met}} 项。', '听课{{obligations-met}}人员'])('are the same: %s', (body) => {
    expect(changed(was(body), is(body))).toEqual(['figure-changed obligations-met']);
    expect(moved(was(body), is(body))).toEqual(['obligations-met']);
  });

  it('are the same where a report of before lost their first sign', () => {
    const before = was('听课{{obligations-met}}人员');
    const [one] = before.content.sections;
    const lost = [
      { kind: 'text' as const, key: '', text: '听课' },
      { kind: 'numeral' as const, key: 'obligations-met', text: '未统计' },
      { kind: 'text' as const, key: '', text: '员' },
    ];
    const text = { zh: lost, en: lost, ug: lost };
    const stored = { ...before, content: { ...before.content, sections: one ? [{ ...one, text }] : [] } };
    expect(changed(stored, is('听课{{obligations-met}}人员'))).toEqual(['figure-changed obligations-met']);
    expect(changed(stored, was('听课{{obligations-met}}人员'))).toEqual([]);
    expect(changed(stored, is('听课{{obligations-met}}人员们'))).toContain('section-changed own');
  });
});

describe('the template', () => {
  const come = fc.constantFrom<Partial<IndicatorAnswer>>(
    { value: null, rows: 0, unknownRows: 0 },
    { value: null, rows: 3, unknownRows: 3 },
    { value: 0, rows: 2, unknownRows: 2 },
    { value: 0, rows: 0, unknownRows: 0 },
    { value: 7, rows: 7, unknownRows: 1 },
    { value: 9, rows: 9, unknownRows: 0 },
  );
  const all = fc.array(come, { minLength: firstIndicators.length, maxLength: firstIndicators.length });
  const counting = (given: readonly Partial<IndicatorAnswer>[]) =>
    countedOf(firstIndicators.map(({ key }, at) => ({ ...anAnswer(key, 0), ...given[at] })));
  const sections = openedSections(yearlyTemplate);
  const approvedIn = ({ content }: Drafted): YearlyApproved => approvedOf(content, rows);

  it('says the same whatever its numerals come to', () => {
    fc.assert(
      fc.property(all, all, (before, after) => {
        const [was, is] = [drafted(sections, counting(before)), drafted(sections, counting(after))];
        expect(changed(was, is).filter((one) => one.startsWith('section-'))).toEqual([]);
        const words = movedSince(approvedIn(was), { ...is, prints: null }).filter(({ key }) => key.includes(':'));
        expect(words).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says something else where somebody wrote something else, whatever its numerals come to', () => {
    fc.assert(
      fc.property(all, all, (before, after) => {
        const [first, ...rest] = sections.map((one) => ({ ...one, body: trilingual('师傅 {{mentors}} 名。', '') }));
        const written = [{ ...first, body: trilingual('师傅{{mentors}}名师。', '') } as YearlyDraftSection, ...rest];
        const [was, is] = [
          drafted([first as YearlyDraftSection, ...rest], counting(before)),
          drafted(written, counting(after)),
        ];
        const told = changed(was, is).filter((one) => one.startsWith('section-'));
        expect(told).toEqual([`section-changed ${String(first?.code)}`]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('words that were decided by the Chinese alone', () => {
  it('are the same as those that are decided language by language now', () => {
    const own = [aDraftSection('mentoring', { plan, body: trilingual('师傅 {{mentors}} 名。', '') })];
    const is = drafted(own, known);
    const [said] = is.content.sections;
    if (!said) throw new Error('no section');
    const { zh } = said.text;
    const was = { ...is, content: { ...is.content, sections: [{ ...said, text: { zh, en: zh, ug: zh } }] } };
    expect(said.text.en).not.toEqual(zh);
    expect(changed(was, is).filter((one) => !one.startsWith('figure'))).toEqual([]);
  });
});
