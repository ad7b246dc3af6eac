import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, withdrawPortfolioItem } from '@qinglan/contracts';
import { type Actor, decideReason, maySeePairing, mayWithdrawItem, runningPairingStates } from '@qinglan/domain';
import { CreditBook } from '../pairings/credit-book';
import { PairingQueries } from '../pairings/pairing.queries';
import { GrowthViewer } from './growth.viewer';
import { PortfolioQueries } from './portfolio.queries';
import { refusedGrowth } from './refused-growth';

/** Takes back what was counted, by hand or by itself; it stays in the file, and pays no more. */
@Injectable()
export class WithdrawPortfolioItem {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly portfolio: PortfolioQueries,
    private readonly credits: CreditBook,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<typeof withdrawPortfolioItem>) {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, params.pairingId));
      allowOrHide(maySeePairing(actor, pairing));
      const counted = await this.portfolio.counted(tx, params.pairingId, params.itemId);
      allowOrHide(mayWithdrawItem(actor, pairing, counted?.byId ?? null));
      const { creditId } = orNotFound(counted);
      if (!runningPairingStates.has(pairing.state)) throw new Refused('pairing-state');
      const reason = orRefuse(decideReason(body.reason), refusedGrowth);
      await this.credits.withdraw(tx, creditId, { reason, at: now, actorId: actor.personId });
      return this.viewer.view(tx, params.pairingId, { actor, now });
    });
  }
}
