import { accept, refuse, type Result } from '../../kernel';
import { Temporal } from '../../time';

/** Every state of asking for an observation. */
export const observationRequestStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const;

/** Where a request stands. */
export type ObservationRequestState = (typeof observationRequestStates)[number];

/** Its life as data: what was accepted can still be called off, by either. */
export const observationRequestTransitions: Readonly<
  Record<ObservationRequestState, readonly ObservationRequestState[]>
> = {
  asked: ['accepted', 'declined', 'withdrawn'],
  accepted: ['withdrawn'],
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
