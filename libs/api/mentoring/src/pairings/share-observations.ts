import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, History, orNotFound, Refused, statement, Transactions } from '@qinglan/api-platform';
import type { InputOf, shareObservations } from '@qinglan/contracts';
import { type Actor, allOf, allowed, forbidden, maySeePairing, partIn } from '@qinglan/domain';
import { PairingQueries } from './pairing.queries';
import { PairingViewer } from './pairing.viewer';

const share = statement(
  'mentoring-share',
  `UPDATE pairing SET mentor_shares = CASE WHEN $2 = 'mentor' THEN $3::boolean ELSE mentor_shares END,
     mentee_shares = CASE WHEN $2 = 'mentee' THEN $3::boolean ELSE mentee_shares END, version = version + 1
   WHERE id = $1`,
);

/** One of the two lets the school read what was observed, or no longer; only the word of both opens it. */
@Injectable()
export class ShareObservations {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly viewer: PairingViewer,
    private readonly history: History,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof shareObservations>): Promise<string> {
    const now = this.clock.now();
    const { pairingId } = params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      const part = partIn(actor, pairing);
      allowOrHide(allOf(maySeePairing(actor, pairing), part ? allowed : forbidden('is neither of the two')));
      if (pairing.version !== version) throw new Refused('stale');
      await tx.run(share, [pairingId, part, body.shares]);
      const detail = { part, shares: body.shares };
      await this.history.add(tx, { at: now, actorId: actor.personId }, [
        { subjectId: pairingId, act: 'pairing.sharing', detail },
      ]);
      return this.viewer.view(tx, actor, { pairingId, now });
    });
  }
}
