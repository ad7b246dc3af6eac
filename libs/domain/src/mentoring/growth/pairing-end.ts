import { accept, refuse, type PersonId, type Result } from '../../kernel';
import { decideReason, type ReasonRefusal } from '../../scheduling';
import { addDays, Temporal } from '../../time';
import {
  decidePairingStep,
  pairingTransitions,
  type PairingState,
  type PairingTransitionRefusal,
} from '../pairing-states';
import { longestYears } from '../shares';
import { isForsaken } from './chain';
import { isGateOpen, type Requirement } from './completion-gate';

/** How a pairing was judged: 优秀, 合格, 延期, 不合格. */
export type PairingOutcome = 'excellent' | 'pass' | 'extended' | 'fail';

/** The ways in which a pairing ends. */
export const endActs = ['complete', 'fail', 'extend', 'hand-over', 'dissolve'] as const;

/** One way in which a pairing ends. */
export type EndAct = (typeof endActs)[number];

/** Who shall carry a pairing on. */
export interface Successor {
  readonly personId: PersonId;
  readonly isMentor: boolean;
}

/** How somebody wants a pairing to end. */
export type EndWish =
  | { readonly act: 'complete'; readonly result: 'excellent' | 'pass' }
  | { readonly act: 'fail' | 'dissolve'; readonly reason: string }
  | {
      readonly act: 'extend';
      readonly reason: string;
      readonly toDay: Temporal.PlainDate;
      readonly atDistance: boolean;
    }
  | {
      readonly act: 'hand-over';
      readonly reason: string;
      readonly toDay: Temporal.PlainDate;
      readonly successor: Successor;
    };

/** A pairing as its end finds it. */
export interface EndingPairing {
  readonly state: PairingState;
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
  readonly today: Temporal.PlainDate;
  /** The last day of the agreement, if it names one. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly gate: readonly Requirement[];
  /** States of the pairings that carry it on already. */
  readonly continuations: readonly PairingState[];
}

/** The pairing that carries another one on; it begins the day after, so that no day belongs to both. */
export interface Continuation {
  readonly mentorId: PersonId;
  readonly state: 'active' | 'consenting';
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly atDistance: boolean;
}

/** How a pairing ends, and what carries it on. */
export interface PairingEnd {
  readonly to: PairingState;
  readonly outcome: PairingOutcome | null;
  readonly reason: string | null;
  /** Today, or the last day of the agreement where that is past: nothing is owed beyond it; null where it had ended. */
  readonly endedOn: Temporal.PlainDate | null;
  readonly continuation: Continuation | null;
}

/** Why a pairing does not end so. */
export type PairingEndRefusal =
  | ReasonRefusal
  | PairingTransitionRefusal
  | { readonly kind: 'pairing-state'; readonly state: PairingState }
  | { readonly kind: 'gate-closed'; readonly missing: number }
  | { readonly kind: 'agreement-days' }
  | { readonly kind: 'successor-unfit' };

const notBegun: ReadonlySet<PairingState> = new Set(['nominated', 'consenting']);

/** What a pairing becomes by an act; what never began lapses instead of being dissolved. */
export function endStateOf(act: EndAct, from: PairingState): PairingState {
  switch (act) {
    case 'complete':
      return 'completed';
    case 'extend':
      return 'extended';
    case 'hand-over':
      return 'handed-over';
    case 'fail':
      return 'dissolved';
    case 'dissolve':
      return notBegun.has(from) ? 'lapsed' : 'dissolved';
  }
}

/** What was handed over and nobody took is handed over again. */
const isHandedAgain = (act: EndAct, from: PairingState, continuations: readonly PairingState[]): boolean =>
  act === 'hand-over' && from === 'handed-over' && isForsaken(continuations);

/**
 * The ways out of a state; 不合格 is a result, and there is none without an assessment. A pairing that was handed over
 * is handed over again where all who were to carry it on declined.
 */
export const endActsFrom = (from: PairingState, continuations: readonly PairingState[] = []): readonly EndAct[] =>
  endActs.filter(
    (act) =>
      isHandedAgain(act, from, continuations) ||
      (pairingTransitions[from].includes(endStateOf(act, from)) && (act !== 'fail' || from === 'assessing')),
  );

/** Is this a result (优秀, 合格, 延期 after an assessment, 不合格), which the mentor never gives alone? */
export const isResult = (act: EndAct, from: PairingState): boolean =>
  act === 'complete' || act === 'fail' || (act === 'extend' && from === 'assessing');

function carriedOn(
  pairing: EndingPairing,
  wish: Extract<EndWish, { readonly act: 'extend' | 'hand-over' }>,
): Result<Continuation, PairingEndRefusal> {
  const firstDay = addDays(pairing.today, 1);
  const isForward = Temporal.PlainDate.compare(wish.toDay, firstDay) >= 0;
  const latest = firstDay.add({ years: longestYears });
  if (!isForward || Temporal.PlainDate.compare(wish.toDay, latest) > 0) return refuse({ kind: 'agreement-days' });
  const days = { firstDay, lastDay: wish.toDay };
  if (wish.act === 'extend')
    return accept({ ...days, mentorId: pairing.mentorId, state: 'active', atDistance: wish.atDistance });
  const { personId, isMentor } = wish.successor;
  if (!isMentor || personId === pairing.mentorId || personId === pairing.menteeId)
    return refuse({ kind: 'successor-unfit' });
  return accept({ ...days, mentorId: personId, state: 'consenting', atDistance: false });
}

function lastDayOf({ state, today, lastDay }: EndingPairing): Temporal.PlainDate | null {
  if (state === 'handed-over') return null;
  return lastDay !== null && Temporal.PlainDate.compare(lastDay, today) < 0 ? lastDay : today;
}

function completed(pairing: EndingPairing, outcome: PairingOutcome): Result<PairingEnd, PairingEndRefusal> {
  const end = { to: 'completed', outcome, reason: null, endedOn: lastDayOf(pairing), continuation: null } as const;
  if (isGateOpen(pairing.gate)) return accept(end);
  return refuse({ kind: 'gate-closed', missing: pairing.gate.filter(({ isMet }) => !isMet).length });
}

const outcomes = { fail: 'fail', extend: 'extended', 'hand-over': null, dissolve: null } as const;

/**
 * A pairing ends in completion, where the gate is open, or with a reason: failed after an assessment, extended with the
 * same two, handed to a successor who is asked for consent, or dissolved.
 */
export function decidePairingEnd(pairing: EndingPairing, wish: EndWish): Result<PairingEnd, PairingEndRefusal> {
  const { state } = pairing;
  if (wish.act === 'fail' && state !== 'assessing') return refuse({ kind: 'pairing-state', state });
  const to = endStateOf(wish.act, state);
  const step = isHandedAgain(wish.act, state, pairing.continuations) ? accept(to) : decidePairingStep(state, to);
  if (!step.ok) return step;
  if (wish.act === 'complete') return completed(pairing, wish.result);
  const said = decideReason(wish.reason);
  if (!said.ok) return said;
  const end = { to: step.value, outcome: outcomes[wish.act], reason: said.value, endedOn: lastDayOf(pairing) };
  if (!('toDay' in wish)) return accept({ ...end, continuation: null });
  const continuation = carriedOn(pairing, wish);
  return continuation.ok ? accept({ ...end, continuation: continuation.value }) : continuation;
}
