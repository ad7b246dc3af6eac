import { refuse, type Result } from '../../kernel';
import { decideReason, type ReasonRefusal } from '../../scheduling';
import { pairingTransitions, type PairingState } from '../pairing-states';

/** Why somebody cannot ask for the end of a pairing, or answer who asked. */
export type PetitionRefusal =
  | ReasonRefusal
  | { readonly kind: 'pairing-state'; readonly state: PairingState }
  | { readonly kind: 'petition-open' }
  | { readonly kind: 'petition-decided' };

/** A pairing as a petition finds it. */
export interface PetitionedPairing {
  readonly state: PairingState;
  /** Somebody asked already and waits for an answer. */
  readonly isAsked: boolean;
}

/** Either side may ask, with a reason, that a pairing be dissolved; one petition waits at a time. */
export function decidePetition(pairing: PetitionedPairing, reason: string): Result<string, PetitionRefusal> {
  const { state, isAsked } = pairing;
  if (!pairingTransitions[state].includes('dissolved')) return refuse({ kind: 'pairing-state', state });
  return isAsked ? refuse({ kind: 'petition-open' }) : decideReason(reason);
}

/** A petition is answered once, with a word to whoever asked. */
export function decidePetitionAnswer(isDecided: boolean, answer: string): Result<string, PetitionRefusal> {
  return isDecided ? refuse({ kind: 'petition-decided' }) : decideReason(answer);
}
