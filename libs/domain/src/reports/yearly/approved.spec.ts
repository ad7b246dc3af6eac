import { describe, expect, it } from '@jest/globals';
import { trilingual } from '../words';
import { approvedOf, movedSince, type YearlyNow, type YearlyPrints } from './approved';
import type { YearlyContent, YearlySection } from './content';
import { aFigure } from './made';

const said = (text: string) => [{ kind: 'text' as const, key: '', text }];
const section = (zh: string, en = zh): YearlySection => ({
  ...{ code: 'overview', kind: 'text', title: trilingual('概述', '') },
  ...{ text: { zh: said(zh), en: said(en), ug: [] }, figures: [], facts: [], charts: [] },
});
const content = (value: number, version: number, one: YearlySection): YearlyContent => ({
  ...{ year: 2015, asOf: '2015-12-31', title: trilingual('报告', ''), headline: trilingual('', '') },
  figures: [aFigure('studios', value, { version })],
  sections: [one],
});
const of = (now: YearlyContent, prints: YearlyPrints | null): YearlyNow => ({
  ...{ content: now, prints },
  wordsThen: () => new Map(),
});
const approved = content(6, 1, section('六个'));

describe('what moved since it was approved', () => {
  it.each([
    ['nothing', approved, []],
    ['a number', content(7, 2, section('六个')), [['studios', '6', '7']]],
    ['a definition', content(6, 2, section('六个')), [['studios', 'v1', 'v2']]],
    ['words', content(6, 1, section('七个')), [['section:overview', '已核准的文字', '改动过的文字']]],
    [
      'words of another language',
      content(6, 1, section('六个', '7')),
      [['section:overview', expect.any(String), expect.any(String)]],
    ],
  ])('%s', (_what, now, expected) => {
    const moved = movedSince(approvedOf(approved, new Map()), of(now, new Map()));
    expect(moved.map(({ key, before, after }) => [key, before, after])).toEqual(expected);
  });

  it('is a numeral whose rows say something else though it counts as many', () => {
    const given = approvedOf(approved, new Map([['studios', '6 100']]));
    const moved = (print: string) => movedSince(given, of(approved, new Map([['studios', print]])));
    expect(moved('6 100')).toEqual([]);
    expect(moved('6 101').map(({ key, after }) => [key, after])).toEqual([['studios', '依据有变，数没有变']]);
    // Told once, by the number.
    expect(movedSince(given, of(content(7, 1, section('六个')), new Map())).map(({ after }) => after)).toEqual(['7']);
  });

  it('is no row where rows are not looked at, or were not when it was approved', () => {
    const prints = new Map([['studios', '6 100']]);
    expect(movedSince(approvedOf(approved, prints), of(approved, null))).toEqual([]);
    expect(movedSince(approvedOf(approved, new Map()), of(approved, prints))).toEqual([]);
  });

  it('is everything where it is not known what was approved', () => {
    expect(movedSince({}, of(approved, null)).map(({ key, before }) => [key, before])).toContainEqual(['studios', '—']);
  });
});
