import type { Slot } from '../time';

/** A classroom that comes back within this time was never away, as far as the record goes. */
export const graceSeconds = 300;

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (slot: Slot): Span => ({ from: slot.startsAt.epochMilliseconds, to: slot.endsAt.epochMilliseconds });

/** One classroom's connections as the intervals it was there: overlapping ones merge, short gaps close. */
export function joinIntervals(raw: readonly Slot[], grace: number = graceSeconds): readonly Slot[] {
  const ordered = [...raw].sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
  const joined: Slot[] = [];
  for (const next of ordered) {
    const last = joined.at(-1);
    const gap = last ? next.startsAt.epochMilliseconds - last.endsAt.epochMilliseconds : Number.POSITIVE_INFINITY;
    if (!last || gap > grace * 1000) joined.push(next);
    else if (spanOf(next).to > spanOf(last).to) joined[joined.length - 1] = { ...last, endsAt: next.endsAt };
  }
  return joined;
}

function union(spans: readonly Span[]): readonly Span[] {
  const ordered = spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of ordered) {
    const last = merged.at(-1);
    if (!last || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

const clip = (spans: readonly Span[], to: Span): readonly Span[] =>
  spans.map((span) => ({ from: Math.max(span.from, to.from), to: Math.min(span.to, to.to) }));

/** Milliseconds both were there: two merged lists walked side by side. */
function shared(ours: readonly Span[], theirs: readonly Span[]): number {
  return ours.reduce(
    (sum, our) => sum + clip(theirs, our).reduce((part, span) => part + Math.max(0, span.to - span.from), 0),
    0,
  );
}

/** Whole minutes of the slot during which the presenting and at least one receiving classroom were both connected. */
export function effectiveMinutes(
  presenting: readonly Slot[],
  receiving: readonly (readonly Slot[])[],
  slot: Slot,
): number {
  const ours = union(clip(presenting.map(spanOf), spanOf(slot)));
  const theirs = union(receiving.flatMap((intervals) => intervals.map(spanOf)));
  return Math.floor(shared(ours, theirs) / 60_000);
}
