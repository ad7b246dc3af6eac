import type { Writable } from 'node:stream';
import { excelDay, obligationKinds, plainCell } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import { type BookWords, bookWords } from './book-words';
import type { BookFacts } from './book.messages';
import type { ExportedPairing } from './export.queries';

const dayColumns = { first: 10, last: 13 };

/** A workbook that is written row by row. */
export class PairingBook {
  private readonly book: ExcelJS.stream.xlsx.WorkbookWriter;
  private readonly sheet: ExcelJS.Worksheet;
  private readonly words: BookWords;
  private rows = 0;

  constructor(
    stream: Writable,
    private readonly facts: BookFacts,
  ) {
    this.words = bookWords[facts.language];
    this.book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    this.sheet = this.book.addWorksheet(this.words.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
    this.head();
  }

  add(pairing: ExportedPairing): void {
    this.sheet.addRow(this.cellsOf(pairing)).commit();
    this.rows += 1;
  }

  /** Says how much there is, and whether it is all. */
  async end(isCut: boolean): Promise<void> {
    this.sheet.commit();
    const about = this.book.addWorksheet(this.words.about);
    about.columns = [{ width: 28 }, { width: 60 }];
    const asOf = about.addRow([this.words.asOf, excelDay(this.facts.today)]);
    asOf.getCell(2).numFmt = 'yyyy-mm-dd';
    asOf.commit();
    about.addRow([this.words.rows, this.rows]).commit();
    if (isCut) about.addRow([this.words.cut]).commit();
    about.commit();
    await this.book.commit();
  }

  private head(): void {
    const { columns, kinds, due, done } = this.words;
    const owed = obligationKinds.flatMap((kind) => [`${kinds[kind]} ${due}`, `${kinds[kind]} ${done}`]);
    this.sheet.columns = [...columns, ...owed].map((heading, at) => ({
      width: Math.max(12, heading.length * 1.6 + 4),
      ...(at + 1 >= dayColumns.first && at + 1 <= dayColumns.last && { style: { numFmt: 'yyyy-mm-dd' } }),
    }));
    const row = this.sheet.addRow([...columns, ...owed]);
    row.font = { bold: true };
    row.commit();
  }

  private cellsOf(pairing: ExportedPairing): readonly (string | number | null)[] {
    const { mentorCode, mentor, mentorSchool, menteeCode, mentee, menteeSchool, balances } = pairing;
    const people = [pairing.studio, mentorCode, mentor, mentorSchool, menteeCode, mentee, menteeSchool, pairing.cohort];
    const days = [pairing.fromDay, pairing.toDay, pairing.endedOn, pairing.lastContactOn];
    return [
      ...people.map(plainCell),
      this.words.states[pairing.isOverdue ? 'overdue' : pairing.state],
      ...days.map(excelDay),
      pairing.waitingDays,
      ...obligationKinds.flatMap((kind) => balances[kind] ?? [null, null]),
    ];
  }
}
