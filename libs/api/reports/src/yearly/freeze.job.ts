import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, Transactions } from '@qinglan/api-platform';
import type { YearlyIssueId } from '@qinglan/domain';
import { freezeJob } from './freeze-report';
import { FreezeStore } from './freeze.store';
import { IssueStore } from './issue.store';
import { RunFreeze } from './run-freeze';

/** The job by which reports are frozen: one at a time for a year, on whichever node. */
@Injectable()
export class FreezeJob implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly freezes: FreezeStore,
    private readonly issues: IssueStore,
    private readonly freezing: RunFreeze,
  ) {}

  onModuleInit(): void {
    this.jobs.define({
      name: freezeJob,
      run: (id, leaving) => this.run(id as YearlyIssueId, leaving),
      unfinished: () => this.transactions.read((read) => this.freezes.unfinished(read)),
    });
  }

  private async run(id: YearlyIssueId, leaving: AbortSignal): Promise<void> {
    const freeze = await this.transactions.read((read) => this.freezes.find(read, id));
    if (!freeze) return;
    await this.transactions.locked(`yearly-freeze-${String(freeze.year)}`, async () => {
      await this.transactions.write((tx) => this.issues.dropUnissued(tx, freeze.year, id));
      await this.freezing.execute(freeze, leaving);
    });
  }
}
