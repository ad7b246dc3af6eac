import type { Writable } from 'node:stream';
import { certaintyInRegister, certaintyText, csvHead, csvLine, plainCell, wordsOfCategory } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import type { ExportedEnrolment, ExportedItem, ExportSizes } from './item-export.queries';

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
  ['来源', ({ source }) => source],
  ['期次', ({ ordinal }) => ordinal],
  ['状态', ({ state }) => states[state]],
  ['目的', ({ purpose }) => purpose],
  ['名额', ({ capacity }) => capacity],
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

const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row): Cell[] => columns.map(([, cell]) => plain(cell(row)));

/** A sheet of Excel has so many rows, its headings among them: what lies behind them nobody would see. */
const mostRows = 1_048_575;

/** Whether each sheet of a workbook holds all its rows. */
export const fitsWorkbook = ({ items, enrolments }: ExportSizes): boolean => Math.max(items, enrolments) <= mostRows;

/** CSV as Excel and WPS open it: UTF-8 with its mark, lines of CRLF. */
export const itemCsvHead = csvHead(itemColumns.map(([heading]) => heading));

/** The lines of a part of the items. */
export const itemCsvLines = (items: readonly ExportedItem[]): string =>
  items.map((item) => csvLine(cellsOf(itemColumns, item))).join('');

/** Text stays text: Excel makes dates of 2015-11. */
const texts: ReadonlySet<string> = new Set(['开始', '结束']);

/** A workbook that is written part by part: the sheet 项目, and 报名 where enrolments are given; never held whole. */
export class ItemBook {
  private readonly book: ExcelJS.stream.xlsx.WorkbookWriter;

  constructor(stream: Writable) {
    this.book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  }

  async add(items: AsyncIterable<readonly ExportedItem[]>): Promise<void> {
    await this.sheet('项目', itemColumns, items);
  }

  async addEnrolments(enrolments: AsyncIterable<readonly ExportedEnrolment[]>): Promise<void> {
    await this.sheet('报名', enrolmentColumns, enrolments);
  }

  async end(): Promise<void> {
    await this.book.commit();
  }

  private async sheet<Row>(
    name: string,
    columns: readonly Column<Row>[],
    parts: AsyncIterable<readonly Row[]>,
  ): Promise<void> {
    const sheet = this.book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(([heading]) => ({
      width: Math.max(12, heading.length * 2 + 4),
      ...(texts.has(heading) && { style: { numFmt: '@' } }),
    }));
    const head = sheet.addRow(columns.map(([heading]) => heading));
    head.font = { bold: true };
    head.commit();
    for await (const rows of parts) rows.forEach((row) => sheet.addRow(cellsOf(columns, row)).commit());
    sheet.commit();
  }
}
