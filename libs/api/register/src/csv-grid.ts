import { CsvError, parse } from 'csv-parse/sync';
import type { Grid, GridRow } from './cell';
import { limits, refusals } from './unreadable';

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// A text has none of them; a picture renamed to .csv has many.
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** The text of a file in UTF-8, with or without its mark, or in GB18030. */
export function decodeText(file: string, bytes: Uint8Array): string {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  if (text === null || binary.test(text)) throw refusals.neitherEncoding(file);
  return text;
}

/** The separator that the first lines use most; Excel writes tabs or semicolons under some settings. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000).split('\n').slice(0, 20).join('\n');
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: head.split(sign).length - 1 }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** The lines that hold something, by number; millions of blank ones must not fill the memory. */
function rowsOf(file: string, text: string): readonly GridRow[] {
  const rows: GridRow[] = [];
  let line = 0;
  const keep = (cells: readonly string[]): null => {
    line += 1;
    const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (filled > 0) rows.push({ line, cells: cells.slice(0, Math.min(filled, limits.columns)) });
    if (rows.length > limits.rows * 2) throw refusals.rowsTooMany(file);
    return null;
  };
  try {
    parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      on_record: keep,
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusals.brokenCsv(file, line + 1);
  }
}

/** A CSV file as a grid; every cell is text, and a line is what a spreadsheet would show as a row. */
export const csvGrid = (file: string, bytes: Uint8Array): Grid => ({
  file,
  name: file.replace(/\.[^.]*$/, ''),
  rows: rowsOf(file, decodeText(file, bytes)),
});
