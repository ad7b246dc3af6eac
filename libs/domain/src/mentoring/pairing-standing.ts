import { epochDayOf, type Temporal } from '../time';
import { endedPairingStates, pairingStates, type PairingState, runningPairingStates } from './pairing-states';

/**
 * How a pairing is counted, everywhere: `asked` waits for consent or signatures (待同意), `running` is worked at and not past
 * its last day (结对中), `overdue` is past it and nobody has said how it ends (期满未结), `ended` has an end.
 */
export const pairingStandings = ['asked', 'running', 'overdue', 'ended'] as const;

/** How a pairing is counted. */
export type PairingStanding = (typeof pairingStandings)[number];

/** States before the two work with each other: nominated, asked for their word, or for their signatures. */
export const askedPairingStates: ReadonlySet<PairingState> = new Set(
  pairingStates.filter((state) => !runningPairingStates.has(state) && !endedPairingStates.has(state)),
);

/** What `pairingStanding` looks at; the last day is one of the pairing's own, null where its end is open. */
export interface CountedPairing {
  readonly state: PairingState;
  readonly lastDay: Temporal.PlainDate | null;
}

/** Each pairing is counted in exactly one way on a day; the last day itself still counts as running. */
export function pairingStanding({ state, lastDay }: CountedPairing, today: Temporal.PlainDate): PairingStanding {
  if (endedPairingStates.has(state)) return 'ended';
  if (askedPairingStates.has(state)) return 'asked';
  return lastDay !== null && epochDayOf(lastDay) < epochDayOf(today) ? 'overdue' : 'running';
}

/** What is said of a pairing: its state, or that its last day is over and nobody has said how it ends. */
export type ShownState = PairingState | 'overdue';

/** 结对中 is said only while the last day is not over. */
export const shownState = (pairing: CountedPairing, today: Temporal.PlainDate): ShownState =>
  pairingStanding(pairing, today) === 'overdue' ? 'overdue' : pairing.state;
