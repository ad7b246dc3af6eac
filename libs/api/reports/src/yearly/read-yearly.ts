import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, readYearlyHistory, YearlyProgressView, YearlyReportView } from '@qinglan/contracts';
import { type Actor, isAllowed, mayReadFigures, mayWriteYearlyReport, type YearlyIssueId } from '@qinglan/domain';
import { DraftQueries } from './draft.queries';
import { IssueQueries } from './issue.queries';
import { isRunning, YearlyViewer } from './yearly.viewer';

/** Shows the years whose report was opened, a draft, what happened to it, and how far a freeze is. */
@Injectable()
export class ReadYearly {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftQueries,
    private readonly issues: IssueQueries,
    private readonly viewer: YearlyViewer,
  ) {}

  list(actor: Actor): Promise<string> {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read((read) => this.drafts.reports(read));
  }

  draft(actor: Actor, year: number): Promise<YearlyReportView> {
    const now = this.clock.now();
    allowOrHide(mayReadFigures(actor));
    return this.transactions.still((read) => this.viewer.view(read, year, { actor, now }));
  }

  /** With every row compared, however many there are. */
  wholeDraft(actor: Actor, year: number): Promise<YearlyReportView> {
    const now = this.clock.now();
    allowOrHide(mayReadFigures(actor));
    return this.transactions.stillLong((read) => this.viewer.view(read, year, { actor, now, withRows: true }));
  }

  history(actor: Actor, { params, query }: InputOf<typeof readYearlyHistory>): Promise<string> {
    allowOrHide(mayReadFigures(actor));
    const before = query.after ?? null;
    if (before !== null && !/^\d{1,18}$/.test(before))
      throw new Refused('invalid-input', {
        errors: [{ pointer: '#/query/after', detail: 'the next of another page' }],
      });
    return this.transactions.read(async (read) => {
      orNotFound((await this.drafts.isOpen(read, params.year)) || null);
      return this.drafts.history(read, params.year, { limit: query.limit, before });
    });
  }

  async progress(actor: Actor, issueId: YearlyIssueId): Promise<YearlyProgressView> {
    allowOrHide(mayReadFigures(actor));
    const found = await this.transactions.read((read) => this.issues.progress(read, issueId));
    return { ...found, mayCancel: isRunning(found.state) && isAllowed(mayWriteYearlyReport(actor)) };
  }
}
