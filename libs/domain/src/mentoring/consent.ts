import { accept, refuse, type Result } from '../kernel';
import { decideReason, type ReasonRefusal } from '../scheduling';
import type { Debtor } from './obligation';
import type { PairingState } from './pairing-states';

/** A pairing that waits for the word of the two (双向选择). */
export interface AskedPairing {
  readonly state: PairingState;
  readonly consented: readonly Debtor[];
}

/** Why a word does not count. */
export type ConsentRefusal =
  | ReasonRefusal
  | { readonly kind: 'pairing-state'; readonly state: PairingState }
  | { readonly kind: 'already-consented' };

/** What one of the two says; a no has a reason. */
export type ConsentWord = { readonly consents: true } | { readonly consents: false; readonly reason: string };

/** Where a pairing goes, and why where somebody said no. */
export interface ConsentStep {
  readonly to: PairingState;
  readonly reason: string | null;
}

/** With the word of both it is agreed; one no, with a reason, lets it lapse. */
export function decideConsent(
  pairing: AskedPairing,
  part: Debtor,
  word: ConsentWord,
): Result<ConsentStep, ConsentRefusal> {
  if (pairing.state !== 'consenting') return refuse({ kind: 'pairing-state', state: pairing.state });
  if (!word.consents) {
    const said = decideReason(word.reason);
    return said.ok ? accept({ to: 'lapsed', reason: said.value }) : said;
  }
  if (pairing.consented.includes(part)) return refuse({ kind: 'already-consented' });
  return accept({ to: pairing.consented.length > 0 ? 'agreed' : 'consenting', reason: null });
}
