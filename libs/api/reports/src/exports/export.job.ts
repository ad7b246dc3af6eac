import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, Transactions } from '@qinglan/api-platform';
import { exportJob } from './ask-export';
import { type RowExportId, ExportStore } from './export.store';
import { RunExport } from './run-export';

/** The job by which files of rows are made, on whichever node. */
@Injectable()
export class ExportJob implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly exports: ExportStore,
    private readonly running: RunExport,
  ) {}

  onModuleInit(): void {
    this.jobs.define({
      name: exportJob,
      run: (id, leaving) => this.run(id as RowExportId, leaving),
      unfinished: () => this.transactions.read((read) => this.exports.unfinished(read)),
    });
  }

  private async run(id: RowExportId, leaving: AbortSignal): Promise<void> {
    await this.transactions.locked(`row-export-${id}`, async () => {
      const file = await this.transactions.read((read) => this.exports.find(read, id));
      if (file) await this.running.execute(file, leaving);
    });
  }
}
