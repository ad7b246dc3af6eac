import { cellText, type Grid, type GridRow, isBlank, plain } from './cell';
import type { SheetFault } from './fault';
import type { Sheet } from './sheet';
import { sheets } from './sheets';

/** Headings as they are compared: without spaces, line breaks and marks such as * for needed columns. */
export const headingKey = (text: string): string => plain(text).replace(/[\s*:]/g, '');

/** What stands before a bracket is enough: 开始 for 开始(北京时间). */
const bare = (key: string) => key.replace(/\(.*\)$/, '');

/** The field that a heading stands for, or null. */
export function fieldOf(sheet: Sheet, heading: string): string | null {
  const key = headingKey(heading);
  const fields = Object.entries(sheet.columns);
  const found = fields.find(([, column]) => [column.heading, bare(column.heading)].map(headingKey).includes(key));
  return found?.[0] ?? null;
}

/** Titles, dates and remarks may stand above the headings, but not a whole page. */
const searched = 20;

const isSpare = (sheet: Sheet, field: string) => sheet.columns[field]?.spare === true;

/** A sheet and the row that holds its headings; `matched` says how many of them are there, spare ones aside. */
export interface Match {
  readonly sheet: Sheet;
  readonly headings: GridRow;
  readonly matched: number;
}

function matchIn(sheet: Sheet, row: GridRow): Match {
  const fields = row.cells
    .map((cell) => fieldOf(sheet, cellText(cell)))
    .filter((field) => field !== null && !isSpare(sheet, field));
  return { sheet, headings: row, matched: new Set(fields).size };
}

function bestMatch(sheet: Sheet, grid: Grid): Match | null {
  const rows = grid.rows.filter((row) => row.cells.some((cell) => !isBlank(cell))).slice(0, searched);
  return rows
    .map((row) => matchIn(sheet, row))
    .reduce<Match | null>((best, one) => (one.matched > (best?.matched ?? 0) ? one : best), null);
}

const share = ({ sheet, matched }: Match) =>
  matched / Object.keys(sheet.columns).filter((field) => !isSpare(sheet, field)).length;

/** The sheet that a name means: exactly, or as the only one named in 2026人员(定稿). */
function sheetOfName(name: string): Sheet | null {
  const words = plain(name).replace(/\s/g, '');
  const exact = sheets.find((sheet) => sheet.name === words);
  const inside = sheets.filter((sheet) => words.includes(sheet.name));
  return exact ?? (inside.length === 1 ? (inside[0] ?? null) : null);
}

function byHeadings(grid: Grid): Match | null {
  const matches = sheets.map((sheet) => bestMatch(sheet, grid)).filter((match) => match !== null);
  const [first, second] = matches.sort((a, b) => share(b) - share(a) || b.matched - a.matched);
  const isClear = first && share(first) >= 0.6 && (!second || share(first) > share(second));
  return isClear ? first : null;
}

/** Which sheet a grid is, or what keeps it from being one. */
export type Recognised = { readonly match: Match } | { readonly name: string; readonly what: SheetFault };

/** A name alone is not believed: the headings must be those of the sheet. Without a telling name they decide alone. */
export function recognise(grid: Grid): Recognised {
  const named = sheetOfName(grid.name) ?? sheetOfName(grid.file.replace(/\.[^.]*$/, ''));
  const match = named && bestMatch(named, grid);
  if (match && share(match) >= 0.5) return { match };
  const other = byHeadings(grid);
  if (!named)
    return other
      ? { match: other }
      : { name: grid.name, what: { kind: 'sheet-unknown', names: sheets.map(({ name }) => name) } };
  if (other) return { name: named.name, what: { kind: 'sheet-mismatch', other: other.sheet.name } };
  const headings = Object.values(named.columns).map(({ heading }) => heading);
  return { name: named.name, what: { kind: 'headings-missing', headings } };
}
