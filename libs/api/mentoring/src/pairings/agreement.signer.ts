import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { orRefuse, Refused, type Tx } from '@qinglan/api-platform';
import {
  type AgreementSignatureRefusal,
  decideAgreementSignature,
  type PersonId,
  type SigningParty,
} from '@qinglan/domain';
import { AgreementStore } from './agreement.store';
import type { PairingFacts } from './pairing.queries';
import { PairingStore } from './pairing.store';
import { RevisionStore } from './revision.store';

const named = ({ kind }: AgreementSignatureRefusal) => new Refused(kind);

/** Who signs, for whom, and when. */
type Name = By & { readonly party: SigningParty; readonly actorId: PersonId };

/** Puts one name under the text that waits for it, and does what the third one brings about. */
@Injectable()
export class AgreementSigner {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly revisions: RevisionStore,
    private readonly pairings: PairingStore,
  ) {}

  async sign(tx: Tx, pairing: PairingFacts, { party, ...by }: Name): Promise<void> {
    const { pairingId, state } = pairing;
    const { revisionId, ...standing } = await this.agreements.standing(tx, pairingId);
    const isRevision = revisionId !== null;
    const next = orRefuse(decideAgreementSignature({ state, isRevision, ...standing }, party), named);
    await this.agreements.sign(tx, pairingId, { ...by, party, revisionId });
    if (next.takesOver && isRevision) await this.revisions.takeOver(tx, pairingId, { revisionId, by });
    if (next.to !== state) await this.pairings.step(tx, pairing, { to: next.to, by });
  }
}
