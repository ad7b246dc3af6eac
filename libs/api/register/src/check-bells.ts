import { type BellFault, bellFaults, type BellScheduleId, minuteOf, parseMonthDay, asId } from '@qinglan/domain';
import type { SheetRecord, Table } from './read-table';
import type { RowOf } from './sheet';
import type { bells } from './sheets-of-schools';

type BellRow = RowOf<(typeof bells)['columns']>;

interface Line {
  readonly record: SheetRecord;
  readonly row: BellRow;
}

/** A season as the sheet has it: the lines that name it. */
export interface SeasonLines {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** A bell schedule as the sheet has it. */
export interface BellLines {
  readonly code: string;
  readonly seasons: readonly SeasonLines[];
}

const isWhole = (record: SheetRecord) =>
  ['code', 'season', 'firstDay', 'lastDay', 'number', 'startsAt', 'endsAt', 'kind'].every(
    (field) => field in record.values,
  );

/** The lines of a sheet put together to bell schedules; lines that could not be read whole are left out. */
export function bellsOf(records: readonly SheetRecord[]): readonly BellLines[] {
  const lines = records.filter(isWhole).map((record) => ({ record, row: record.values as BellRow }));
  return [...Map.groupBy(lines, ({ row }) => row.code)].map(([code, ofBell]) => ({
    code,
    seasons: [...Map.groupBy(ofBell, ({ row }) => row.season)].map(([name, ofSeason]) => ({ name, lines: ofSeason })),
  }));
}

function noteDifferingSeasons(bell: BellLines, table: Table): void {
  for (const { lines } of bell.seasons) {
    const first = lines[0];
    const other = lines.find(({ row }) => row.firstDay !== first?.row.firstDay || row.lastDay !== first.row.lastDay);
    if (!first || !other) continue;
    const value = `${other.row.firstDay}–${other.row.lastDay}`;
    const what = { kind: 'season-differs', row: first.record.line } as const;
    table.faults.add({ row: other.record.line, column: '生效起(月-日)', value, what });
  }
}

function faultsOf(bell: BellLines): readonly BellFault[] {
  return bellFaults({
    id: asId<BellScheduleId>(bell.code),
    seasons: bell.seasons.map(({ name, lines }) => ({
      name,
      from: parseMonthDay(lines[0]?.row.firstDay ?? '') ?? 101,
      to: parseMonthDay(lines[0]?.row.lastDay ?? '') ?? 1231,
      periods: lines.map(({ row }) => ({
        number: row.number,
        startsAt: minuteOf(row.startsAt),
        endsAt: minuteOf(row.endsAt),
        kind: row.kind === 'lesson' ? 'lesson' : 'other',
      })),
    })),
  });
}

/** Where a fault of a bell is best shown: at the later of the lines it speaks of. */
function lineOf(bell: BellLines, fault: BellFault): Line | undefined {
  const seasons = 'season' in fault ? [fault.season] : 'seasons' in fault ? fault.seasons : [];
  const periods = 'periods' in fault ? fault.periods : 'period' in fault ? [fault.period] : [];
  const ofSeason = bell.seasons
    .filter(({ name }) => seasons.length === 0 || seasons.includes(name))
    .flatMap(({ lines }) => lines);
  return ofSeason.findLast(({ row }) => periods.length === 0 || periods.includes(row.number)) ?? ofSeason[0];
}

/** Contradictory bells: the domain's rule, told at the lines of the sheet. A number used twice is a key used twice already. */
export function checkBells(table: Table): void {
  for (const bell of bellsOf(table.records)) {
    noteDifferingSeasons(bell, table);
    for (const fault of faultsOf(bell).filter(({ kind }) => kind !== 'period-number-twice')) {
      const line = lineOf(bell, fault);
      const value = line ? `${line.row.startsAt}–${line.row.endsAt}` : null;
      table.faults.add({
        row: line?.record.line ?? null,
        column: null,
        value,
        what: { kind: 'bell', bell: bell.code, fault },
      });
    }
  }
}
