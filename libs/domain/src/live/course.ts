import { accept, refuse, type Result } from '../kernel';
import { before, holdsInstant, minutesOf, type Slot, type Temporal } from '../time';
import type { LessonState } from '../scheduling';
import { effectiveMinutes } from './intervals';

const opensBeforeMinutes = 30;
const closesAfterMinutes = 60;

/** The share of its slot a lesson must have been held to count as held. */
export const heldPercent = 60;

/** When the lesson room can be entered: half an hour before the lesson until an hour after it. */
export const doorOf = (slot: Slot): Slot => ({
  startsAt: slot.startsAt.subtract({ minutes: opensBeforeMinutes }),
  endsAt: slot.endsAt.add({ minutes: closesAfterMinutes }),
});

/** Can the lesson room be entered now? */
export const isDoorOpen = (slot: Slot, now: Temporal.Instant): boolean => holdsInstant(doorOf(slot), now);

/** Which ends have a classroom connected, or have had one since the door opened. */
export interface StartFacts {
  readonly state: LessonState;
  readonly slot: Slot;
  readonly hasPresenting: boolean;
  readonly hasReceiving: boolean;
  readonly now: Temporal.Instant;
}

/** Why a lesson is not live yet. */
export type StartRefusal =
  | { readonly kind: 'lesson-not-confirmed'; readonly state: LessonState }
  | { readonly kind: 'door-closed'; readonly opensAt: Temporal.Instant; readonly closesAt: Temporal.Instant }
  | { readonly kind: 'end-missing'; readonly end: 'presenting' | 'receiving' };

/** A confirmed lesson is live once the presenting and a receiving classroom have both been connected. */
export function decideLessonStart(facts: StartFacts): Result<'live', StartRefusal> {
  const { state, slot, now } = facts;
  if (state !== 'confirmed') return refuse({ kind: 'lesson-not-confirmed', state });
  const door = doorOf(slot);
  if (!isDoorOpen(slot, now)) return refuse({ kind: 'door-closed', opensAt: door.startsAt, closesAt: door.endsAt });
  if (!facts.hasPresenting) return refuse({ kind: 'end-missing', end: 'presenting' });
  return facts.hasReceiving ? accept('live') : refuse({ kind: 'end-missing', end: 'receiving' });
}

/** What the record holds when the lesson's time is over; open intervals end now. */
export interface EndFacts {
  readonly state: LessonState;
  readonly slot: Slot;
  readonly presenting: readonly Slot[];
  readonly receiving: readonly (readonly Slot[])[];
  readonly now: Temporal.Instant;
  /** When the lesson was agreed; an agreement written down after the lesson has no presence to judge by. */
  readonly agreedAt?: Temporal.Instant;
}

/** Why a lesson is not judged. */
export type EndRefusal =
  | { readonly kind: 'lesson-not-under-way'; readonly state: LessonState }
  | { readonly kind: 'lesson-not-over'; readonly endsAt: Temporal.Instant }
  | { readonly kind: 'agreed-afterwards'; readonly agreedAt: Temporal.Instant };

/** How a lesson went: the states it passes through, in order, and the minutes it was really held. */
export interface LessonOutcome {
  readonly steps: readonly LessonState[];
  readonly effectiveMinutes: number;
}

function endFault({ state, slot, now, agreedAt }: EndFacts): EndRefusal | null {
  if (state !== 'live' && state !== 'confirmed') return { kind: 'lesson-not-under-way', state };
  if (before(now, slot.endsAt)) return { kind: 'lesson-not-over', endsAt: slot.endsAt };
  return agreedAt && !before(agreedAt, slot.endsAt) ? { kind: 'agreed-afterwards', agreedAt } : null;
}

/** Ended when held for 60 % of its slot, interrupted when less, missed when both ends were never there together. */
export function decideLessonEnd(facts: EndFacts): Result<LessonOutcome, EndRefusal> {
  const { state, slot } = facts;
  const fault = endFault(facts);
  if (fault) return refuse(fault);
  const held = effectiveMinutes(facts.presenting, facts.receiving, slot);
  const isHeld = held * 100 >= minutesOf(slot) * heldPercent;
  const outcome: LessonState = isHeld ? 'ended' : 'interrupted';
  if (state === 'live') return accept({ steps: [outcome], effectiveMinutes: held });
  // A restart may have kept a lesson from being called live; the intervals say that it was.
  return accept({ steps: held > 0 ? ['live', outcome] : ['missed'], effectiveMinutes: held });
}
