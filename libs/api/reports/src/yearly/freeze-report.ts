import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Jobs, orRefuse, Refused, Transactions } from '@qinglan/api-platform';
import type { freezeYearlyReport, InputOf } from '@qinglan/contracts';
import { type Actor, decideFreeze, decideReview, mayWriteYearlyReport } from '@qinglan/domain';
import { DraftQueries } from './draft.queries';
import { DraftStore } from './draft.store';
import { FreezeStore } from './freeze.store';
import { refusedYearly } from './refused-yearly';
import { freezeFacts } from './yearly.viewer';

/** The kind of job by which a report is frozen. */
export const freezeJob = 'freeze-yearly-report';

/** Asks for a freeze. The work itself is a job, so that it outlives the request and the server. */
@Injectable()
export class FreezeReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly drafts: DraftStore,
    private readonly queries: DraftQueries,
    private readonly freezes: FreezeStore,
  ) {}

  async execute(actor: Actor, { params, body, version }: InputOf<typeof freezeYearlyReport>): Promise<void> {
    const by = { actorId: actor.personId, at: this.clock.now() };
    const { year, issueId: id } = params;
    await this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, year);
      allowOrHide(mayWriteYearlyReport(actor));
      const asked = await this.freezes.find(tx, id);
      if (asked) return this.sameOrTaken(asked.year, year);
      orRefuse(decideReview(report.state), refusedYearly);
      if (report.version !== version) throw new Refused('stale');
      const draft = await this.queries.draft(tx, year);
      const number = orRefuse(decideFreeze(freezeFacts(draft), body.reason), refusedYearly);
      const reason = number > 1 ? body.reason : null;
      await this.freezes.add(tx, { id, year, number, reason }, by);
      await this.drafts.moved(tx, report, { state: 'freezing', by });
      await this.drafts.tell(tx, report, { act: 'yearly.freeze-asked', detail: { number }, by });
      await this.jobs.add(tx, freezeJob, id);
    });
  }

  private sameOrTaken(asked: number, year: number): void {
    if (asked !== year) throw new Refused('id-taken');
  }
}
