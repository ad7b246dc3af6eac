import { dayOfEpoch } from '@qinglan/domain';

/** A number that Excel shows as a date or a time; `shows` is what the reader of the sheet sees of it. */
export interface DatedCell {
  readonly serial: number;
  readonly shows: 'day' | 'month' | 'month-day' | 'time';
}

/** A cell whose value cannot be known: an error such as #REF!, or a formula that was never calculated. */
export interface BrokenCell {
  readonly broken: string;
}

/** What a cell holds once the file's own form is undone; null is empty. */
export type Cell = string | number | boolean | null | DatedCell | BrokenCell;

/** One line of a sheet as it stands in the file; `line` counts from 1 as Excel shows it. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A worksheet or a CSV file before anything is known of its columns. */
export interface Grid {
  readonly file: string;
  /** The worksheet's name, or the file's name without its ending. */
  readonly name: string;
  readonly rows: readonly GridRow[];
}

export const isDated = (cell: Cell | undefined): cell is DatedCell =>
  typeof cell === 'object' && cell !== null && 'serial' in cell;
export const isBroken = (cell: Cell | undefined): cell is BrokenCell =>
  typeof cell === 'object' && cell !== null && 'broken' in cell;

/** Signs that are not seen: zero-width ones, direction marks, the byte order mark and control characters. */
// Pasted from web pages and terminals, they make two equal codes differ.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.replace(unseen, '').trim() === '');

const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const middleDots = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\u16eb]/g;
const narrow = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** An export puts an apostrophe before what a program might take for a formula. */
const guarded = /^'(?=[=+\-@＝＋－＠])/;

/** Free text as it is kept: full-width digits and letters become plain, spaces single, the middle dot one sign. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(wide, narrow)
    .replace(middleDots, '\u00b7')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(guarded, '');

const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** What is read by rule (codes, numbers, days, choices): all full-width signs become plain, all dashes one. */
export const plain = (text: string): string => tidy(text.normalize('NFKC')).replace(dashes, '-');

const pad = (part: number) => String(part).padStart(2, '0');

/** A serial day of Excel as 2026-09-01; its day 25569 is 1 January 1970. */
export const dayOfSerial = (serial: number): string => dayOfEpoch(Math.floor(serial) - 25_569).toString();

/** The minutes of a fraction of a day, or null where it is not a whole minute. */
export function minuteOfSerial(serial: number): number | null {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  return seconds % 60 === 0 ? seconds / 60 : null;
}

function shown({ serial, shows }: DatedCell): string {
  if (shows === 'time') {
    const minute = Math.round((serial - Math.floor(serial)) * 1440);
    return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
  }
  const day = dayOfSerial(serial);
  return { day, month: day.slice(0, 7), 'month-day': day.slice(5) }[shows];
}

/** What the reader of the sheet sees in a cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (isDated(cell)) return shown(cell);
  if (isBroken(cell)) return cell.broken;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}
