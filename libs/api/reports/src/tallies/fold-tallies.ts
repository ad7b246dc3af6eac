import { Injectable } from '@nestjs/common';
import { statement, Transactions } from '@qinglan/api-platform';

/** So many changes at a time: a fold stays short. */
const most = 20_000;
const fold = statement('report-tally-fold', 'SELECT lesson_tally_fold($1) AS folded');

/** Takes what changed of lessons into their tallies; answers are exact before and after. */
@Injectable()
export class FoldTallies {
  constructor(private readonly transactions: Transactions) {}

  /** How many changes were taken in; somebody else who folds at the time leaves none for us. */
  async execute(): Promise<number> {
    let all = 0;
    for (let folded = most; folded === most; all += folded) folded = await this.once();
    return all;
  }

  private once(): Promise<number> {
    return this.transactions.write(async (tx) => (await tx.row<{ folded: number }>(fold, [most]))?.folded ?? 0);
  }
}
