import type { Period } from '../calendar';
import type { Minute } from '../time';

/** A start at which a whole lesson fits both bells, seen from one period of each school. */
export interface Window {
  readonly startsAt: Minute;
  readonly endsAt: Minute;
  readonly presentingPeriod: number;
  readonly receivingPeriod: number;
  /** Minutes the lesson begins after the presenting school's period does; negative before it. */
  readonly presentingShift: number;
  readonly receivingShift: number;
}

/** Lessons begin on five-minute marks. */
export const startMark = 5;

/** Starts, first to last, at which a lesson is clean for one school at one period. */
interface CleanStarts {
  readonly period: Period;
  readonly first: Minute;
  readonly last: Minute;
}

/** A lesson overlaps its own period alone and stays within the school's day; periods come without bell faults. */
function cleanStarts(periods: readonly Period[], minutes: number): readonly CleanStarts[] {
  const dayStart = Math.min(...periods.map((period) => period.startsAt));
  const dayEnd = Math.max(...periods.map((period) => period.endsAt));
  const found: CleanStarts[] = [];
  for (const period of periods) {
    let first = Math.max(dayStart, period.startsAt - minutes + 1);
    let last = Math.min(dayEnd - minutes, period.endsAt - 1);
    for (const other of periods) {
      if (other === period) continue;
      if (other.startsAt < period.startsAt) first = Math.max(first, other.endsAt);
      else last = Math.min(last, other.startsAt - minutes);
    }
    if (first <= last) found.push({ period, first, last });
  }
  return found;
}

// Both sums grow with the distance of the start from the middle of the two period starts, and the larger shift
// strictly: so the best start is the mark nearest to the middle, and the earlier of two equally near.
function bestStart(a: CleanStarts, b: CleanStarts): Minute | null {
  const first = Math.ceil(Math.max(a.first, b.first) / startMark) * startMark;
  const last = Math.floor(Math.min(a.last, b.last) / startMark) * startMark;
  if (first > last) return null;
  const middle = (a.period.startsAt + b.period.startsAt) / 2;
  const nearest = Math.ceil(middle / startMark - 0.5) * startMark;
  return Math.min(Math.max(nearest, first), last);
}

/** The window a lesson has when it begins at this minute in these two periods. */
export const windowOf = (startsAt: Minute, minutes: number, periods: readonly [Period, Period]): Window => ({
  startsAt,
  endsAt: startsAt + minutes,
  presentingPeriod: periods[0].number,
  receivingPeriod: periods[1].number,
  presentingShift: startsAt - periods[0].startsAt,
  receivingShift: startsAt - periods[1].startsAt,
});

const sumOf = (window: Window): number => Math.abs(window.presentingShift) + Math.abs(window.receivingShift);
const largerOf = (window: Window): number =>
  Math.max(Math.abs(window.presentingShift), Math.abs(window.receivingShift));

/** Least moved first, then most evenly shared, then earliest. */
export const byLeastShift = (a: Window, b: Window): number =>
  sumOf(a) - sumOf(b) ||
  largerOf(a) - largerOf(b) ||
  a.startsAt - b.startsAt ||
  a.presentingPeriod - b.presentingPeriod ||
  a.receivingPeriod - b.receivingPeriod;

/** For every pair of periods the best start at which a whole lesson fits both bells, best pair first. */
export function cleanWindows(
  presenting: readonly Period[],
  receiving: readonly Period[],
  minutes: number,
): readonly Window[] {
  const theirs = cleanStarts(receiving, minutes);
  const windows: Window[] = [];
  for (const ours of cleanStarts(presenting, minutes)) {
    for (const other of theirs) {
      const start = bestStart(ours, other);
      if (start !== null) windows.push(windowOf(start, minutes, [ours.period, other.period]));
    }
  }
  return windows.sort(byLeastShift);
}

/** When a lesson is asked to begin, and how long it lasts. */
export interface AskedTime {
  readonly startsAt: Minute;
  readonly minutes: number;
}

const holdsStart = (starts: CleanStarts, at: Minute): boolean => starts.first <= at && at <= starts.last;

/** The window of a chosen start, which may be any clean one and not only the best; null where it is not clean. */
export function windowAt(presenting: readonly Period[], receiving: readonly Period[], asked: AskedTime): Window | null {
  if (asked.startsAt % startMark !== 0) return null;
  const ours = cleanStarts(presenting, asked.minutes).find((starts) => holdsStart(starts, asked.startsAt));
  const theirs = cleanStarts(receiving, asked.minutes).find((starts) => holdsStart(starts, asked.startsAt));
  return ours && theirs ? windowOf(asked.startsAt, asked.minutes, [ours.period, theirs.period]) : null;
}

/** The question cleanWindows answers. */
export type WindowsFinder = typeof cleanWindows;

/** A finder that remembers: bells have few seasons, so a term asks the same question again and again. */
export function windowsFinder(): WindowsFinder {
  type ByMinutes = Map<number, readonly Window[]>;
  const remembered = new WeakMap<readonly Period[], WeakMap<readonly Period[], ByMinutes>>();
  return (presenting, receiving, minutes) => {
    const byReceiving = remembered.get(presenting) ?? new WeakMap<readonly Period[], ByMinutes>();
    const byMinutes: ByMinutes = byReceiving.get(receiving) ?? new Map<number, readonly Window[]>();
    const windows = byMinutes.get(minutes) ?? cleanWindows(presenting, receiving, minutes);
    remembered.set(presenting, byReceiving.set(receiving, byMinutes.set(minutes, windows)));
    return windows;
  };
}
