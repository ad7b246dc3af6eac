import type { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { excelDay, inLanguage, plainCell, printNumeral } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import { sourceOf } from './plain-count.sql';
import { columnsOf } from './row.sql';
import { type Cut, cutWords, type RowSheet, type SheetFacts } from './row-sheet';
import { cellsOf, type ExportCell, headingsOf } from './row-words';
import type { RowsFound } from './row.queries';

const bookCell = (cell: ExportCell, kind: string | undefined): ExportCell => {
  if (typeof cell !== 'string') return cell;
  return kind === 'day' ? excelDay(cell) : plainCell(cell);
};

const words = {
  zh: {
    about: '口径',
    key: '指标',
    version: '版本',
    value: '数值',
    unit: '单位',
    definition: '定义',
    asOf: '截止日',
  },
  en: {
    about: 'Definition',
    key: 'Indicator',
    version: 'Version',
    value: 'Value',
    unit: 'Unit',
    definition: 'Definition',
    asOf: 'As of',
  },
} as const;

/** A sheet of Excel and WPS ends at 1,048,576 rows, the heading among them. */
const rowsOfSheet = 1_000_000;
/** So many rows are written before requests have their turn: some milliseconds. */
const rowsInOneGo = 50;

/** A name that a sheet can have beside the one of the definition: some signs, its name and that of a log are taken. */
const sheetName = (name: string, taken: string): string => {
  const plain = name
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 28)
    .trim();
  return plain === '' || [taken.toLowerCase(), 'history'].includes(plain.toLowerCase()) ? `${plain} 1`.trim() : plain;
};

/** Rows as a workbook: numbers and days are numbers, and a sheet of its own says what is counted and how. */
export class RowBook implements RowSheet {
  private readonly book: ExcelJS.stream.xlsx.WorkbookWriter;
  private sheet: ExcelJS.Worksheet;
  private sheets = 1;
  private written = 0;
  private readonly kinds: readonly string[];

  constructor(
    stream: Writable,
    private readonly facts: SheetFacts,
  ) {
    this.book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    this.sheet = this.begun();
    this.kinds = ['words', ...columnsOf(sourceOf(facts.indicator)).map(({ kind }) => kind)];
    this.head();
  }

  async add(rows: RowsFound['items']): Promise<void> {
    const { language } = this.facts;
    for (const row of rows) {
      if (this.written === rowsOfSheet) this.nextSheet();
      this.sheet.addRow(cellsOf(row, language).map((cell, at) => bookCell(cell, this.kinds[at]))).commit();
      this.written += 1;
      // Others have their turn, and the library packs what it was given.
      if (this.written % rowsInOneGo === 0) await turn();
    }
  }

  async end(cut: Cut | null): Promise<void> {
    this.sheet.commit();
    this.about(cut);
    await this.book.commit();
  }

  private nextSheet(): void {
    this.sheet.commit();
    this.sheets += 1;
    this.sheet = this.begun();
    this.written = 0;
    this.head();
  }

  private begun(): ExcelJS.Worksheet {
    const { indicator, language } = this.facts;
    const name = sheetName(inLanguage(indicator.name, language), words[language].about);
    const numbered = this.sheets === 1 ? name : `${name.slice(0, 24)} (${String(this.sheets)})`;
    return this.book.addWorksheet(numbered, { views: [{ state: 'frozen', ySplit: 1 }] });
  }

  private head(): void {
    const source = sourceOf(this.facts.indicator);
    this.sheet.columns = headingsOf(source, this.facts.language).map((heading, at) => ({
      width: Math.max(12, heading.length * 2 + 4),
      ...(this.kinds[at] === 'day' && { style: { numFmt: 'yyyy-mm-dd' } }),
    }));
    const row = this.sheet.addRow(headingsOf(source, this.facts.language));
    row.font = { bold: true };
    row.commit();
  }

  private about(cut: Cut | null): void {
    const { indicator, answer, language } = this.facts;
    const say = words[language];
    const about = this.book.addWorksheet(say.about);
    about.columns = [{ width: 16 }, { width: 90 }];
    const value = answer.value !== null && answer.unknownRows === 0 ? answer.value : printNumeral(answer, language);
    about.addRow([say.key, plainCell(inLanguage(indicator.name, language))]).commit();
    about.addRow([say.value, value]).commit();
    about.addRow([say.unit, indicator.unit]).commit();
    about.addRow([say.definition, plainCell(inLanguage(indicator.definition, language))]).commit();
    about.addRow([say.version, indicator.version]).commit();
    const asOf = about.addRow([say.asOf, excelDay(answer.asOf)]);
    asOf.getCell(2).numFmt = 'yyyy-mm-dd';
    asOf.commit();
    if (cut) about.addRow([cutWords(cut, language)]).commit();
    about.commit();
  }
}
