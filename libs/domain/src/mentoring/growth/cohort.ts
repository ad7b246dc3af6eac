import { accept, refuse, type Result } from '../../kernel';
import { endedPairingStates, type PairingState } from '../pairing-states';

/** What of a pairing says whether the cohort of its mentor can go home. */
export interface CohortPairing {
  readonly state: PairingState;
  /** Carried on after the mentor went home. */
  readonly atDistance: boolean;
}

/** Has somebody still to say what becomes of this pairing before the cohort goes home? */
export const isOpenInCohort = ({ state, atDistance }: CohortPairing): boolean =>
  !endedPairingStates.has(state) && !atDistance;

/** Why a cohort is not closed. */
export type CohortRefusal =
  { readonly kind: 'cohort-open'; readonly open: number } | { readonly kind: 'cohort-closed' };

/** A cohort is closed once, when no pairing of it is open: nobody is forgotten. */
export function decideCohortClosing(isClosed: boolean, open: number): Result<null, CohortRefusal> {
  if (isClosed) return refuse({ kind: 'cohort-closed' });
  return open === 0 ? accept(null) : refuse({ kind: 'cohort-open', open });
}
