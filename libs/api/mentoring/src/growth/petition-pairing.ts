import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, petitionPairing } from '@qinglan/contracts';
import { type Actor, decidePetition, mayWriteGrowth } from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { GrowthViewer, type Reader } from './growth.viewer';
import { PetitionStore } from './petition.store';
import { refusedGrowth } from './refused-growth';

type Given = InputOf<typeof petitionPairing>;

/** One of the two asks that the pairing be dissolved; those who keep it decide. */
@Injectable()
export class PetitionPairing {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly petitions: PetitionStore,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, given: Given) {
    const reader = { actor, now: this.clock.now() };
    const { pairingId } = given.params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(mayWriteGrowth(actor, pairing));
      if (!(await this.isThere(tx, actor, given))) await this.ask(tx, pairing, { given, reader });
      return this.viewer.view(tx, pairingId, reader);
    });
  }

  private async isThere(tx: Tx, actor: Actor, { params, body }: Given): Promise<boolean> {
    const found = await this.petitions.find(tx, params.petitionId);
    if (!found) return false;
    const isOwn = found.pairingId === params.pairingId && found.byId === actor.personId;
    if (!isOwn || found.reason !== body.reason) throw new Refused('id-taken');
    return true;
  }

  private async ask(tx: Tx, pairing: PairingFacts, { given, reader }: { given: Given; reader: Reader }) {
    const { pairingId, state } = pairing;
    const isAsked = (await this.petitions.waiting(tx, pairingId)) !== null;
    const reason = orRefuse(decidePetition({ state, isAsked }, given.body.reason), refusedGrowth);
    const byId = reader.actor.personId;
    const petition = { id: given.params.petitionId, pairingId, byId, reason };
    await this.petitions.add(tx, petition, { at: reader.now, actorId: byId });
  }
}
