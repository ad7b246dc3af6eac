import type { LessonState } from './transitions';

/** How far the answering of a proposal is, read from its lessons. */
export type ProposalStatus =
  'open' | 'partly-answered' | 'accepted' | 'partly-accepted' | 'declined' | 'expired' | 'withdrawn';

/** Where an agreement over a term stands, read from its lessons. */
export type SeriesStatus =
  'draft' | 'proposed' | 'declined' | 'expired' | 'withdrawn' | 'agreed' | 'running' | 'completed' | 'cancelled';

const isOpen = (state: LessonState): boolean => state === 'draft' || state === 'proposed' || state === 'countered';
const refusals = ['declined', 'expired', 'withdrawn'] as const;
const isRefused = (state: LessonState): boolean => refusals.some((refusal) => refusal === state);
const isOver = (state: LessonState): boolean =>
  state === 'ended' || state === 'verified' || state === 'missed' || state === 'interrupted';

/** The refusal that weighs most where none was accepted: somebody's no before the clock's. */
function refusalOf(states: readonly LessonState[]): (typeof refusals)[number] {
  return refusals.find((refusal) => states.includes(refusal)) ?? 'withdrawn';
}

/** A proposal's status, never stored: what its lessons became is the answer. */
export function proposalStatus(states: readonly LessonState[]): ProposalStatus {
  const open = states.filter(isOpen).length;
  if (open > 0) return open === states.length ? 'open' : 'partly-answered';
  if (!states.some(isRefused)) return 'accepted';
  return states.every(isRefused) ? refusalOf(states) : 'partly-accepted';
}

/** What became of the lessons that were agreed. */
function agreedStatus(states: readonly LessonState[]): SeriesStatus {
  const held = states.filter((state) => state !== 'cancelled');
  if (held.length === 0) return 'cancelled';
  if (held.every(isOver)) return 'completed';
  return held.some((state) => isOver(state) || state === 'live') ? 'running' : 'agreed';
}

/** A series' status, never stored: open while any lesson waits for an answer, then what the agreed ones are. */
export function seriesStatus(states: readonly LessonState[]): SeriesStatus {
  if (states.every((state) => state === 'draft')) return 'draft';
  if (states.some(isOpen)) return 'proposed';
  const agreed = states.filter((state) => !isRefused(state));
  return agreed.length === 0 ? refusalOf(states) : agreedStatus(agreed);
}
