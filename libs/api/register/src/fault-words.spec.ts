import type { Fault, What } from './fault';
import { describeFault } from './fault-words';
import { sheets } from './sheets';

const every: readonly What[] = [
  ...(['missing', 'became-a-date', 'error-value', 'formula-without-value', 'not-a-code', 'not-a-day'] as const).map(
    (kind) => ({ kind }),
  ),
  ...(['not-a-month-day', 'not-a-time', 'not-a-year-month-or-day', 'column-missing', 'column-twice'] as const).map(
    (kind) => ({ kind }),
  ),
  ...(
    ['column-nameless', 'nothing-to-read', 'not-a-monday', 'stage-missing', 'same-school', 'same-person'] as const
  ).map((kind) => ({ kind })),
  ...(['days-backwards', 'follows-without-make-up', 'not-a-school'] as const).map((kind) => ({ kind })),
  ...(['empty', 'unexpected', 'week-out-of-range', 'range-backwards', 'no-such-week'] as const).map((fault) => ({
    kind: 'weeks' as const,
    fault,
  })),
  { kind: 'too-long', longest: 30 },
  { kind: 'not-a-choice', choices: ['上课'] },
  { kind: 'not-whole', least: 1, most: 30 },
  { kind: 'sheet-unknown', names: ['单位'] },
  { kind: 'sheet-mismatch', other: '单位' },
  { kind: 'headings-missing', headings: ['代码'] },
  { kind: 'column-unknown', headings: ['代码'] },
  { kind: 'twice', row: 3, file: '单位.csv' },
  { kind: 'season-differs', row: 3 },
  ...(['period-without-length', 'period-outside-day', 'period-number-twice'] as const).map((kind) => ({
    kind: 'bell' as const,
    bell: 'B',
    fault: { kind, season: '夏季', period: 2 },
  })),
  { kind: 'bell', bell: 'B', fault: { kind: 'periods-overlap', season: '夏季', periods: [1, 2] } },
  { kind: 'bell', bell: 'B', fault: { kind: 'season-without-periods', season: '夏季' } },
  { kind: 'bell', bell: 'B', fault: { kind: 'seasons-overlap', seasons: ['夏季', '冬季'], from: 501, to: 930 } },
  { kind: 'bell', bell: 'B', fault: { kind: 'no-season', from: 501, to: 930 } },
  { kind: 'unknown-reference', sheet: '单位' },
  { kind: 'unknown-scope', choices: ['杭州'] },
  { kind: 'not-partners', schools: ['A', 'B'] },
  { kind: 'foreign', of: 'A' },
  { kind: 'role-missing', role: '导师' },
  { kind: 'classroom-count', count: 0, endpoint: '主讲' },
  { kind: 'classroom-count', count: 2, endpoint: '主讲' },
  { kind: 'no-such-period', periods: [1, 2] },
  { kind: 'no-such-period', periods: [] },
  { kind: 'no-such-term', side: 'A' },
  { kind: 'week-beyond-term', weekCount: 20 },
];

describe('the words of faults', () => {
  it.each(every.map((what) => [JSON.stringify(what), what] as const))(
    '%s is told in both languages with a remedy',
    (_, what) => {
      const fault: Fault = { sheet: '单位', row: 2, column: '代码', value: 'x', what };
      const zh = describeFault(fault, 'zh');
      const en = describeFault(fault, 'en');
      expect(zh).toMatchObject({ sheet: '单位', row: 2, column: '代码', value: 'x' });
      for (const words of [zh.reason, zh.remedy]) expect(words).toMatch(/[\u4e00-\u9fff]/);
      for (const words of [en.reason, en.remedy]) expect(words).toMatch(/[a-z]/);
      expect(JSON.stringify([zh, en])).not.toMatch(/undefined|NaN|\[object/);
    },
  );
});

describe('the fifteen sheets', () => {
  it('refer only to sheets before them, by columns that are theirs', () => {
    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(15);
    sheets.forEach((sheet, at) => {
      for (const { reading } of Object.values(sheet.columns)) {
        if (reading.refersTo) expect(names.slice(0, at)).toContain(reading.refersTo);
      }
      for (const field of sheet.key) expect(sheet.columns[field]?.needed).toBe(true);
    });
  });
});
