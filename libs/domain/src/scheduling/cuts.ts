import type { Period } from '../calendar';
import type { Minute } from '../time';
import { byLeastShift, startMark, windowOf, type Window } from './window';

/** Which end of a lesson a school is. */
export type End = 'presenting' | 'receiving';

/** Minutes a lesson takes from a period it does not belong to; a null period lies outside the school's day. */
export interface Cut {
  readonly end: End;
  readonly period: number | null;
  readonly minutes: number;
}

/** A start that is not clean, and what it would cost. */
export interface Candidate extends Window {
  readonly cuts: readonly Cut[];
  readonly cutMinutes: number;
}

interface Bell {
  readonly end: End;
  readonly periods: readonly Period[];
  readonly own: Period;
}

function cutsAt(startsAt: Minute, endsAt: Minute, bell: Bell): readonly Cut[] {
  const { end, periods, own } = bell;
  const shared = (from: Minute, to: Minute): number => Math.min(endsAt, to) - Math.max(startsAt, from);
  const cuts: Cut[] = periods
    .filter((period) => period !== own)
    .map((period) => ({ end, period: period.number, minutes: shared(period.startsAt, period.endsAt) }));
  const dayStart = Math.min(...periods.map((period) => period.startsAt));
  const dayEnd = Math.max(...periods.map((period) => period.endsAt));
  cuts.push({ end, period: null, minutes: Math.max(0, dayStart - startsAt) + Math.max(0, endsAt - dayEnd) });
  return cuts.filter((cut) => cut.minutes > 0);
}

/** Least cut first, then least moved. */
export const byLeastCut = (a: Candidate, b: Candidate): number => a.cutMinutes - b.cutMinutes || byLeastShift(a, b);

function bestOf(presenting: Bell, receiving: Bell, minutes: number): Candidate | null {
  const after = Math.max(presenting.own.startsAt, receiving.own.startsAt) - minutes;
  const until = Math.min(presenting.own.endsAt, receiving.own.endsAt);
  let best: Candidate | null = null;
  for (let start = (Math.floor(after / startMark) + 1) * startMark; start < until; start += startMark) {
    const cuts = [...cutsAt(start, start + minutes, presenting), ...cutsAt(start, start + minutes, receiving)];
    const cutMinutes = cuts.reduce((sum, cut) => sum + cut.minutes, 0);
    const candidate = { ...windowOf(start, minutes, [presenting.own, receiving.own]), cuts, cutMinutes };
    if (!best || byLeastCut(candidate, best) < 0) best = candidate;
  }
  return best;
}

/** The two bells of a day, and the presenting period asked for, or all of them. */
export interface CutQuestion {
  readonly presenting: readonly Period[];
  readonly receiving: readonly Period[];
  readonly minutes: number;
  readonly presentingPeriod?: number;
}

/** For every pair of periods the start that cuts least, with the periods it cuts and by how much; clean ones cut none. */
export function candidates(question: CutQuestion): readonly Candidate[] {
  const { presenting, receiving, minutes, presentingPeriod } = question;
  const asked = presenting.filter((period) => presentingPeriod === undefined || period.number === presentingPeriod);
  const found = asked.flatMap((ours) =>
    receiving.map((theirs) =>
      bestOf(
        { end: 'presenting', periods: presenting, own: ours },
        { end: 'receiving', periods: receiving, own: theirs },
        minutes,
      ),
    ),
  );
  return found.filter((candidate) => candidate !== null).sort(byLeastCut);
}
