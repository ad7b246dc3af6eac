// A report that the specs print; not part of the library.
import {
  type Piece,
  trilingual,
  type YearlyChart,
  type YearlyContent,
  type YearlyFigure,
  type YearlyPieces,
} from '@qinglan/domain';
import type { PrintedReport } from './printed';

const figure = (key: string, zh: string, more: Partial<YearlyFigure>): YearlyFigure => ({
  key,
  version: 1,
  name: trilingual(zh, key),
  unit: '个',
  definition: trilingual(`${zh}的口径`, `definition of ${key}`),
  value: 6,
  printed: trilingual('6', '6', '6'),
  rows: 6,
  unknownRows: 0,
  from: [],
  marks: ['stated'],
  asOf: '2015-12-31',
  ...more,
});
const text = (said: string): Piece => ({ kind: 'text', key: '', text: said });
const numeral = (key: string, said: string): Piece => ({ kind: 'numeral', key, text: said });
const pieces = (zh: readonly Piece[], en: readonly Piece[], ug: readonly Piece[]): YearlyPieces => ({ zh, en, ug });

const words = pieces(
  [
    text('建立青蓝工作室 '),
    numeral('studios', '6'),
    text(' 个；每位师傅带 '),
    numeral('mentees-per-mentor', '3.12'),
    text(' 名徒弟。'),
  ],
  [numeral('studios', '6'), text(' Qinglan studios.')],
  [numeral('studios', '6'), text(' چىڭلەن ستۇدىيىسى قۇرۇلدى؛ ئۇستاز ۋە شاگىرت.')],
);

const sections: YearlyContent['sections'] = [
  {
    code: 'overview',
    kind: 'section',
    title: trilingual('概述 <1>', 'Overview', 'ئومۇمىي ئەھۋال'),
    text: words,
    figures: ['studios', 'mentees-per-mentor', 'donor-schools'],
    facts: [],
    charts: [
      {
        key: 'by-studio',
        title: trilingual('各工作室的徒弟', 'Mentees by studio'),
        indicator: 'mentees',
        by: 'studio',
        kind: 'bar',
        sentence: trilingual('最多的是高中数学，22 名。', 'Most: 22'),
        groups: [
          {
            key: 's1',
            label: trilingual('高中数学', 'senior mathematics'),
            value: 22,
            isHidden: false,
            marks: ['demo'],
          },
          { label: trilingual('妇产科', 'obstetrics'), value: null, isHidden: true },
          { key: 's3', label: trilingual('外科', 'surgery'), value: 17, isHidden: false, marks: ['stated'] },
        ],
      },
    ],
  },
  {
    code: 'facts',
    kind: 'facts',
    title: trilingual('事实与数字', 'Facts'),
    text: pieces([], [], []),
    figures: [],
    facts: [
      {
        id: 'S13',
        label: trilingual('青蓝工作室', 'Studios'),
        text: words,
        rule: trilingual('不相加。', 'Never added.'),
        quote: '6个青蓝工作室',
        source: '报纸',
        marks: ['stated', 'demo'],
      },
    ],
    charts: [],
  },
];

const figures: readonly YearlyFigure[] = [
  figure('studios', '青蓝工作室', {}),
  figure('mentees-per-mentor', '每位师傅带的徒弟', {
    value: 3.12,
    printed: trilingual('3.12', '3.12'),
    unit: '比',
    marks: ['derived', 'demo'],
  }),
  figure('donor-schools', '=贡献师资的名校', {
    value: null,
    printed: trilingual('多所', 'several'),
    unit: '所',
    rows: 1,
    unknownRows: 1,
  }),
];

const change = { subject: 'studios', name: trilingual('青蓝工作室', 'Studios'), before: '5', after: '6', by: 1 };

/** An issue of 2015 with everything that a report can hold, markup and formulas in its words among it. */
export const aReport = (): PrintedReport => ({
  content: {
    year: 2015,
    asOf: '2015-12-31',
    title: trilingual('2015 年度报告', 'Report of the year 2015', '2015-يىللىق دوكلات'),
    headline: trilingual('一支“带不走的人才队伍”', 'a team that stays'),
    sections,
    figures,
  },
  issue: {
    number: 2,
    frozenAt: '2016-01-20T02:05:00Z',
    frozenBy: '管理员1',
    reason: '一条记录改正',
    hash: 'ab'.repeat(32),
    signers: [
      { side: 'hangzhou', name: '管理员1', organisation: '杭州市援疆指挥部', at: '2016-01-19T02:00:00Z' },
      { side: 'aksu', name: '管理员2', organisation: '阿克苏市高级中学', at: '2016-01-19T03:00:00Z' },
    ],
    changes: [{ kind: 'figure-changed', ...change }],
  },
});

/** The same as it was frozen before it was kept how sure the groups of charts are. */
export function withoutMarks(report: PrintedReport): PrintedReport {
  const before = (chart: YearlyChart): YearlyChart => ({
    ...chart,
    groups: chart.groups.map(({ label, value, isHidden }) => ({ label, value, isHidden })),
  });
  const content = {
    ...report.content,
    sections: report.content.sections.map((section) => ({ ...section, charts: section.charts.map(before) })),
  };
  return { ...report, content };
}
