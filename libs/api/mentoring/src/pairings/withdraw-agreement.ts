import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, withdrawAgreement } from '@qinglan/contracts';
import { type Actor, mayWriteAgreement } from '@qinglan/domain';
import { PairingQueries } from './pairing.queries';
import { PairingViewer } from './pairing.viewer';
import { RevisionStore } from './revision.store';

/** Takes back a revision before all three have signed it; what is in force stays as it is. */
@Injectable()
export class WithdrawAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly revisions: RevisionStore,
    private readonly viewer: PairingViewer,
  ) {}

  execute(actor: Actor, { params, version }: InputOf<typeof withdrawAgreement>): Promise<string> {
    const now = this.clock.now();
    const { pairingId } = params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(mayWriteAgreement(actor, pairing));
      if (pairing.version !== version) throw new Refused('stale');
      const wasThere = await this.revisions.withdraw(tx, pairingId, { at: now, actorId: actor.personId });
      if (!wasThere) throw new Refused('revision-missing');
      return this.viewer.view(tx, actor, { pairingId, now });
    });
  }
}
