import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import { type Actor, mayWriteYearlyReport, type YearlyIssueId } from '@qinglan/domain';
import { DraftStore } from './draft.store';
import { FreezeStore } from './freeze.store';
import { IssueStore } from './issue.store';

/** Stops a freeze: nothing stays of what was being frozen, and the draft can be written again at once. */
@Injectable()
export class CancelFreeze {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftStore,
    private readonly freezes: FreezeStore,
    private readonly issues: IssueStore,
  ) {}

  async execute(actor: Actor, id: YearlyIssueId): Promise<void> {
    const by = { actorId: actor.personId, at: this.clock.now() };
    await this.transactions.write(async (tx) => {
      const { year } = orNotFound(await this.freezes.find(tx, id));
      const report = await this.drafts.lock(tx, year);
      allowOrHide(mayWriteYearlyReport(actor));
      if (await this.freezes.end(tx, id, { state: 'cancelled' })) {
        await this.issues.dropUnissued(tx, year);
        await this.drafts.backToDraft(tx, report, { act: 'yearly.freeze-cancelled', by });
        return;
      }
      if ((await this.freezes.find(tx, id))?.state === 'done') throw new Refused('freeze-over');
    });
  }
}
