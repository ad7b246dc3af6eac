import { type Cell, cellText, type Grid, type GridRow, isBlank } from './cell';
import { FaultList } from './fault';
import { brokenFault } from './reading';
import { fieldOf, type Match } from './recognise';
import type { Column, ReadRow, Sheet } from './sheet';

/** One row of a sheet as it was read; fields that could not be read are missing. */
export interface SheetRecord {
  readonly line: number;
  readonly values: ReadRow;
  /** What stood in the cells, for faults found later. */
  readonly texts: Readonly<Record<string, string>>;
}

/** One worksheet or file as rows of its sheet. */
export interface Table {
  readonly sheet: string;
  readonly file: string;
  readonly records: readonly SheetRecord[];
  readonly faults: FaultList;
}

interface Place {
  readonly at: number;
  readonly field: string;
  readonly column: Column;
}

/** A column that is none of the sheet's: named where it holds something. */
function noteStranger(table: Headed, at: number, heading: string): void {
  const first = table.rows.find((row) => !isBlank(row.cells[at]));
  if (!first) return;
  const headings = Object.values(table.match.sheet.columns).map((column) => column.heading);
  if (heading === '') {
    const place = { row: first.line, column: null, value: cellText(first.cells[at]) };
    table.faults.add({ ...place, what: { kind: 'column-nameless' } });
  } else {
    const place = { row: table.match.headings.line, column: heading, value: null };
    table.faults.add({ ...place, what: { kind: 'column-unknown', headings } });
  }
}

/** A table whose columns are being found. */
interface Headed {
  readonly match: Match;
  readonly rows: readonly GridRow[];
  readonly faults: FaultList;
}

/** Finds the columns, in whatever order. */
function placesOf(table: Headed): readonly Place[] {
  const { sheet, headings } = table.match;
  const places: Place[] = [];
  const width = table.rows.reduce((most, row) => Math.max(most, row.cells.length), headings.cells.length);
  for (let at = 0; at < width; at += 1) {
    const heading = cellText(headings.cells[at]).trim();
    const field = heading === '' ? null : fieldOf(sheet, heading);
    const column = field === null ? undefined : sheet.columns[field];
    if (field === null || !column) noteStranger(table, at, heading);
    else if (places.every((place) => place.field !== field)) places.push({ at, field, column });
    else table.faults.add({ row: headings.line, column: heading, value: null, what: { kind: 'column-twice' } });
  }
  return places;
}

/** A column left out would wipe what is known, so even one whose cells may be empty must be there, spare ones excepted. */
function nameMissingColumns({ sheet, headings }: Match, places: readonly Place[], faults: FaultList): void {
  for (const [field, { heading, spare }] of Object.entries(sheet.columns)) {
    if (spare || places.some((place) => place.field === field)) continue;
    faults.add({ row: headings.line, column: heading, value: null, what: { kind: 'column-missing' } });
  }
}

/** What a cell says, or undefined with the fault noted. */
function readCell(cell: Cell, place: Place, note: (what: Parameters<FaultList['add']>[0]['what']) => void): unknown {
  const broken = brokenFault(cell);
  if (broken) return note(broken);
  if (isBlank(cell)) return place.column.needed ? note({ kind: 'missing' }) : null;
  const read = place.column.reading.read(cell);
  return read.ok ? read.value : note(read.refusal);
}

function readRow(row: GridRow, places: readonly Place[], faults: FaultList): SheetRecord {
  const values: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  for (const place of places) {
    const cell = row.cells[place.at] ?? null;
    const value = cellText(cell);
    texts[place.field] = value;
    const read = readCell(cell, place, (what) =>
      faults.add({ row: row.line, column: place.column.heading, value: value || null, what }),
    );
    if (read !== undefined) values[place.field] = read;
  }
  return { line: row.line, values, texts };
}

function applyRules(sheet: Sheet, record: SheetRecord, faults: FaultList): void {
  for (const rule of sheet.rules) {
    const broken = rule(record.values);
    if (!broken) continue;
    const column = sheet.columns[broken.field]?.heading ?? null;
    faults.add({ row: record.line, column, value: record.texts[broken.field] || null, what: broken.what });
  }
}

/** Reads the rows below the headings; every fault is noted, blank rows are passed over. */
export function readTable(grid: Grid, match: Match): Table {
  const faults = new FaultList(match.sheet.name);
  const below = grid.rows.filter((row) => row.line > match.headings.line && row.cells.some((cell) => !isBlank(cell)));
  const places = placesOf({ match, rows: below, faults });
  nameMissingColumns(match, places, faults);
  const records = below.map((row) => readRow(row, places, faults));
  records.forEach((record) => applyRules(match.sheet, record, faults));
  return { sheet: match.sheet.name, file: grid.file, records, faults };
}
