import { weekdayOf, Temporal } from '@qinglan/domain';
import { type Grid, isBlank } from './cell';
import { checkBells } from './check-bells';
import { csvGrid } from './csv-grid';
import { type Fault, FaultList } from './fault';
import { type SheetRecord, type Table, readTable } from './read-table';
import { recognise } from './recognise';
import { sheetNamed, sheets } from './sheets';
import { limits, refusals } from './unreadable';
import { xlsxGrids } from './xlsx-grid';

/** A file as it was handed over. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A table without its methods, as it crosses from the worker. */
export interface ReadTable {
  readonly sheet: string;
  readonly file: string;
  readonly records: readonly SheetRecord[];
  readonly faultCount: number;
  readonly faults: readonly Fault[];
}

/** The first sheet of the template, which explains the others. */
export const explanation = '说明';

function gridsOf(file: GivenFile): readonly Grid[] {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length > limits.fileBytes) throw refusals.fileTooLarge(file.name);
  if (/\.csv$/i.test(file.name)) return [csvGrid(file.name, bytes)];
  if (/\.xlsx$/i.test(file.name)) return xlsxGrids(file.name, bytes);
  throw /\.xls$/i.test(file.name) ? refusals.oldExcel(file.name) : refusals.otherKind(file.name);
}

const isEmpty = (grid: Grid) => grid.rows.every((row) => row.cells.every(isBlank));

function tableOf(grid: Grid): Table {
  const recognised = recognise(grid);
  if ('match' in recognised) return readTable(grid, recognised.match);
  const faults = new FaultList(recognised.name);
  faults.add({ row: null, column: null, value: null, what: recognised.what });
  return { sheet: recognised.name, file: grid.file, records: [], faults };
}

/** The key of a row as text, or null where a part of it could not be read. */
export function keyOf(sheetName: string, record: SheetRecord): string | null {
  const parts = sheetNamed(sheetName).key.map((field) => record.values[field]);
  return parts.some((part) => part === undefined || part === null) ? null : parts.join('|');
}

/** The same thing twice, in one file or in two: which of them should count is not for us to guess. */
function noteTwice(name: string, tables: readonly Table[]): void {
  const first = new Map<string, { row: number; file: string }>();
  const sheet = sheetNamed(name);
  const field = sheet.key[0] ?? '';
  for (const table of tables) {
    for (const record of table.records) {
      const key = keyOf(name, record);
      if (key === null) continue;
      const before = first.get(key);
      const place = {
        row: record.line,
        column: sheet.columns[field]?.heading ?? null,
        value: key.replaceAll('|', ' + '),
      };
      if (before) table.faults.add({ ...place, what: { kind: 'twice', ...before } });
      else first.set(key, { row: record.line, file: table.file });
    }
  }
}

function noteOtherThanMondays(table: Table): void {
  for (const { line, values } of table.records) {
    const first = values['firstMonday'];
    if (typeof first !== 'string' || weekdayOf(Temporal.PlainDate.from(first)) === 1) continue;
    table.faults.add({ row: line, column: '第一周周一', value: first, what: { kind: 'not-a-monday' } });
  }
}

function refuseTooManyRows(tables: readonly Table[]): void {
  let rows = 0;
  for (const { file, records } of tables) {
    rows += records.length;
    if (rows > limits.rows) throw refusals.rowsTooMany(file);
  }
}

/** Reads files into tables in the order of the sheets, with every fault that needs no look at the register. */
export function readFiles(files: readonly GivenFile[]): readonly ReadTable[] {
  const grids = files.flatMap(gridsOf).filter((grid) => !isEmpty(grid) && grid.name !== explanation);
  const tables = grids.map(tableOf);
  refuseTooManyRows(tables);
  for (const { name } of sheets)
    noteTwice(
      name,
      tables.filter(({ sheet }) => sheet === name),
    );
  tables.filter(({ sheet }) => sheet === '作息').forEach(checkBells);
  tables.filter(({ sheet }) => sheet === '学期').forEach(noteOtherThanMondays);
  const order = new Map(sheets.map(({ name }, at) => [name, at]));
  return tables
    .sort((a, b) => (order.get(a.sheet) ?? -1) - (order.get(b.sheet) ?? -1))
    .map(({ faults, ...table }) => ({ ...table, faultCount: faults.count, faults: faults.kept }));
}
