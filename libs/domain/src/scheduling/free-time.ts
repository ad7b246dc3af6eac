import type { Minute } from '../time';

/** The length of a cell: lessons begin on five-minute marks. */
export const cellMinutes = 5;

const cellsPerDay = 288;
const wordsPerDay = 9;

/** Cells of a span of days, a bit each; 288 cells are nine words exactly, so no word belongs to two days. */
export type CellGrid = Uint32Array;

/** Some minutes of one day of the span, whose first day is 0. */
export interface DayMinutes {
  readonly dayIndex: number;
  readonly startsAt: Minute;
  readonly endsAt: Minute;
}

/** A start that is free for everybody. */
export interface FreeStart {
  readonly dayIndex: number;
  readonly startsAt: Minute;
}

/** An empty grid over that many days. */
export const cellGrid = (days: number): CellGrid => new Uint32Array(days * wordsPerDay);

/** Marks every cell that the minutes touch, even in part: half a busy cell is not free. */
export function markCells(grid: CellGrid, minutes: DayMinutes): void {
  const first = minutes.dayIndex * cellsPerDay + Math.floor(minutes.startsAt / cellMinutes);
  const end = minutes.dayIndex * cellsPerDay + Math.ceil(minutes.endsAt / cellMinutes);
  for (let cell = first; cell < end; cell += 1) {
    grid[cell >>> 5] = (grid[cell >>> 5] ?? 0) | (1 << (cell & 31));
  }
}

/** A grid with these minutes marked. */
export function busyGrid(days: number, busy: readonly DayMinutes[]): CellGrid {
  const grid = cellGrid(days);
  for (const minutes of busy) markCells(grid, minutes);
  return grid;
}

/** A grid with everything marked but these minutes: when a school's bell lets nothing else happen. */
export function closedExcept(days: number, open: readonly DayMinutes[]): CellGrid {
  return busyGrid(days, open).map((word) => ~word);
}

function freeOfAll(parties: readonly CellGrid[], words: number): CellGrid {
  const busy = new Uint32Array(words);
  for (const party of parties) {
    for (let at = 0; at < words; at += 1) busy[at] = (busy[at] ?? 0) | (party[at] ?? 0);
  }
  for (let at = 0; at < words; at += 1) busy[at] = ~(busy[at] ?? 0);
  return busy;
}

/** Keeps a cell where it and the cell so many later on the same day are both marked. */
function andLater(grid: CellGrid, cells: number): void {
  const [whole, bits] = [cells >>> 5, cells & 31];
  for (let dayStart = 0; dayStart < grid.length; dayStart += wordsPerDay) {
    // Upwards and in place: a word is read before its turn comes, never after.
    for (let word = 0; word < wordsPerDay; word += 1) {
      const low = word + whole < wordsPerDay ? (grid[dayStart + word + whole] ?? 0) : 0;
      const high = word + whole + 1 < wordsPerDay ? (grid[dayStart + word + whole + 1] ?? 0) : 0;
      const later = bits === 0 ? low : (low >>> bits) | (high << (32 - bits));
      grid[dayStart + word] = (grid[dayStart + word] ?? 0) & later;
    }
  }
}

/** Marks the cells at which so many minutes begin that are free for every party; all grids span the same days. */
export function commonFreeStarts(parties: readonly CellGrid[], minutes: number): CellGrid {
  const free = freeOfAll(parties, parties[0]?.length ?? 0);
  const wanted = Math.ceil(minutes / cellMinutes);
  // Doubling: a run of n free cells and a run of n beginning s ≤ n later make a run of n + s.
  for (let run = 1; run < wanted;) {
    const step = Math.min(run, wanted - run);
    andLater(free, step);
    run += step;
  }
  return free;
}

/** The marked cells of a grid as days and minutes, in order. */
export function startsOf(grid: CellGrid): readonly FreeStart[] {
  const starts: FreeStart[] = [];
  grid.forEach((word, at) => {
    for (let left = word; left !== 0; left &= left - 1) {
      const cell = at * 32 + 31 - Math.clz32(left & -left);
      const dayIndex = Math.floor(cell / cellsPerDay);
      starts.push({ dayIndex, startsAt: (cell - dayIndex * cellsPerDay) * cellMinutes });
    }
  });
  return starts;
}
