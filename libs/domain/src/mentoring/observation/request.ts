import { accept, type LessonId, type PartyId, refuse, type Result } from '../../kernel';
import { type Clash, findClashes, type Hold, type PartyInSlot } from '../../scheduling';
import { type Slot, Temporal } from '../../time';

/** Every state of asking for an observation. */
export const observationRequestStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const;

/** Where a request stands. */
export type ObservationRequestState = (typeof observationRequestStates)[number];

/**
 * Its life as data: what was accepted can still be called off, by either; it is a question again when its lesson moves to
 * where the observer is taken.
 */
export const observationRequestTransitions: Readonly<
  Record<ObservationRequestState, readonly ObservationRequestState[]>
> = {
  asked: ['accepted', 'declined', 'withdrawn'],
  accepted: ['withdrawn', 'asked'],
  declined: [],
  withdrawn: [],
};

/** Why a request is not taken or not moved. */
export type ObservationRequestRefusal =
  | { readonly kind: 'asked-too-late' }
  | { readonly kind: 'request-closed'; readonly state: ObservationRequestState }
  | { readonly kind: 'reason-missing' };

/** One asks at least a day ahead: on an earlier Beijing day than the lesson's. */
export const decideAsk = (
  lessonDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Result<'asked', ObservationRequestRefusal> =>
  Temporal.PlainDate.compare(today, lessonDay) < 0 ? accept('asked') : refuse({ kind: 'asked-too-late' });

/** A request moves along its transitions; declining, and calling off what was accepted, need a reason. */
export function decideRequestStep(
  from: ObservationRequestState,
  to: ObservationRequestState,
  reason: string,
): Result<ObservationRequestState, ObservationRequestRefusal> {
  if (!observationRequestTransitions[from].includes(to)) return refuse({ kind: 'request-closed', state: from });
  const needsReason = to === 'declined' || from === 'accepted';
  return needsReason && reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : accept(to);
}

/** An observation that is to be promised: who hears and who is heard, and of any other lesson its span, if one is known. */
export interface PromisedObservation {
  readonly lessonId: LessonId | null;
  readonly slot: Slot | null;
  readonly observerId: PartyId;
  readonly observedId: PartyId;
}

/** Somebody is taken then: by what. */
export interface ObserverTaken {
  readonly kind: 'party-taken';
  readonly clashes: readonly Clash[];
}

/**
 * Whose time a promise holds: the observer's over a lesson of the timetable, which holds its teachers itself, and both over
 * any other lesson; nobody's where the span is not known. Who holds that lesson already needs no second hold.
 */
export function decidePromise(
  { lessonId, slot, observerId, observedId }: PromisedObservation,
  holds: readonly Hold[],
): Result<readonly PartyInSlot[], ObserverTaken> {
  if (slot === null) return accept([]);
  const people = lessonId === null ? [observerId, observedId] : [observerId];
  const isInIt = (partyId: PartyId) =>
    lessonId !== null && holds.some((hold) => hold.partyId === partyId && hold.lessonId === lessonId);
  const parties = people
    .filter((partyId) => !isInIt(partyId))
    .map((partyId) => ({ partyId, role: 'participant' as const }));
  const clashes = findClashes([{ week: null, slot, parties }], holds);
  return clashes.length > 0 ? refuse({ kind: 'party-taken', clashes }) : accept(parties);
}
