import { Inject, Injectable } from '@nestjs/common';
import { asRefused, Clock, LOGGER, type Logger, Transactions } from '@qinglan/api-platform';
import { DraftStore } from './draft.store';
import { FreezeCancelled, FreezeFailed, FreezeLeft } from './freeze-ended';
import { type FreezeEnd, type FreezeRow, FreezeStore } from './freeze.store';
import { IssueStore } from './issue.store';

/** How a freeze ends: the issue is seen, or nothing of it stays and it is told why. */
@Injectable()
export class FreezeEnds {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftStore,
    private readonly freezes: FreezeStore,
    private readonly issues: IssueStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async issued(freeze: FreezeRow): Promise<void> {
    const by = this.by(freeze);
    await this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, freeze.year);
      if (!(await this.freezes.end(tx, freeze.id, { state: 'done' }))) throw new FreezeCancelled();
      await this.issues.issue(tx, freeze.id, by.at);
      await this.drafts.withdrawAll(tx, report);
      await this.drafts.moved(tx, report, { state: 'issued', by });
      await this.drafts.tell(tx, report, { act: 'yearly.issued', detail: { number: freeze.number }, by });
    });
  }

  /** What was cancelled leaves nothing; where the database or the server goes, it is taken up again; the rest is told. */
  async broken(freeze: FreezeRow, error: unknown): Promise<void> {
    if (error instanceof FreezeLeft) return;
    if (error instanceof FreezeCancelled) {
      await this.transactions.write((tx) => this.issues.dropUnissued(tx, freeze.year));
      return;
    }
    if (asRefused(error).kind === 'database-away') throw error;
    if (!(error instanceof FreezeFailed)) this.logger.error({ err: error }, 'a report was not frozen');
    const { kind, detail } = error instanceof FreezeFailed ? error : { kind: 'unexpected', detail: '' };
    await this.failed(freeze, { state: 'failed', failure: { kind, detail } });
  }

  private async failed(freeze: FreezeRow, how: FreezeEnd): Promise<void> {
    await this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, freeze.year);
      if (!(await this.freezes.end(tx, freeze.id, how))) return;
      await this.issues.dropUnissued(tx, freeze.year);
      await this.drafts.backToDraft(tx, report, { act: 'yearly.freeze-failed', by: this.by(freeze) });
    });
  }

  private by({ askedById }: FreezeRow) {
    return { actorId: askedById, at: this.clock.now() };
  }
}
