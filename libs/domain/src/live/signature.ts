import { accept, refuse, type PersonId, type Result } from '../kernel';
import { decideTransition, type End, type LessonState } from '../scheduling';

/** Who has signed a record, by end. */
export type Signatures = Readonly<Record<End, PersonId | null>>;

/** One teacher's name under the record, for her end. */
export interface Signature {
  readonly end: End;
  readonly personId: PersonId;
}

/** A record as it stands before a signature. */
export interface SignedRecord {
  readonly state: LessonState;
  readonly signatures: Signatures;
}

/** Why a signature does not count. */
export type SignatureRefusal =
  | { readonly kind: 'lesson-not-ended'; readonly state: LessonState }
  | { readonly kind: 'already-signed'; readonly end: End };

/** Each end's teacher signs once; with both names the lesson is verified. */
export function decideSignature(record: SignedRecord, signature: Signature): Result<SignedRecord, SignatureRefusal> {
  const verified = decideTransition(record.state, 'verified');
  if (!verified.ok) return refuse({ kind: 'lesson-not-ended', state: record.state });
  if (record.signatures[signature.end] !== null) return refuse({ kind: 'already-signed', end: signature.end });
  const signatures = { ...record.signatures, [signature.end]: signature.personId };
  const isSigned = signatures.presenting !== null && signatures.receiving !== null;
  return accept({ signatures, state: isSigned ? verified.value : record.state });
}
