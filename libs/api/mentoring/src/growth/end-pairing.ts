import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { endPairing, InputOf } from '@qinglan/contracts';
import { type Actor, type EndWish, maySeePairing, Temporal } from '@qinglan/domain';
import { PairingQueries } from '../pairings/pairing.queries';
import { GrowthViewer } from './growth.viewer';
import { PairingEnder } from './pairing-ender';

type Given = InputOf<typeof endPairing>;

/** Ends one pairing: completed, failed, extended, handed over or dissolved. */
@Injectable()
export class EndPairing {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly ender: PairingEnder,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: Given) {
    const reader = { actor, now: this.clock.now() };
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, params.pairingId));
      allowOrHide(maySeePairing(actor, pairing));
      const end = await this.ender.decide(tx, pairing, { wish: await this.wishOf(tx, body), reader });
      if (pairing.version !== version) throw new Refused('stale');
      const newPairingId = 'newPairingId' in body ? body.newPairingId : null;
      await this.ender.write(tx, { pairing, end, newPairingId }, { at: reader.now, actorId: actor.personId });
      return this.viewer.view(tx, params.pairingId, reader);
    });
  }

  private async wishOf(tx: Tx, body: Given['body']): Promise<EndWish> {
    switch (body.act) {
      case 'extend':
        return { ...body, toDay: Temporal.PlainDate.from(body.toDay) };
      case 'hand-over':
        return {
          ...body,
          toDay: Temporal.PlainDate.from(body.toDay),
          successor: await this.ender.successor(tx, body.successorId),
        };
      default:
        return body;
    }
  }
}
