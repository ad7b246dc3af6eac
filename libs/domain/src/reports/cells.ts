import { epochDayOf, Temporal } from '../time';

/** The number that Excel keeps for 1 January 1970: a day is a number in the dress of a date. */
const excelEpoch = 25_569;

/** A day as a workbook keeps it; the cell's format `yyyy-mm-dd` shows it as one. */
export const excelDay = (day: string | null): number | null =>
  day === null ? null : epochDayOf(Temporal.PlainDate.from(day)) + excelEpoch;

// Programs look past white space before the sign.
const formula = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** A cell is never a formula: text that a program might take for one, now or when it is saved as CSV, gets an apostrophe. */
export const plainCell = (text: string | null): string | null =>
  text !== null && formula.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One cell of a CSV: a number as it is, nothing for null, text that no program takes for a formula. */
export const csvCell = (cell: string | number | boolean | null): string =>
  typeof cell === 'string' ? quoted(plainCell(cell) ?? '') : String(cell ?? '');

/** A line of a CSV with its end, as RFC 4180 has it. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`;

/** The first line of a CSV; its mark says that it is UTF-8, without which Excel and WPS read Chinese as something else. */
export const csvHead = (headings: readonly string[]): string => `\uFEFF${csvLine(headings)}`;
