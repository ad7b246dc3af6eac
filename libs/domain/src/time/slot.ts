import { Temporal } from 'temporal-polyfill';

/** A span of instants that holds its start and not its end, so lessons that touch do not overlap. */
export interface Slot {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** A span of school days that holds both ends. */
export interface DaySpan {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** Is the first instant earlier than the second? */
export const before = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;

/** Do two slots share any moment? */
export const overlaps = (a: Slot, b: Slot): boolean => before(a.startsAt, b.endsAt) && before(b.startsAt, a.endsAt);

/** Does the slot hold this instant? */
export const holdsInstant = (slot: Slot, at: Temporal.Instant): boolean =>
  !before(at, slot.startsAt) && before(at, slot.endsAt);

/** Does the span hold this day, both ends included? */
export const holdsDay = (span: DaySpan, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(span.firstDay, day) <= 0 && Temporal.PlainDate.compare(day, span.lastDay) <= 0;

/** Whole minutes from the start to the end of a slot. */
export const minutesOf = (slot: Slot): number =>
  Math.floor((slot.endsAt.epochMilliseconds - slot.startsAt.epochMilliseconds) / 60_000);
