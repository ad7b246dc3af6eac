import { accept, refuse, type Result } from '../../kernel';
import { endedPairingStates, type PairingState } from '../pairing-states';
import { isPassedOn } from './chain';

/** What of a pairing says whether the cohort of its mentor can go home. */
export interface CohortPairing {
  readonly state: PairingState;
  /** Carried on after the mentor went home. */
  readonly atDistance: boolean;
  /** States of the pairings that carry it on. */
  readonly continuations: readonly PairingState[];
}

/** Has somebody still to say what becomes of this pairing, or a successor to begin, before the cohort goes home? */
export const isOpenInCohort = ({ state, atDistance, continuations }: CohortPairing): boolean =>
  !atDistance && (state === 'handed-over' ? !isPassedOn(continuations) : !endedPairingStates.has(state));

/** Why a cohort is not closed. */
export type CohortRefusal =
  { readonly kind: 'cohort-open'; readonly open: number } | { readonly kind: 'cohort-closed' };

/** A cohort is closed once, when no pairing of it is open: nobody is forgotten. */
export function decideCohortClosing(isClosed: boolean, open: number): Result<null, CohortRefusal> {
  if (isClosed) return refuse({ kind: 'cohort-closed' });
  return open === 0 ? accept(null) : refuse({ kind: 'cohort-open', open });
}
