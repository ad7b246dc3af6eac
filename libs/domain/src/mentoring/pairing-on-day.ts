import { Temporal } from '../time';
import type { PairingOutcome } from './growth';
import { askedPairingStates, type ShownState } from './pairing-standing';
import { endedPairingStates, type PairingState } from './pairing-states';

/** A pause or an assessment: since its first day, until it ended on its last; null while it holds. */
export interface PairingPhase {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
}

/** A text that a later one replaced: its last day was the agreed one until the later one was signed. */
export interface EarlierText {
  /** As agreed; null where the end is open. */
  readonly lastDay: Temporal.PlainDate | null;
  /** The day of the third name under the later text, which counts on that day. */
  readonly replacedOn: Temporal.PlainDate;
}

/** What is kept of a pairing, as it stands now. */
export interface PairingLife {
  readonly state: PairingState;
  /** As first agreed; a later text does not move it. */
  readonly firstDay: Temporal.PlainDate;
  /** The first day, or the one of the third name where that came later; null where it has not begun, or never did. */
  readonly beganOn: Temporal.PlainDate | null;
  /** As agreed now; null where the end is open. */
  readonly lastDay: Temporal.PlainDate | null;
  /** Texts that were in force before, in the order in which they were. */
  readonly earlierTexts: readonly EarlierText[];
  /** Its last day, once it has ended. */
  readonly endedOn: Temporal.PlainDate | null;
  /** The day on which somebody said how it ends, which is `endedOn` or later. */
  readonly closedOn: Temporal.PlainDate | null;
  readonly outcome: PairingOutcome | null;
  readonly pauses: readonly PairingPhase[];
  readonly assessments: readonly PairingPhase[];
}

/** A pairing as it stood when a day was over. */
export interface PairingOnDay {
  /** 期满未结 stands apart, as everywhere: its last day was over and nobody had said how it ends. */
  readonly state: ShownState;
  readonly hasBegun: boolean;
  /** The day on which it had ended, else the one that was agreed. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly outcome: PairingOutcome | null;
}

const isUntil = (one: Temporal.PlainDate, day: Temporal.PlainDate) => Temporal.PlainDate.compare(one, day) <= 0;

/** What ends on a day is over when that day is. */
const holds = (phases: readonly PairingPhase[], day: Temporal.PlainDate): boolean =>
  phases.some(({ firstDay, lastDay }) => isUntil(firstDay, day) && (lastDay === null || !isUntil(lastDay, day)));

const hasEnded = ({ state, closedOn }: PairingLife, day: Temporal.PlainDate): boolean =>
  endedPairingStates.has(state) && (closedOn === null || isUntil(closedOn, day));

const hasBegun = ({ beganOn }: PairingLife, day: Temporal.PlainDate): boolean =>
  beganOn !== null && isUntil(beganOn, day);

/** The last day by the text that was in force when a day was over. */
function agreedLastDay({ lastDay, earlierTexts }: PairingLife, day: Temporal.PlainDate): Temporal.PlainDate | null {
  const text = earlierTexts.find(({ replacedOn }) => !isUntil(replacedOn, day));
  return text ? text.lastDay : lastDay;
}

function runningStateOn(life: PairingLife, day: Temporal.PlainDate): ShownState {
  const lastDay = agreedLastDay(life, day);
  if (lastDay !== null && !isUntil(day, lastDay)) return 'overdue';
  if (holds(life.pauses, day)) return 'paused';
  return holds(life.assessments, day) ? 'assessing' : 'active';
}

/**
 * The state of a pairing when a day was over, whatever became of it since; null before its first day. A day is whole: what is
 * closed on it is closed when it is over, and the agreed last day is one of the pairing. What never began is told as it is
 * now, since nobody keeps when the two were asked; so is an end of which no day is known. Before it began it was agreed on.
 */
export function pairingStateOn(life: PairingLife, day: Temporal.PlainDate): ShownState | null {
  if (!isUntil(life.firstDay, day)) return null;
  if (askedPairingStates.has(life.state) || life.state === 'lapsed' || hasEnded(life, day)) return life.state;
  return hasBegun(life, day) ? runningStateOn(life, day) : 'agreed';
}

/** A pairing as it stood when a day was over: nothing that is dated later is in it. Null before its first day. */
export function pairingOn(life: PairingLife, day: Temporal.PlainDate): PairingOnDay | null {
  const state = pairingStateOn(life, day);
  if (state === null) return null;
  const { endedOn, outcome } = life;
  return {
    state,
    hasBegun: hasBegun(life, day),
    lastDay: endedOn !== null && hasEnded(life, day) ? endedOn : agreedLastDay(life, day),
    outcome: life.state === 'lapsed' || hasEnded(life, day) ? outcome : null,
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
