import { refuse, type Result } from '../../kernel';
import { Temporal } from '../../time';
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

/** What is counted by hand happened since the two began and not in the future, and shows its evidence. */
export function decideHandCounted(pairing: PortfolioPairing, item: HandCounted): Result<Evidence, PortfolioRefusal> {
  if (!runningPairingStates.has(pairing.state)) return refuse({ kind: 'pairing-state', state: pairing.state });
  const isEarly = Temporal.PlainDate.compare(item.onDay, pairing.firstDay) < 0;
  const isLate = Temporal.PlainDate.compare(item.onDay, pairing.today) > 0;
  return isEarly || isLate ? refuse({ kind: 'day-outside-pairing' }) : decideEvidence(item.evidence);
}
