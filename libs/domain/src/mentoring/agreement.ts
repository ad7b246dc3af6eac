import { accept, refuse, type Result } from '../kernel';
import type { SigningParty } from '../access';
import { Temporal } from '../time';
import type { ObligationTerms } from './obligation';
import { type PairingState, runningPairingStates } from './pairing-states';
import { longestYears } from './shares';

/** What the two and the school agree on; both days are days of it. */
export interface Agreement {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly obligations: readonly ObligationTerms[];
}

/** Why an agreement cannot be written so. */
export type AgreementRefusal =
  | { readonly kind: 'pairing-state'; readonly state: PairingState }
  | { readonly kind: 'agreement-days' }
  | { readonly kind: 'agreement-empty' }
  | { readonly kind: 'obligation-twice'; readonly at: number };

/** Why a signature does not count. */
export type AgreementSignatureRefusal =
  | { readonly kind: 'pairing-state'; readonly state: PairingState }
  | { readonly kind: 'agreement-empty' }
  | { readonly kind: 'already-signed' };

const signable: ReadonlySet<PairingState> = new Set(['agreed', 'active', 'paused', 'assessing']);

/** May the agreement still be signed? */
export const isAgreementOpen = (state: PairingState): boolean => signable.has(state);

/** May its words still change? Not while it is being assessed by them. */
export const isAgreementWritable = (state: PairingState): boolean => isAgreementOpen(state) && state !== 'assessing';

/** A pairing whose agreement is written. */
export interface AgreeingPairing {
  readonly state: PairingState;
  readonly firstDay: Temporal.PlainDate;
}

/**
 * An agreement owes something, each kind once, runs forward for at most three years, and is not changed in assessment. Of a
 * pairing that runs it does not end before that began: what was is not unsaid.
 */
export function decideAgreement(
  { state, firstDay }: AgreeingPairing,
  wanted: Agreement,
): Result<Agreement, AgreementRefusal> {
  if (!isAgreementWritable(state)) return refuse({ kind: 'pairing-state', state });
  const latest = wanted.firstDay.add({ years: longestYears });
  const isForward = Temporal.PlainDate.compare(wanted.firstDay, wanted.lastDay) <= 0;
  if (!isForward || Temporal.PlainDate.compare(wanted.lastDay, latest) > 0) return refuse({ kind: 'agreement-days' });
  const isUnsaying = isWrittenAsRevision(state) && Temporal.PlainDate.compare(wanted.lastDay, firstDay) < 0;
  if (isUnsaying) return refuse({ kind: 'agreement-days' });
  if (wanted.obligations.length === 0) return refuse({ kind: 'agreement-empty' });
  const kinds = wanted.obligations.map(({ kind }) => kind);
  const twice = kinds.findIndex((kind, at) => kinds.indexOf(kind) !== at);
  return twice < 0 ? accept(wanted) : refuse({ kind: 'obligation-twice', at: twice });
}

/** Is a new text only a draft beside the one in force? While a pairing runs nothing but three names changes what is owed. */
export const isWrittenAsRevision = (state: PairingState): boolean => runningPairingStates.has(state);

/** A text as it stands before a signature. */
export interface UnsignedAgreement {
  readonly state: PairingState;
  readonly obligations: number;
  /** Who signed this text; names under another one do not count. */
  readonly signedBy: readonly SigningParty[];
  /** It waits beside the text in force. */
  readonly isRevision: boolean;
}

/** What a signature brings about. */
export interface Signed {
  readonly to: PairingState;
  /** The draft takes the place of the text in force. */
  readonly takesOver: boolean;
}

const parties = 3;

/**
 * Each of the three parties signs a text once; with all three names a pairing that was agreed on is active, and a draft
 * takes over. A draft is not signed while the pairing is assessed by the text in force.
 */
export function decideAgreementSignature(
  agreement: UnsignedAgreement,
  party: SigningParty,
): Result<Signed, AgreementSignatureRefusal> {
  const { state, signedBy, isRevision } = agreement;
  const isSignable = isRevision ? isAgreementWritable(state) : isAgreementOpen(state);
  if (!isSignable) return refuse({ kind: 'pairing-state', state });
  if (agreement.obligations === 0) return refuse({ kind: 'agreement-empty' });
  if (signedBy.includes(party)) return refuse({ kind: 'already-signed' });
  const isLast = signedBy.length === parties - 1;
  return accept({ to: state === 'agreed' && isLast ? 'active' : state, takesOver: isRevision && isLast });
}
