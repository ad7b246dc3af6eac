import type { SideId, TermId } from '../kernel';
import { dayOfEpoch, epochDayOf, type Temporal, type Weekday } from '../time';

/** A run of teaching weeks on one side. */
export interface Term {
  readonly id: TermId;
  readonly sideId: SideId;
  /** The Monday of teaching week 1. */
  readonly firstMonday: Temporal.PlainDate;
  readonly weekCount: number;
}

/** The teaching week a day lies in, from 1; null outside the term. A week holds its Saturday and Sunday. */
export function weekOf(term: Term, day: Temporal.PlainDate): number | null {
  const week = Math.floor((epochDayOf(day) - epochDayOf(term.firstMonday)) / 7) + 1;
  return week >= 1 && week <= term.weekCount ? week : null;
}

/** The day of a weekday in a teaching week, whether or not the term is that long. */
export const dayOf = (term: Term, week: number, weekday: Weekday): Temporal.PlainDate =>
  dayOfEpoch(epochDayOf(term.firstMonday) + (week - 1) * 7 + weekday - 1);

/** The last Sunday of a term. */
export const lastDayOf = (term: Term): Temporal.PlainDate => dayOf(term, term.weekCount, 7);

/** The term a day lies in, if any. */
export const termOn = (terms: readonly Term[], day: Temporal.PlainDate): Term | null =>
  terms.find((term) => weekOf(term, day) !== null) ?? null;
