import { certaintyInRegister, certaintyText, csvHead, csvLine, plainCell, wordsOfCategory } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import type { ExportedEnrolment, ExportedItem } from './item-export.queries';

type Cell = string | number | null;
type Column<Row> = readonly [heading: string, cell: (row: Row) => Cell];

const states = { planned: '计划', held: '已举办', cancelled: '已取消' } as const;
const enrolmentStates = { enrolled: '已报名', waiting: '候补', withdrawn: '已退出' } as const;
const yesOrNo = (value: boolean | null): Cell => (value === null ? null : value ? '是' : '否');

/** The headings of the register's sheet 项目, in its order; an empty cell is unknown. */
const itemColumns: readonly Column<ExportedItem>[] = [
  ['项目代码', ({ code }) => code],
  ['类别', wordsOfCategory],
  ['名称', ({ title }) => title],
  ['年度', ({ year }) => year],
  ['开始', ({ begins }) => begins],
  ['结束', ({ ends }) => ends],
  ['派出单位代码', ({ sender }) => sender],
  ['接待单位代码', ({ host }) => host],
  ['人数', ({ people }) => people],
  ['报名人数', ({ enrolled }) => enrolled],
  ['到课人数', ({ attended }) => attended],
  ['结业人数', ({ completed }) => completed],
  ['佐证', certaintyText],
  ['人数佐证', ({ numbersCertainty: sure }) => sure && certaintyInRegister[sure]],
  ['期次', ({ ordinal }) => ordinal],
  ['状态', ({ state }) => states[state]],
  ['目的', ({ purpose }) => purpose],
  ['名额', ({ capacity }) => capacity],
  ['来源', ({ source }) => source],
  ['备注', ({ note }) => note],
];
const enrolmentColumns: readonly Column<ExportedEnrolment>[] = [
  ['项目代码', ({ item }) => item],
  ['工号', ({ person }) => person],
  ['状态', ({ state }) => enrolmentStates[state]],
  ['到课', ({ attended }) => yesOrNo(attended)],
  ['结业', ({ completed }) => yesOrNo(completed)],
];

/** A cell is never a formula. */
const plain = (cell: Cell): Cell => (typeof cell === 'string' ? plainCell(cell) : cell);

const rowsOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly (readonly Cell[])[] => [
  columns.map(([heading]) => heading),
  ...rows.map((row) => columns.map(([, cell]) => plain(cell(row)))),
];

/** CSV as Excel and WPS open it: UTF-8 with its mark, lines of CRLF. */
export const csvOf = (items: readonly ExportedItem[]): Buffer =>
  Buffer.from(
    [csvHead(itemColumns.map(([heading]) => heading)), ...rowsOf(itemColumns, items).slice(1).map(csvLine)].join(''),
  );

function addSheet(book: ExcelJS.Workbook, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRows(rows.map((row) => [...row]));
  sheet.getRow(1).font = { bold: true };
  (rows[0] ?? []).forEach((heading, at) => {
    sheet.getColumn(at + 1).width = Math.max(12, String(heading).length * 2 + 4);
    // Text stays text: Excel makes dates of 2015-11.
    if (['开始', '结束'].includes(String(heading))) sheet.getColumn(at + 1).numFmt = '@';
  });
}

/** A workbook with the sheet 项目, and 报名 where enrolments are given. */
export async function xlsxOf(
  items: readonly ExportedItem[],
  enrolments: readonly ExportedEnrolment[] | null,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  addSheet(book, '项目', rowsOf(itemColumns, items));
  if (enrolments) addSheet(book, '报名', rowsOf(enrolmentColumns, enrolments));
  return Buffer.from(await book.xlsx.writeBuffer());
}
