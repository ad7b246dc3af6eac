import type { Writable } from 'node:stream';
import { RowBook } from './row-book';
import { RowLines } from './row-lines';
import type { RowSheet, SheetFacts } from './row-sheet';

/** The type of a file of rows. */
export const rowFileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Rows are written on as they come: neither all of them nor the whole file are held. */
export const sheetInto = (stream: Writable, as: 'csv' | 'xlsx', facts: SheetFacts): RowSheet =>
  as === 'csv' ? new RowLines(stream, facts) : new RowBook(stream, facts);

/** A file of rows as it is handed out. */
export const rowFileName = (key: string, year: number, as: 'csv' | 'xlsx'): string =>
  `attachment; filename="${key}-${String(year)}.${as}"`;
