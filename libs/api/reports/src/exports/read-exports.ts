import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type Read, Refused, Transactions } from '@qinglan/api-platform';
import type { RowExportView } from '@qinglan/contracts';
import { type Actor, mayOpenRowExport, mayReadFigures } from '@qinglan/domain';
import { ExportQueries } from './export.queries';
import { type RowExportId, type RowExportRow, ExportStore } from './export.store';

/** A file that is made, with its bytes as they are read. */
export interface OpenedExport {
  readonly request: RowExportRow['request'];
  readonly bytes: number;
  readonly content: Readable;
}

/** Shows files of rows to whoever asked for them: how far they are, and their bytes. */
@Injectable()
export class ReadExports {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly exports: ExportStore,
    private readonly queries: ExportQueries,
  ) {}

  own(actor: Actor): Promise<string> {
    allowOrHide(mayReadFigures(actor));
    const now = this.clock.now();
    return this.transactions.read((read) => this.queries.own(read, actor.personId, now));
  }

  one(actor: Actor, id: RowExportId): Promise<RowExportView> {
    return this.transactions.read(async (read) => {
      await this.opened(read, actor, id);
      return this.queries.shown(read, id);
    });
  }

  file(actor: Actor, id: RowExportId): Promise<OpenedExport> {
    return this.transactions.read(async (read) => {
      const { request } = await this.opened(read, actor, id);
      const { bytes } = await this.queries.shown(read, id);
      if (bytes === null) throw new Refused('export-missing');
      return { request, bytes, content: Readable.from(this.parts(id), { objectMode: false }) };
    });
  }

  private async opened(read: Read, actor: Actor, id: RowExportId): Promise<RowExportRow> {
    allowOrHide(mayReadFigures(actor));
    const found = orNotFound(await this.exports.find(read, id));
    allowOrHide(mayOpenRowExport(actor, found));
    orNotFound((await this.queries.isKept(read, id, this.clock.now())) || null);
    return found;
  }

  private async *parts(id: RowExportId): AsyncGenerator<Buffer> {
    for (let place = 0; ; place += 1) {
      const part = await this.transactions.read((read) => this.queries.part(read, id, place));
      if (part === null) return;
      yield part;
    }
  }
}
