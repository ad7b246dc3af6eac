import { Inject, Injectable } from '@nestjs/common';
import { asRefused, Clock, LOGGER, type Logger, Transactions } from '@qinglan/api-platform';
import { ExportCancelled, ExportLeft } from './export-ended';
import { type RowExportId, type RowExportRow, ExportStore } from './export.store';
import { PartWriter } from './part-writer';
import { type Going, WriteExport } from './write-export';

/** Makes a file of rows and keeps it. Killed anywhere it is made anew: what it showed was a moment that is gone. */
@Injectable()
export class RunExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly exports: ExportStore,
    private readonly writing: WriteExport,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async execute(file: RowExportRow, leaving: AbortSignal): Promise<void> {
    if (!(await this.transactions.write((tx) => this.exports.claim(tx, file.id)))) return;
    try {
      const into = new PartWriter((part) => this.transactions.write((tx) => this.exports.addPart(tx, file.id, part)));
      const going: Going = (step) => this.going(file.id, step, leaving);
      await this.transactions.stillLong((read) => this.writing.execute(read, file, { into, going }));
      await this.end(file.id, 'done', into.bytes);
    } catch (error) {
      await this.broken(file.id, error);
    }
  }

  /** In a transaction of its own, so that others see how far it is; and it sees itself whether it was cancelled. */
  private async going(id: RowExportId, step: { done: number; total: number }, leaving: AbortSignal): Promise<void> {
    if (leaving.aborted) throw new ExportLeft();
    if (!(await this.transactions.write((tx) => this.exports.move(tx, id, step)))) throw new ExportCancelled();
  }

  private async end(id: RowExportId, state: 'done' | 'failed', bytes: number | null): Promise<void> {
    const at = this.clock.now();
    const isEnded = await this.transactions.write((tx) => this.exports.end(tx, id, { state, bytes, at }));
    if (!isEnded) throw new ExportCancelled();
  }

  /** What was cancelled leaves nothing; where the database or the server goes, it is made anew; the rest is told. */
  private async broken(id: RowExportId, error: unknown): Promise<void> {
    if (error instanceof ExportLeft) return;
    if (error instanceof ExportCancelled) return this.transactions.write((tx) => this.exports.dropParts(tx, id));
    if (asRefused(error).kind === 'database-away') throw error;
    this.logger.error({ err: error }, 'a file of rows was not made');
    await this.end(id, 'failed', null).catch((ended: unknown) => this.broken(id, ended));
  }
}
