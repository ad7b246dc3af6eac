import { Temporal } from '../time';
import type { PairingOutcome } from './growth';
import { askedPairingStates } from './pairing-standing';
import { endedPairingStates, type PairingState } from './pairing-states';

/** A pause or an assessment: since its first day, until it ended on its last; null while it holds. */
export interface PairingPhase {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
}

/** What is kept of a pairing, as it stands now. */
export interface PairingLife {
  readonly state: PairingState;
  readonly firstDay: Temporal.PlainDate;
  /** As agreed; null where the end is open. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly endedOn: Temporal.PlainDate | null;
  readonly outcome: PairingOutcome | null;
  readonly pauses: readonly PairingPhase[];
  readonly assessments: readonly PairingPhase[];
}

/** A pairing as it stood when a day was over. */
export interface PairingOnDay {
  readonly state: PairingState;
  readonly hasBegun: boolean;
  /** The day on which it had ended, else the one that was agreed. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly outcome: PairingOutcome | null;
}

const isUntil = (one: Temporal.PlainDate, day: Temporal.PlainDate) => Temporal.PlainDate.compare(one, day) <= 0;

/** What ends on a day is over when that day is. */
const holds = (phases: readonly PairingPhase[], day: Temporal.PlainDate): boolean =>
  phases.some(({ firstDay, lastDay }) => isUntil(firstDay, day) && (lastDay === null || !isUntil(lastDay, day)));

const hasEnded = ({ state, endedOn }: PairingLife, day: Temporal.PlainDate): boolean =>
  endedPairingStates.has(state) && (endedOn === null || isUntil(endedOn, day));

/**
 * The state of a pairing when a day was over, whatever became of it since; null before its first day. What never began is
 * told as it is now: nobody keeps when the two were asked. So is an end without a day.
 */
export function pairingStateOn(life: PairingLife, day: Temporal.PlainDate): PairingState | null {
  if (!isUntil(life.firstDay, day)) return null;
  if (askedPairingStates.has(life.state) || life.state === 'lapsed' || hasEnded(life, day)) return life.state;
  if (holds(life.pauses, day)) return 'paused';
  return holds(life.assessments, day) ? 'assessing' : 'active';
}

/** A pairing as it stood when a day was over: nothing that is dated later is in it. Null before its first day. */
export function pairingOn(life: PairingLife, day: Temporal.PlainDate): PairingOnDay | null {
  const state = pairingStateOn(life, day);
  if (state === null) return null;
  const { endedOn } = life;
  return {
    state,
    hasBegun: !askedPairingStates.has(state) && state !== 'lapsed',
    lastDay: endedOn !== null && isUntil(endedOn, day) ? endedOn : life.lastDay,
    outcome: endedPairingStates.has(state) ? life.outcome : null,
  };
}

/** One to one, or one to many. */
export type PairingForm = 'one-to-one' | 'one-to-many';

/**
 * One to many where the mentor guided another mentee at some time of the pairing, as both stood when a day was over; `others`
 * are the mentor's pairings with other mentees. What began later is not looked at.
 */
export function pairingFormOn(life: PairingLife, others: readonly PairingLife[], day: Temporal.PlainDate): PairingForm {
  const last = pairingOn(life, day)?.lastDay ?? null;
  const isBeside = (other: PairingLife): boolean => {
    const seen = pairingOn(other, day);
    if (!seen?.hasBegun || (last !== null && !isUntil(other.firstDay, last))) return false;
    return seen.lastDay === null || isUntil(life.firstDay, seen.lastDay);
  };
  return others.some(isBeside) ? 'one-to-many' : 'one-to-one';
}
