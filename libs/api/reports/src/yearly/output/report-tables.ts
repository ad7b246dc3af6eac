import {
  chartMarks,
  inLanguage,
  isMarked,
  type ReportLanguage,
  type YearlyChart,
  type YearlyContent,
  type YearlyPieces,
} from '@qinglan/domain';
import { marksText, pageWords } from './page-words';
import type { PrintedReport } from './printed';

/** A cell of a table: numbers stay numbers, unknown is empty. */
export type TableCell = string | number | null;

/** How a column is shown in a workbook. */
export type ColumnKind = 'text' | 'long' | 'number' | 'day';

/** One table of a report, the same for workbook and CSV; headings in Chinese and English. */
export interface ReportTable {
  /** The name of its CSV file. */
  readonly name: string;
  /** The name of its sheet. */
  readonly sheet: string;
  readonly columns: readonly { readonly heading: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly TableCell[])[];
}

const language: ReportLanguage = 'zh';
const said = (pieces: YearlyPieces, tongue: ReportLanguage) => pieces[tongue].map(({ text }) => text).join('');
const column = (heading: string, kind: ColumnKind = 'text') => ({ heading, kind });

/** What is printed as a number stays one; 至少 5 and 未统计 are words. */
const printedCell = (printed: string | null): TableCell =>
  printed !== null && /^-?\d+(\.\d+)?$/.test(printed) ? Number(printed) : printed;

function figuresTable({ sections, figures }: YearlyContent): ReportTable {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const placed = sections.flatMap(({ title, figures: keys }) => keys.map((key) => ({ section: title.zh, key })));
  const elsewhere = figures
    .filter(({ key }) => !placed.some((one) => one.key === key))
    .map(({ key }) => ({ section: '', key }));
  const rows = [...placed, ...elsewhere].flatMap(({ section, key }) => {
    const figure = byKey.get(key);
    if (!figure) return [];
    const { name, unit, value, printed, marks, rows: count, unknownRows, asOf, version } = figure;
    const told = [value, printedCell(inLanguage(printed, language)), unit, marksText(marks, language)];
    const head = [section, name.zh, name.en, ...told];
    return [[...head, count, unknownRows, asOf, key, version]];
  });
  const columns = [
    ...[column('章节 Section'), column('指标', 'long'), column('Indicator', 'long'), column('数值 Value', 'number')],
    ...[column('印出 Printed'), column('单位 Unit'), column('依据 Basis'), column('记录 Rows', 'number')],
    ...[
      column('其中未知 Unknown', 'number'),
      column('截至 As of', 'day'),
      column('代码 Key'),
      column('口径版本 Version', 'number'),
    ],
  ];
  return { name: 'figures', sheet: '数字 Figures', columns, rows };
}

function factsTable({ sections }: YearlyContent): ReportTable {
  const rows = sections.flatMap(({ facts }) =>
    facts.map(({ id, label, text, rule, quote, source, marks }) => [
      ...[id, label.zh, said(text, 'zh'), said(text, 'en'), marksText(marks, language), rule.zh, quote, source],
    ]),
  );
  const columns = [
    ...[
      column('编号 No.'),
      column('事项', 'long'),
      column('内容', 'long'),
      column('Text', 'long'),
      column('依据 Basis'),
    ],
    ...[column('说明 Rule', 'long'), column('原文 Quote', 'long'), column('来源 Source', 'long')],
  ];
  return { name: 'facts', sheet: '事实 Facts', columns, rows };
}

/** What a chart says, with how sure it is as a whole before the full stop. */
function sentenceMarked({ sentence, groups }: YearlyChart): string {
  const marks = marksText(chartMarks(groups), language);
  return marks && sentence.zh ? sentence.zh.replace(/([。.]?)$/, `（${marks}）$1`) : sentence.zh;
}

/** A group, and below it what it consists of where its bar is in parts. */
function groupRows(chart: YearlyChart): (readonly TableCell[])[] {
  const said = sentenceMarked(chart);
  return chart.groups.flatMap(({ label, value, isHidden, marks = [], parts = [] }) => [
    [
      ...[chart.title.zh, label.zh, label.en, isHidden ? null : value, marksText(marks, language)],
      ...[isHidden ? pageWords[language].hidden : '', said],
    ],
    ...parts.map((part) => [
      ...[chart.title.zh, `${label.zh}：${part.label.zh}`, `${label.en}: ${part.label.en}`, part.value],
      ...[marksText(part.marks ?? [], language), '', said],
    ]),
  ]);
}

/** Charts of before it was kept how sure their groups are have no column for it: their table stays what it was. */
function chartsTable({ sections }: YearlyContent): ReportTable {
  const basis = 4;
  const columns = [
    ...[column('图 Chart', 'long'), column('组'), column('Group'), column('数值 Value', 'number')],
    ...[column('依据 Basis'), column('说明 Note'), column('结论 Sentence', 'long')],
  ];
  const charts = sections.flatMap((section) => section.charts);
  const all = { name: 'charts', sheet: '图表 Charts', columns, rows: charts.flatMap(groupRows) };
  if (charts.some(({ groups }) => isMarked(groups))) return all;
  const without = <Cell>(cells: readonly Cell[]) => cells.filter((_, at) => at !== basis);
  return { ...all, columns: without(columns), rows: all.rows.map(without) };
}

function wordsTable({ sections }: YearlyContent): ReportTable {
  const columns = [
    column('章节 Section'),
    column('中文', 'long'),
    column('English', 'long'),
    column('ئۇيغۇرچە', 'long'),
  ];
  const rows = sections.map(({ title, text }) => [title.zh, said(text, 'zh'), said(text, 'en'), said(text, 'ug')]);
  return { name: 'words', sheet: '文字 Words', columns, rows };
}

function definitionsTable({ figures }: YearlyContent): ReportTable {
  const columns = [
    ...[column('代码 Key'), column('版本 Version', 'number'), column('指标', 'long'), column('Indicator', 'long')],
    ...[column('كۆرسەتكۈچ', 'long'), column('单位 Unit'), column('口径', 'long'), column('Definition', 'long')],
  ];
  const rows = figures.map(({ key, version, name, unit, definition }) => [
    ...[key, version, name.zh, name.en, name.ug, unit, definition.zh, definition.en],
  ]);
  return { name: 'definitions', sheet: '口径 Definitions', columns, rows };
}

function changesTable({ issue }: PrintedReport): ReportTable {
  const columns = [
    ...[
      column('类别 Kind'),
      column('项目 What', 'long'),
      column('上一版 Before', 'long'),
      column('本版 After', 'long'),
    ],
    ...[column('增减 By', 'number'), column('代码 Key')],
  ];
  const rows = (issue?.changes ?? []).map(({ kind, subject, name, before, after, by }) => [
    ...[pageWords[language].kinds[kind], name.zh, printedCell(before), printedCell(after), by, subject],
  ]);
  return { name: 'changes', sheet: '更改 Changes', columns, rows };
}

/** Every table of a report; the one of changes only from the second issue on. */
export function reportTables(report: PrintedReport): readonly ReportTable[] {
  const { content, issue } = report;
  const tables = [figuresTable, factsTable, chartsTable, wordsTable, definitionsTable].map((make) => make(content));
  return (issue?.number ?? 1) > 1 ? [...tables, changesTable(report)] : tables;
}
