import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, signAgreement } from '@qinglan/contracts';
import { type Actor, maySignAgreement, signingPartyOf } from '@qinglan/domain';
import { AgreementSigner } from './agreement.signer';
import { PairingQueries } from './pairing.queries';
import { PairingViewer } from './pairing.viewer';

/** One of the three parties signs the agreement as it was read; with all three a pairing is active, or a revision in force. */
@Injectable()
export class SignAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly signer: AgreementSigner,
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
      if (party) await this.signer.sign(tx, pairing, { party, at: now, actorId: actor.personId });
      return this.viewer.view(tx, actor, { pairingId, now });
    });
  }
}
