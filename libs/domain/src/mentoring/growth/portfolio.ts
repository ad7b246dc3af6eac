import {
  allOf,
  allowed,
  forbidden,
  mayRecordInPairing,
  partIn,
  type Actor,
  type Decision,
  type PairingSubject,
} from '../../access';
import { refuse, type Result } from '../../kernel';
import { Temporal } from '../../time';
import { obligationKinds, type Debtor, type ObligationKind } from '../obligation';
import { runningPairingStates, type PairingState } from '../pairing-states';
import { decideEvidence, type Evidence, type EvidenceRefusal } from './evidence';

/** Something that was done and that somebody counts by hand. */
export interface HandCounted {
  readonly onDay: Temporal.PlainDate;
  readonly evidence: string;
}

/** The pairing in whose portfolio it goes, on the day that somebody counts. */
export interface PortfolioPairing {
  readonly state: PairingState;
  readonly firstDay: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

/** Why something is not counted. */
export type PortfolioRefusal =
  | { readonly kind: 'pairing-state'; readonly state: PairingState }
  | { readonly kind: 'day-outside-pairing' }
  | EvidenceRefusal;

const ownWork: readonly ObligationKind[] = ['lesson-plan', 'paper', 'open-lesson'];

/**
 * What each of the two counts by hand: the mentee the own work, the mentor also discussions. Heard lessons of the two are
 * written down as observations and countersigned; those kept on paper are counted by whoever keeps the pairing (null).
 */
export function handCountedKinds(part: Debtor | null): readonly ObligationKind[] {
  if (part === null) return obligationKinds;
  return part === 'mentor' ? ['discussion', ...ownWork] : ownWork;
}

/** Nobody of the two pays by a line of their own what the other one has to confirm. */
export function mayCountByHand(actor: Actor, pairing: PairingSubject, kind: ObligationKind): Decision {
  const may = handCountedKinds(partIn(actor, pairing)).includes(kind);
  return allOf(mayRecordInPairing(actor, pairing), may ? allowed : forbidden('the other one has to confirm it'));
}

/** What is counted by hand happened since the two began and not in the future, and shows its evidence. */
export function decideHandCounted(pairing: PortfolioPairing, item: HandCounted): Result<Evidence, PortfolioRefusal> {
  if (!runningPairingStates.has(pairing.state)) return refuse({ kind: 'pairing-state', state: pairing.state });
  const isEarly = Temporal.PlainDate.compare(item.onDay, pairing.firstDay) < 0;
  const isLate = Temporal.PlainDate.compare(item.onDay, pairing.today) > 0;
  return isEarly || isLate ? refuse({ kind: 'day-outside-pairing' }) : decideEvidence(item.evidence);
}
