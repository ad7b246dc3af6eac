import { describe, expect, it } from '@jest/globals';
import { type YearlyComparable, yearlyChanges } from './changes';
import { trilingual } from '../words';
import type { YearlyFigure, YearlySection } from './content';
import { aFigure as figure } from './made';

const section = (code: string, text: string, key = ''): YearlySection => {
  const said = [{ kind: key === '' ? ('text' as const) : ('numeral' as const), key, text }];
  const pieces = { zh: said, en: said, ug: said };
  return { code, kind: 'text', title: trilingual(code, ''), text: pieces, figures: [], facts: [], charts: [] };
};
const report = (
  figures: readonly YearlyFigure[],
  sections: readonly YearlySection[] = [],
  rows: readonly (readonly [string, string])[] = [],
): YearlyComparable => ({
  content: {
    year: 2015,
    asOf: '2015-12-31',
    title: trilingual('报告', ''),
    headline: trilingual('', ''),
    figures,
    sections,
  },
  rows: new Map(rows),
});
const told = (old: YearlyComparable, now: YearlyComparable) =>
  yearlyChanges(old, { ...now, wordsThen: () => new Map() }).map(({ kind, subject, before, after, by }) => [
    kind,
    subject,
    before,
    after,
    by,
  ]);

describe('changes between two issues', () => {
  it('are none where nothing differs', () => {
    const same = () => report([figure('mentors', 34)], [section('a', '文')], [['mentors', 'f00']]);
    expect(told(same(), same())).toEqual([]);
  });

  it.each([
    [figure('mentors', 34), figure('mentors', 35), ['figure-changed', 'mentors', '34', '35', 1]],
    [figure('mentors', 0.3), figure('mentors', 0.1), ['figure-changed', 'mentors', '0.3', '0.1', -0.2]],
    [figure('mentors', null), figure('mentors', 35), ['figure-changed', 'mentors', '多个', '35', null]],
    [figure('mentors', 34), figure('mentors', 34, { version: 2 }), ['definition-changed', 'mentors', '34', '34', null]],
  ])('tell by how much a numeral moved', (was, is, change) => {
    expect(told(report([was]), report([is]))).toEqual([change]);
  });

  it('tell that a number is counted otherwise beneath the same words, whoever wrote them, and by how much it moved', () => {
    const [first, revised] = [figure('mentors', 34, { version: 3 }), figure('mentors', 34, { version: 3, revised: 1 })];
    expect(told(report([first]), report([revised]))).toEqual([['definition-changed', 'mentors', '34', '34', null]]);
    expect(told(report([revised]), report([revised]))).toEqual([]);
    expect(told(report([first]), report([figure('mentors', 33, { version: 3, revised: 1 })]))).toEqual([
      ['figure-changed', 'mentors', '34', '33', -1],
      ['definition-changed', 'mentors', '34', '33', null],
    ]);
  });

  it('tell of a row that was exchanged though the number stayed', () => {
    const [was, is] = [report([figure('m', 2)], [], [['m', 'aa']]), report([figure('m', 2)], [], [['m', 'bb']])];
    expect(told(was, is)).toEqual([['rows-changed', 'm', '2', '2', null]]);
  });

  it('tell of numerals that came and went', () => {
    expect(told(report([figure('old', 1)]), report([figure('new', 2)]))).toEqual([
      ['figure-gone', 'old', '1', null, null],
      ['figure-added', 'new', null, '2', null],
    ]);
  });

  it('tell of words, of sections and of their order', () => {
    const was = report([], [section('a', '甲'), section('b', '乙'), section('gone', '丙')]);
    const is = report([], [section('b', '乙'), section('a', '丁'), section('new', '戊')]);
    expect(told(was, is)).toEqual([
      ['section-changed', 'a', '甲', '丁', null],
      ['section-gone', 'gone', '丙', null, null],
      ['section-added', 'new', null, '戊', null],
      ['order-changed', '', 'a、b', 'b、a', null],
    ]);
  });

  it('do not tell of a sentence when only its numeral moved', () => {
    expect(told(report([], [section('a', '6', 'studios')]), report([], [section('a', '7', 'studios')]))).toEqual([]);
  });
});
