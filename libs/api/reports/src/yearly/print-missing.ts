import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Jobs, Transactions } from '@qinglan/api-platform';
import { type Actor, mayWriteYearlyReport, type YearlyIssueId } from '@qinglan/domain';
import { DraftStore } from './draft.store';
import { IssueQueries } from './issue.queries';
import { PrintingStore } from './printing.store';

/** The kind of job by which missing pages are printed. */
export const printingJob = 'print-yearly-report';

/** Asks for the pages that an issue lacks because there was no browser when it was frozen. */
@Injectable()
export class PrintMissing {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly queries: IssueQueries,
    private readonly drafts: DraftStore,
    private readonly printings: PrintingStore,
  ) {}

  async execute(actor: Actor, id: YearlyIssueId): Promise<void> {
    const by = { actorId: actor.personId, at: this.clock.now() };
    await this.transactions.write(async (tx) => {
      const { year, number } = await this.queries.text(tx, id);
      allowOrHide(mayWriteYearlyReport(actor));
      const report = await this.drafts.lock(tx, year);
      if (!(await this.printings.ask(tx, id, by))) return;
      await this.drafts.tell(tx, report, { act: 'yearly.printing-asked', detail: { number }, by });
      await this.jobs.add(tx, printingJob, id);
    });
  }
}
