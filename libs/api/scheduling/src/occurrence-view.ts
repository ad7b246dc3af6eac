import type {
  clashView,
  cutView as cutSchema,
  occurrenceView as occurrenceSchema,
  skipReason,
} from '@qinglan/contracts';
import { type Candidate, isPast, type Occurrence, type SkipReason, type Temporal, wallTime } from '@qinglan/domain';
import type * as z from 'zod';
import { whyOf, windowView } from './day-view';

type OccurrenceView = z.output<typeof occurrenceSchema>;
type ClashView = z.output<typeof clashView>;

/** A choice of starts helps, a wall of them does not. */
const mostCandidates = 6;

const cutView = (candidate: Candidate): z.output<typeof cutSchema> => ({
  startsAt: wallTime(candidate.startsAt),
  endsAt: wallTime(candidate.endsAt),
  cuts: candidate.cuts.map(({ end, period, minutes }) => ({ who: end, period, minutes })),
});

function reasonView(reason: SkipReason): z.output<typeof skipReason>[] {
  if (reason.kind === 'left-out') return [];
  const why = whyOf(reason.schoolDay);
  return why ? [{ who: reason.end, ...why }] : [];
}

const empty = { window: null, startsAt: null, endsAt: null, reasons: [], suggestions: [], cuts: [], clashes: [] };

function particulars(occurrence: Occurrence): Pick<OccurrenceView, 'state'> & Partial<OccurrenceView> {
  if (occurrence.kind === 'placed') {
    const { window, slot } = occurrence;
    const [startsAt, endsAt] = [slot.startsAt.toString(), slot.endsAt.toString()];
    return { state: 'placed', window: windowView(window), startsAt, endsAt };
  }
  if (occurrence.kind === 'not-placed') {
    const suggestions = occurrence.suggestions.map(windowView);
    return { state: 'not-placed', suggestions, cuts: occurrence.candidates.slice(0, mostCandidates).map(cutView) };
  }
  const isLeftOut = occurrence.reasons.some((reason) => reason.kind === 'left-out');
  return { state: isLeftOut ? 'left-out' : 'skipped', reasons: occurrence.reasons.flatMap(reasonView) };
}

/** One week of a series as the contract writes it. */
export function occurrenceView(
  occurrence: Occurrence,
  clashes: readonly ClashView[],
  now: Temporal.Instant,
): OccurrenceView {
  const { week, receivingWeek, day } = occurrence;
  const past = occurrence.kind === 'placed' && isPast(occurrence, now);
  const about = { week, receivingWeek, day: day.toString(), past };
  return { ...empty, ...about, ...particulars(occurrence), clashes: [...clashes] };
}
