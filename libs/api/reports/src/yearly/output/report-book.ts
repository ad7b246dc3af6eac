import { excelDay, plainCell } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import { beijingText } from './beijing-text';
import { pageWords } from './page-words';
import type { PrintedReport } from './printed';
import { type ColumnKind, type ReportTable, reportTables, type TableCell } from './report-tables';

const widths: Readonly<Record<ColumnKind, number>> = { text: 16, long: 36, number: 12, day: 12 };

function cellOf(cell: TableCell | undefined, kind: ColumnKind): string | number | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return cell;
  return kind === 'day' ? excelDay(cell) : plainCell(cell);
}

const formatOf = (cell: TableCell | undefined, kind: ColumnKind): string | null => {
  if (kind === 'day') return 'yyyy-mm-dd';
  return typeof cell === 'number' ? (Number.isInteger(cell) ? '0' : '0.00') : null;
};

function addTable(book: ExcelJS.Workbook, { sheet, columns, rows }: ReportTable): void {
  const page = book.addWorksheet(sheet, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  page.columns = columns.map(({ kind }) => ({ width: widths[kind] }));
  page.addRow(columns.map(({ heading }) => heading)).font = { bold: true };
  for (const cells of rows) {
    const row = page.addRow(columns.map(({ kind }, at) => cellOf(cells[at], kind)));
    columns.forEach(({ kind }, at) => {
      const format = formatOf(cells[at], kind);
      if (format) row.getCell(at + 1).numFmt = format;
      if (kind === 'long') row.getCell(at + 1).alignment = { wrapText: true, vertical: 'top' };
    });
  }
}

function addAbout(book: ExcelJS.Workbook, { content, issue }: PrintedReport): void {
  const words = pageWords.zh;
  const page = book.addWorksheet('说明 About');
  page.columns = [{ width: 24 }, { width: 80 }];
  page.addRow([plainCell(content.title.zh), issue ? words.issue(issue.number) : words.draft]).font = { bold: true };
  page.addRow([words.asOf, excelDay(content.asOf)]).getCell(2).numFmt = 'yyyy-mm-dd';
  if (issue) {
    page.addRow([words.frozen, plainCell(`${beijingText(issue.frozenAt)} ${issue.frozenBy}`.trim())]);
    for (const { side, organisation, name, at } of issue.signers) {
      page.addRow([
        `${words.sides[side]} ${words.approved}`,
        plainCell([organisation, name, beijingText(at)].filter(Boolean).join(' ')),
      ]);
    }
    if (issue.reason !== null) page.addRow([words.reason, plainCell(issue.reason)]);
    page.addRow([words.hash, issue.hash]);
  }
  page.addRow([words.definitions, words.legend]).getCell(2).alignment = { wrapText: true };
}

/** A report as a workbook: real numbers with their formats, days as days, a sheet of definitions, and no formula. */
export async function reportBook(report: PrintedReport): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  addAbout(book, report);
  reportTables(report).forEach((table) => addTable(book, table));
  return Buffer.from(await book.xlsx.writeBuffer());
}
