import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, signAgreement } from '@qinglan/contracts';
import {
  type Actor,
  type AgreementSignatureRefusal,
  decideAgreementSignature,
  maySignAgreement,
  type SigningParty,
  signingPartyOf,
  type Temporal,
} from '@qinglan/domain';
import { AgreementStore } from './agreement.store';
import { type PairingFacts, PairingQueries } from './pairing.queries';
import { PairingStore } from './pairing.store';
import { PairingViewer } from './pairing.viewer';

const named = ({ kind }: AgreementSignatureRefusal) => new Refused(kind);

/** One of the three parties signs the agreement as it was read; with all three a pairing agreed on is active. */
@Injectable()
export class SignAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly agreements: AgreementStore,
    private readonly store: PairingStore,
    private readonly viewer: PairingViewer,
  ) {}

  execute(actor: Actor, { params, version }: InputOf<typeof signAgreement>): Promise<string> {
    const now = this.clock.now();
    const { pairingId } = params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(maySignAgreement(actor, pairing));
      if (pairing.version !== version) throw new Refused('stale');
      const party = signingPartyOf(actor, pairing);
      if (party) await this.sign(tx, pairing, { party, actor, now });
      return this.viewer.view(tx, actor, { pairingId, now });
    });
  }

  private async sign(
    tx: Tx,
    pairing: PairingFacts,
    { party, actor, now }: { readonly party: SigningParty; readonly actor: Actor; readonly now: Temporal.Instant },
  ): Promise<void> {
    const { pairingId, state } = pairing;
    const standing = await this.agreements.standing(tx, pairingId);
    const next = orRefuse(decideAgreementSignature({ state, ...standing }, party), named);
    const by = { at: now, actorId: actor.personId };
    await this.agreements.sign(tx, pairingId, { ...by, party });
    if (next !== state) await this.store.step(tx, pairing, { to: next, by });
  }
}
