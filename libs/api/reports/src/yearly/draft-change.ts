import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Transactions, type Tx } from '@qinglan/api-platform';
import { type Actor, decideReview, mayWriteYearlyReport, type Temporal } from '@qinglan/domain';
import { DraftStore, type LockedReport } from './draft.store';
import { refusedYearly } from './refused-yearly';

/** Every change of what a draft says: the report is locked, and whatever was approved before is approved no longer. */
@Injectable()
export class DraftChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftStore,
  ) {}

  /** `act` answers false where nothing changed after all. */
  async run(
    actor: Actor,
    year: number,
    act: (tx: Tx, report: LockedReport, now: Temporal.Instant) => Promise<unknown>,
  ): Promise<void> {
    const now = this.clock.now();
    await this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, year);
      allowOrHide(mayWriteYearlyReport(actor));
      orRefuse(decideReview(report.state), refusedYearly);
      if ((await act(tx, report, now)) === false) return;
      await this.drafts.changed(tx, report, { actorId: actor.personId, at: now });
    });
  }
}
