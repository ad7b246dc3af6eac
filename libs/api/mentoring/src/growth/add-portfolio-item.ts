import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { addPortfolioItem, InputOf } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decideHandCounted, mayCountByHand, Temporal } from '@qinglan/domain';
import { CreditBook } from '../pairings/credit-book';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { GrowthViewer, type Reader } from './growth.viewer';
import { PortfolioQueries } from './portfolio.queries';
import { refusedGrowth } from './refused-growth';

type Given = InputOf<typeof addPortfolioItem>;

/** Counts something by hand, with its evidence and by whom; sent twice it counts once. */
@Injectable()
export class AddPortfolioItem {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly portfolio: PortfolioQueries,
    private readonly credits: CreditBook,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, given: Given) {
    const reader = { actor, now: this.clock.now() };
    const { pairingId } = given.params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(mayCountByHand(actor, pairing, given.body.kind));
      if (!(await this.isThere(tx, given))) await this.count(tx, pairing, { given, reader });
      return this.viewer.view(tx, pairingId, reader);
    });
  }

  /** What was taken back since is not counted again by a request that was sent twice. */
  private async isThere(tx: Tx, { params, body }: Given): Promise<boolean> {
    const found = await this.portfolio.item(tx, params.itemId);
    if (!found) return false;
    const isSame =
      found.pairingId === params.pairingId &&
      found.kind === body.kind &&
      found.onDay === body.onDay &&
      found.title === body.title &&
      found.evidence === body.evidence;
    if (!isSame) throw new Refused('id-taken');
    return true;
  }

  private async count(tx: Tx, pairing: PairingFacts, { given, reader }: { given: Given; reader: Reader }) {
    const { params, body } = given;
    const { actor, now } = reader;
    const firstDay = Temporal.PlainDate.from(pairing.fromDay);
    const standing = { state: pairing.state, firstDay, today: beijingDayOf(now) };
    const item = { onDay: Temporal.PlainDate.from(body.onDay), evidence: body.evidence };
    const evidence = orRefuse(decideHandCounted(standing, item), refusedGrowth).text;
    const { kind, onDay, title } = body;
    const source = { source: 'hand' as const, sourceKey: params.itemId, byId: actor.personId };
    await this.credits.credit(tx, [{ pairingId: params.pairingId, kind, onDay, title, evidence, ...source }], now);
  }
}
