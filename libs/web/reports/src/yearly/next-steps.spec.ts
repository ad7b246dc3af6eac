import { describe, expect, it } from '@jest/globals';
import { isSettled, lacksData, stepNow, stepsOf, unwritten } from './next-steps';

type Report = NonNullable<Parameters<typeof stepNow>[0]>;
type Hindrance = Report['hindrances'][number]['kind'];
type Section = Report['content']['sections'][number];

const section = (words: string, kind: Section['kind'] = 'section'): Section => {
  const pieces = words === '' ? [] : [{ kind: 'text' as const, key: '', text: words }];
  return { code: kind, kind, text: { zh: pieces, en: [], ug: [] } };
};
const report = (state: Report['state'], ...kinds: readonly Hindrance[]): Report => ({
  state,
  hindrances: kinds.map((kind) => ({ kind, subjects: [] })),
  ...{
    changes: [],
    approvals: [],
    issues: [],
    content: { sections: [section('今年。'), section('', 'facts')] },
    sections: [],
  },
});
const corrected = (...kinds: readonly Hindrance[]): Report => ({
  ...report('issued', ...kinds),
  changes: [{}] as unknown as Report['changes'],
});
const approved = (given: Report): Report => ({ ...given, approvals: [{}] as unknown as Report['approvals'] });
const wordless = (given: Report): Report => ({ ...given, content: { sections: [section('')] } });

describe('the next step of a report', () => {
  it.each([
    [null, null, 'complete'],
    [null, 3, 'complete'],
    [null, 0, 'write'],
    [report('draft', 'comments-open', 'approval-missing'), 3, 'answer'],
    [report('draft', 'approval-missing'), 3, 'complete'],
    [wordless(report('draft', 'approval-missing')), 0, 'write'],
    [report('draft', 'approval-missing'), 0, 'approve'],
    [report('draft', 'approval-missing'), null, 'approve'],
    // Who approved has seen what lacks: it does not hold up the rest.
    [approved(report('draft', 'approval-missing')), 3, 'approve'],
    [report('draft', 'figures-moved'), 0, 'approve'],
    [report('draft'), 0, 'freeze'],
    [report('freezing', 'report-freezing'), 3, 'freeze'],
    [report('issued'), 3, 'hand-out'],
    [report('issued', 'approval-missing'), 0, 'hand-out'],
    [corrected('approval-missing'), 0, 'approve'],
    [corrected(), 0, 'freeze'],
  ] as const)('%#: is %s', (given, lacking, step) => {
    expect(stepNow(given, lacking)).toBe(step);
  });

  it('is one, with what is done before it, and everything after it later', () => {
    const states = stepsOf(report('draft', 'approval-missing'), 0).map(({ state }) => state);
    expect(states).toEqual(['done', 'done', 'done', 'now', 'later', 'later']);
  });
});

describe('a report', () => {
  it('asks nobody to approve while its last issue says what it says', () => {
    expect(
      [report('issued', 'approval-missing'), corrected('approval-missing'), report('draft')].map(isSettled),
    ).toEqual([...[true, false, false]]);
  });
});

describe('a step', () => {
  it('is not done because somebody opened it: what lacks stays to be seen', () => {
    const steps = stepsOf(wordless(approved(report('draft', 'approval-missing'))), 3);
    expect(steps.slice(0, 4)).toEqual([
      { step: 'complete', state: 'open', remains: 3 },
      { step: 'write', state: 'open', remains: 1 },
      { step: 'answer', state: 'done', remains: null },
      { step: 'approve', state: 'now', remains: null },
    ]);
  });

  it('is frozen, and not done, where a year was frozen that lacks something; a correction tells again what that is', () => {
    const frozen = stepsOf(wordless({ ...report('issued'), issues: [{}] as unknown as Report['issues'] }), 141);
    expect(frozen.map(({ state, remains }) => [state, remains])).toEqual([
      ...Array.from({ length: 2 }, () => ['frozen', null]),
      ...Array.from({ length: 3 }, () => ['done', null]),
      ['now', null],
    ]);
    expect(stepsOf(report('issued'), 0).map(({ state }) => state)).toEqual([...Array<string>(5).fill('done'), 'now']);
    expect(stepsOf(report('issued'), null)[0]?.state).toBe('frozen');
    const correction = { ...corrected('approval-missing'), issues: [{}] as unknown as Report['issues'] };
    expect(stepsOf(correction, 141)[0]).toEqual({ step: 'complete', state: 'open', remains: 141 });
  });

  it('is not done while nobody knows what lacks', () => {
    expect(stepsOf(report('draft'), null)[0]).toEqual({ step: 'complete', state: 'open', remains: null });
  });

  it('is done before its turn where nothing remains', () => {
    expect(stepsOf(report('draft', 'approval-missing'), 3)[1]).toMatchObject({ step: 'write', state: 'done' });
  });

  it('of writing counts the sections without a word, and never the table of facts', () => {
    expect(unwritten({ ...report('draft'), content: { sections: [section(' '), section('', 'facts')] } })).toBe(1);
  });

  it('of writing does not count a section for which the template has words and the year no data', () => {
    const proposed = { code: 'section', templateBody: { zh: '商定 {{lessons-planned}} 节。', en: '', ug: '' } };
    const silent = { ...wordless(report('draft')), sections: [proposed] };
    expect(unwritten(silent)).toBe(0);
    expect([section(''), section('今年。')].map((shown) => lacksData(proposed, shown))).toEqual([true, false]);
    const free = { ...proposed, templateBody: { zh: '', en: '', ug: '' } };
    expect([unwritten({ ...silent, sections: [free] }), lacksData(free, section(''))]).toEqual([1, false]);
  });
});
