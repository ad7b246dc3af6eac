import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { decidePetition, InputOf } from '@qinglan/contracts';
import { type Actor, decidePetitionAnswer, mayJudgePairing } from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { GrowthViewer, type Reader } from './growth.viewer';
import { PairingEnder } from './pairing-ender';
import { PetitionStore } from './petition.store';
import { refusedGrowth } from './refused-growth';

type Given = InputOf<typeof decidePetition>;

/**
 * Grants a petition, which dissolves the pairing, or declines it. The pairing says the reason of whoever decided: what the
 * one wrote in confidence the other does not read.
 */
@Injectable()
export class DecidePetition {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly petitions: PetitionStore,
    private readonly ender: PairingEnder,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, given: Given) {
    const reader = { actor, now: this.clock.now() };
    const { pairingId } = given.params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(mayJudgePairing(actor, pairing));
      await this.decide(tx, pairing, { given, reader });
      return this.viewer.view(tx, pairingId, reader);
    });
  }

  private async decide(tx: Tx, pairing: PairingFacts, { given, reader }: { given: Given; reader: Reader }) {
    const { params, body, version } = given;
    const found = await this.petitions.find(tx, params.petitionId);
    const petition = orNotFound(found?.pairingId === params.pairingId ? found : null);
    const answer = orRefuse(decidePetitionAnswer(petition.isDecided, body.answer), refusedGrowth);
    if (pairing.version !== version) throw new Refused('stale');
    const by = { at: reader.now, actorId: reader.actor.personId };
    await this.petitions.decide(tx, petition.id, { answer: { grants: body.grants, answer }, by });
    if (!body.grants) return;
    const wish = { act: 'dissolve' as const, reason: answer };
    const end = await this.ender.decide(tx, pairing, { wish, reader });
    await this.ender.write(tx, { pairing, end, newPairingId: null }, by);
  }
}
