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

// The index is always inside: `as number` costs nothing where a default would be asked for in every turn of the loop.
function freeOfAll(parties: readonly CellGrid[], words: number): CellGrid {
  const free = new Uint32Array(words);
  for (const party of parties) {
    for (let at = 0; at < words; at += 1) free[at] = (free[at] as number) | (party[at] as number);
  }
  for (let at = 0; at < words; at += 1) free[at] = ~(free[at] as number);
  return free;
}

/** Keeps a cell where it and the cell so many later on the same day are both marked; fewer than 32 later. */
function andSoonAfter(grid: CellGrid, cells: number): void {
  for (let dayStart = 0; dayStart < grid.length; dayStart += wordsPerDay) {
    // Upwards and in place: a word is read before its turn comes, never after.
    const last = dayStart + wordsPerDay - 1;
    let word = grid[dayStart] as number;
    for (let at = dayStart; at < last; at += 1) {
      const next = grid[at + 1] as number;
      grid[at] = word & ((word >>> cells) | (next << (32 - cells)));
      word = next;
    }
    grid[last] = word & (word >>> cells);
  }
}

/** The same for whole words. */
function andWordsAfter(grid: CellGrid, words: number): void {
  for (let at = 0; at < grid.length; at += 1) {
    const isSameDay = (at % wordsPerDay) + words < wordsPerDay;
    grid[at] = isSameDay ? (grid[at] as number) & (grid[at + words] as number) : 0;
  }
}

/** Marks the cells at which so many minutes begin that are free for every party; all grids span the same days. */
export function commonFreeStarts(parties: readonly CellGrid[], minutes: number): CellGrid {
  const free = freeOfAll(parties, parties[0]?.length ?? 0);
  const wanted = Math.ceil(minutes / cellMinutes);
  // Doubling: a run of n free cells and a run of n beginning s ≤ n later make a run of n + s. Beyond a word, word by word.
  for (let run = 1; run < wanted;) {
    const left = Math.min(run, wanted - run);
    const step = left < 32 ? left : left - (left % 32);
    if (step < 32) andSoonAfter(free, step);
    else andWordsAfter(free, step / 32);
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
