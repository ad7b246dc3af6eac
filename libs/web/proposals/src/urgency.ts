import { openItems } from './answer';
import type { Item, ProposalRow } from './shapes';

type Row = Pick<ProposalRow, 'status' | 'expiresAt' | 'lessons' | 'firstStartsAt'>;

const at = (instant: string): number => Date.parse(instant);

/** The start, if it comes before the last moment of answering and is not over. */
const early = (start: string | undefined, expiresAt: string, now: number): string | null =>
  start !== undefined && at(start) > now && at(start) < at(expiresAt) ? start : null;

/** The start of the first lesson that waits, where an answer in time would come too late for it. */
export function earlyStart(items: readonly Item[], expiresAt: string, now: number): string | null {
  const [first] = openItems(items)
    .map(({ startsAt }) => startsAt)
    .filter((start) => at(start) > now)
    .sort((a, b) => at(a) - at(b));
  return early(first, expiresAt, now);
}

/** The same from a row of the list, which knows the first waiting lesson only while all of them wait. */
export function earlyStartOfRow({ status, expiresAt, lessons, firstStartsAt }: Row, now: number): string | null {
  const allWait = Object.entries(lessons).every(
    ([state, n]) => n === 0 || state === 'proposed' || state === 'countered',
  );
  return status === 'open' && allWait ? early(firstStartsAt, expiresAt, now) : null;
}

/** Those that press most come first: by the first lesson or the deadline, whichever is sooner. */
export function mostUrgentFirst<R extends Row>(rows: readonly R[], now: number): readonly R[] {
  const due = (row: R): number => at(earlyStartOfRow(row, now) ?? row.expiresAt);
  return [...rows].sort((a, b) => due(a) - due(b));
}
