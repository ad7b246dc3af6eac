import { Injectable } from '@nestjs/common';
import { Transactions } from '@qinglan/api-platform';
import type { YearlyIssueId } from '@qinglan/domain';
import { FreezeCancelled, FreezeLeft } from './freeze-ended';
import { FreezeEnds } from './freeze-ends';
import { type FreezeRow, type FreezeStep, FreezeStore } from './freeze.store';
import { IssueQueries } from './issue.queries';
import { MakeFiles } from './make-files';
import { TakeSnapshot } from './take-snapshot';

/**
 * Freezes a report: the snapshot in one transaction, then the files, then the issue is seen. Killed anywhere, it is taken up
 * where it was: a snapshot that was not committed is taken anew, files that are stored stay.
 */
@Injectable()
export class RunFreeze {
  constructor(
    private readonly transactions: Transactions,
    private readonly freezes: FreezeStore,
    private readonly queries: IssueQueries,
    private readonly snapshot: TakeSnapshot,
    private readonly files: MakeFiles,
    private readonly ends: FreezeEnds,
  ) {}

  async execute(freeze: FreezeRow, leaving: AbortSignal): Promise<void> {
    if (!(await this.transactions.write((tx) => this.freezes.claim(tx, freeze.id)))) return;
    try {
      const going = (step: FreezeStep) => this.going(freeze.id, step, leaving);
      const isTaken = (await this.transactions.read((read) => this.queries.stored(read, freeze.id))) !== null;
      if (!isTaken) await this.snapshot.execute(freeze, going);
      await this.files.execute(freeze.id, going);
      await this.ends.issued(freeze);
    } catch (error) {
      await this.ends.broken(freeze, error);
    }
  }

  /** In a transaction of its own, so that others see how far it is; and it sees itself whether it was cancelled. */
  private async going(id: YearlyIssueId, step: FreezeStep, leaving: AbortSignal): Promise<void> {
    if (leaving.aborted) throw new FreezeLeft();
    if (!(await this.transactions.write((tx) => this.freezes.move(tx, id, step)))) throw new FreezeCancelled();
  }
}
