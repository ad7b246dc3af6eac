import type { SchoolDay, Term } from '../calendar';
import type { Minute, Slot, Temporal, Weekday } from '../time';
import type { Candidate, End } from './cuts';
import type { PlacedWindow } from './lesson';
import type { Window } from './window';

/** A suggestion taken for one week: the minute its lesson shall begin. */
export interface Choice {
  readonly week: number;
  readonly startsAt: Minute;
}

/** A series' place in the presenting school's timetable. */
export interface SeriesPlace {
  /** The term of the presenting school whose weeks are meant. */
  readonly term: Term;
  readonly weekday: Weekday;
  readonly period: number;
  readonly weeks: readonly number[];
  readonly hasClass: boolean;
  /** The length of a lesson; the presenting school's period when left out. */
  readonly minutes?: number;
  /** Weeks the proposer leaves out. */
  readonly skipWeeks?: readonly number[];
  readonly choices?: readonly Choice[];
}

/** Why a week has no lesson; of the school's day, its state, exception, scope and status say the rest. */
export type SkipReason =
  | { readonly kind: 'left-out' }
  | { readonly kind: 'no-school'; readonly end: End; readonly schoolDay: SchoolDay }
  | { readonly kind: 'other-timetable'; readonly end: 'presenting'; readonly schoolDay: SchoolDay };

/** Why a week on which both schools teach has no place for the lesson. */
export type NotPlacedReason = 'no-clean-window' | 'no-such-period' | 'choice-not-clean';

interface Asked {
  /** The teaching week of the presenting school. */
  readonly week: number;
  /** The teaching week the receiving school counts on that day. */
  readonly receivingWeek: number | null;
  readonly day: Temporal.PlainDate;
  readonly presenting: SchoolDay;
  readonly receiving: SchoolDay;
}

/** A week that has its lesson. */
export interface PlacedOccurrence extends Asked {
  readonly kind: 'placed';
  readonly window: PlacedWindow;
  readonly slot: Slot;
  /** The day's other clean windows, best first: where the lesson could move. */
  readonly otherWindows: readonly Window[];
}

/** A week on which one of the schools does not teach that timetable, or that was left out. */
export interface SkippedOccurrence extends Asked {
  readonly kind: 'skipped';
  readonly reasons: readonly SkipReason[];
}

/** A week on which both teach but the lesson does not fit. */
export interface NotPlacedOccurrence extends Asked {
  readonly kind: 'not-placed';
  readonly why: NotPlacedReason;
  /** Clean windows of other presenting periods that day, or of all where a choice was not clean. */
  readonly suggestions: readonly Window[];
  /** What each start at the asked period would cut into. */
  readonly candidates: readonly Candidate[];
}

/** What one week of a series gives. */
export type Occurrence = PlacedOccurrence | SkippedOccurrence | NotPlacedOccurrence;

/** Has the week its lesson? */
export const isPlaced = (occurrence: Occurrence): occurrence is PlacedOccurrence => occurrence.kind === 'placed';
