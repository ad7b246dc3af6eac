import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { asRefused, Clock, Jobs, LOGGER, type Logger, Transactions } from '@qinglan/api-platform';
import type { YearlyIssueId } from '@qinglan/domain';
import { MakeFiles } from './make-files';
import { printingJob } from './print-missing';
import { PrintingStore } from './printing.store';

/** The job by which missing pages are printed, each once; killed anywhere it goes on with those that are still missing. */
@Injectable()
export class PrintingJob implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: MakeFiles,
    private readonly printings: PrintingStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.define({
      name: printingJob,
      run: (id, leaving) => this.run(id as YearlyIssueId, leaving),
      unfinished: () => this.transactions.read((read) => this.printings.unfinished(read)),
    });
  }

  private async run(id: YearlyIssueId, leaving: AbortSignal): Promise<void> {
    await this.transactions.locked(`yearly-printing-${id}`, async () => {
      const failure = await this.print(id, leaving);
      if (leaving.aborted) return;
      await this.transactions.write((tx) => this.printings.end(tx, id, { at: this.clock.now(), failure }));
    });
  }

  /** Why pages are still missing. Where the database goes the job is taken up again; anything else ends it, to be asked anew. */
  private async print(id: YearlyIssueId, leaving: AbortSignal): Promise<string | null> {
    try {
      return await this.files.missing(id, () => leaving.aborted);
    } catch (error) {
      if (asRefused(error).kind === 'database-away') throw error;
      this.logger.error({ err: error }, 'missing pages were not printed');
      return 'printing failed';
    }
  }
}
