import { Injectable } from '@nestjs/common';
import { Transactions } from '@qinglan/api-platform';
import { ShareBook } from './share-book';

/** How many pairings are reckoned anew in one transaction. */
const batch = 200;

/** Reckons anew what is due where the terms of a side changed; may be run by several nodes at once, and again and again. */
@Injectable()
export class RenewShares {
  constructor(
    private readonly transactions: Transactions,
    private readonly shares: ShareBook,
  ) {}

  /** How many pairings were reckoned anew. */
  async execute(): Promise<number> {
    let renewed = 0;
    for (let found = batch; found === batch;) {
      found = await this.transactions.write(async (tx) => {
        const stale = await this.shares.stale(tx, batch);
        await this.shares.renew(tx, stale);
        return stale.length;
      });
      renewed += found;
    }
    return renewed;
  }
}
