import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import { ExportStore } from './export.store';

/** Removes files of rows that were kept long enough. */
@Injectable()
export class DropOldExports {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly exports: ExportStore,
  ) {}

  /** How many went. */
  execute(): Promise<number> {
    const now = this.clock.now();
    return this.transactions.write((tx) => this.exports.dropOld(tx, now));
  }
}
