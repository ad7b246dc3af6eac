import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import { type Actor, mayOpenRowExport } from '@qinglan/domain';
import { type RowExportId, ExportStore } from './export.store';

/** Stops making a file of rows: nothing of it stays, and another can be asked for at once. */
@Injectable()
export class CancelExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly exports: ExportStore,
  ) {}

  async execute(actor: Actor, id: RowExportId): Promise<void> {
    const at = this.clock.now();
    await this.transactions.write(async (tx) => {
      allowOrHide(mayOpenRowExport(actor, orNotFound(await this.exports.find(tx, id))));
      if (await this.exports.end(tx, id, { state: 'cancelled', bytes: null, at })) return;
      if ((await this.exports.find(tx, id))?.state === 'done') throw new Refused('export-over');
    });
  }
}
