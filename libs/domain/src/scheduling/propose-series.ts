import { accept, refuse, type Result } from '../kernel';
import { before, type Temporal } from '../time';
import { findClashes, freeWindows, type Clash, type Hold, type WantedOccurrence } from './clashes';
import { partyFault, type PartyFault, type PartyInLesson } from './lesson';
import { isPlaced, type Occurrence, type PlacedOccurrence } from './occurrence';
import { partnershipFault, type PartnershipRefusal, type PartnershipSpan } from './propose-lesson';
import type { Window } from './window';

/** A term of lessons as the engine placed them, and who takes part. */
export interface WantedSeries {
  readonly occurrences: readonly Occurrence[];
  readonly parties: readonly PartyInLesson[];
}

/** What the rule looks at. */
export interface SeriesFacts {
  readonly partnership: PartnershipSpan;
  readonly holds: readonly Hold[];
  readonly now: Temporal.Instant;
  readonly includesPast?: boolean;
}

/** Where a week with a clash could go on the same day, free for everyone. */
export interface WeekMoves {
  readonly week: number;
  readonly moves: readonly Window[];
}

/** Every clash of a series at once, with a way out for each week that has one. */
export interface SeriesClashes {
  readonly clashes: readonly Clash[];
  readonly moves: readonly WeekMoves[];
}

/** Why a series cannot be proposed as it stands. */
export type SeriesRefusal =
  | PartyFault
  | PartnershipRefusal
  | { readonly kind: 'nothing-placed' }
  | ({ readonly kind: 'party-taken' } & SeriesClashes);

/** The lessons to propose, and the weeks left out because they are past. */
export interface ProposedSeries {
  readonly lessons: readonly PlacedOccurrence[];
  readonly past: readonly PlacedOccurrence[];
}

/** Has the lesson begun already? */
export const isPast = (occurrence: PlacedOccurrence, now: Temporal.Instant): boolean =>
  !before(now, occurrence.slot.startsAt);

/** All clashes of the placed weeks, and where each week that has one could move. */
export function seriesClashes(
  placed: readonly PlacedOccurrence[],
  parties: readonly PartyInLesson[],
  holds: readonly Hold[],
): SeriesClashes {
  const wanted: readonly WantedOccurrence[] = placed.map(({ week, slot }) => ({ week, slot, parties }));
  const clashes = findClashes(wanted, holds);
  const weeks = new Set(clashes.map((clash) => clash.week));
  const moves = placed
    .filter((occurrence) => weeks.has(occurrence.week))
    .map(({ week, day, otherWindows }) => ({
      week,
      moves: freeWindows({ day, windows: otherWindows, parties }, holds),
    }));
  return { clashes, moves };
}

function seriesFault(
  lessons: readonly PlacedOccurrence[],
  wanted: WantedSeries,
  facts: SeriesFacts,
): SeriesRefusal | null {
  const fault = partyFault(wanted.parties);
  if (fault) return fault;
  if (lessons.length === 0) return { kind: 'nothing-placed' };
  const faults = lessons.map((lesson) => partnershipFault(facts.partnership, lesson.day));
  return faults.find((one) => one !== null) ?? null;
}

/** Every placed week that is still to come is asked for together, and all their clashes are told at once. */
export function decideSeriesProposal(wanted: WantedSeries, facts: SeriesFacts): Result<ProposedSeries, SeriesRefusal> {
  const placed = wanted.occurrences.filter(isPlaced);
  const past = facts.includesPast ? [] : placed.filter((occurrence) => isPast(occurrence, facts.now));
  const lessons = placed.filter((occurrence) => !past.includes(occurrence));
  const fault = seriesFault(lessons, wanted, facts);
  if (fault) return refuse(fault);
  const found = seriesClashes(lessons, wanted.parties, facts.holds);
  return found.clashes.length > 0 ? refuse({ kind: 'party-taken', ...found }) : accept({ lessons, past });
}
