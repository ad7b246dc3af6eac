import { accept, refuse, type Result } from '../../kernel';

/** Every state of an observation: being written, laid before the one who was heard, closed by an answer. */
export const observationStates = ['open', 'submitted', 'locked'] as const;

/** Where an observation stands. */
export type ObservationState = (typeof observationStates)[number];

/** Its life as data; what is written after `open` is an amendment beside the original, in whatever state. */
export const observationTransitions: Readonly<Record<ObservationState, readonly ObservationState[]>> = {
  open: ['submitted'],
  submitted: ['locked'],
  locked: [],
};

/** Who hears whom. */
export const observationDirections = ['mentor-hears', 'mentee-hears'] as const;

/** Who hears whom; the one who hears writes, the one who is heard countersigns. */
export type ObservationDirection = (typeof observationDirections)[number];

/** Heard over the link as it happened, in the classroom, or from a recording. */
export const observationModes = ['live', 'on-site', 'recording'] as const;

/** How it was heard. */
export type ObservationMode = (typeof observationModes)[number];

/** Which of the two writes. */
export const observerOf = <P>(direction: ObservationDirection, two: { readonly mentor: P; readonly mentee: P }): P =>
  direction === 'mentor-hears' ? two.mentor : two.mentee;

/** Which of the two is heard. */
export const observedOf = <P>(direction: ObservationDirection, two: { readonly mentor: P; readonly mentee: P }): P =>
  direction === 'mentor-hears' ? two.mentee : two.mentor;

/** Why an observation cannot be laid before the other. */
export type ObservationSubmitRefusal = { readonly kind: 'already-submitted' } | { readonly kind: 'nothing-noted' };

/** It is submitted once, and with something in it. */
export function decideSubmit(
  state: ObservationState,
  entryCount: number,
): Result<'submitted', ObservationSubmitRefusal> {
  if (!observationTransitions[state].includes('submitted')) return refuse({ kind: 'already-submitted' });
  return entryCount > 0 ? accept('submitted') : refuse({ kind: 'nothing-noted' });
}

/** Why an observation cannot be discarded. */
export type ObservationDiscardRefusal =
  { readonly kind: 'already-submitted' } | { readonly kind: 'already-discarded' } | { readonly kind: 'reason-missing' };

/** What was begun by mistake is dropped while it is open, once, and with a reason where remarks stand in it. */
export function decideDiscard(
  { state, isDiscarded }: { readonly state: ObservationState; readonly isDiscarded: boolean },
  { remarkCount, reason }: { readonly remarkCount: number; readonly reason: string },
): Result<'discarded', ObservationDiscardRefusal> {
  if (state !== 'open') return refuse({ kind: 'already-submitted' });
  if (isDiscarded) return refuse({ kind: 'already-discarded' });
  return remarkCount > 0 && reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : accept('discarded');
}

/** What the one who was heard says: a reply, a countersignature, or both. */
export interface ObservationAnswer {
  readonly reply: string | null;
  readonly countersigns: boolean;
}

/** An observation as it stands before an answer. */
export interface AnsweredObservation {
  readonly state: ObservationState;
  readonly isCountersigned: boolean;
}

/** Why an answer is not taken. */
export type ObservationAnswerRefusal =
  { readonly kind: 'not-submitted' } | { readonly kind: 'already-countersigned' } | { readonly kind: 'nothing-said' };

/**
 * A reply or a countersignature locks it. What is locked by a reply alone may still be countersigned, once; only then
 * does it count for the agreement. A second reply is an amendment, not an answer.
 */
export function decideAnswerTo(
  observation: AnsweredObservation,
  answer: ObservationAnswer,
): Result<AnsweredObservation, ObservationAnswerRefusal> {
  if (observation.state === 'open') return refuse({ kind: 'not-submitted' });
  if (observation.isCountersigned) return refuse({ kind: 'already-countersigned' });
  const says = answer.countersigns || (answer.reply !== null && observation.state === 'submitted');
  return says ? accept({ state: 'locked', isCountersigned: answer.countersigns }) : refuse({ kind: 'nothing-said' });
}
