import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Read, Refused, Threads, Transactions } from '@qinglan/api-platform';
import type { downloadItems, InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { fitsWorkbook, ItemBook, itemCsvHead, itemCsvLines } from './item-file';
import { ItemExportQueries } from './item-export.queries';

type Query = InputOf<typeof downloadItems>['query'];

interface Asked {
  readonly query: Query;
  readonly withEnrolments: boolean;
}

/**
 * Items as a file that the import takes back unchanged, however many they are; what is not known stays an empty cell. It is
 * written while it is read, all of one moment, so that neither the rows nor the file are held.
 */
@Injectable()
export class DownloadItems {
  constructor(
    private readonly transactions: Transactions,
    private readonly items: ItemExportQueries,
    private readonly threads: Threads,
  ) {}

  /** The file as it grows; what goes wrong once it has begun breaks it off. */
  async execute(actor: Actor, query: Query): Promise<Readable> {
    // Who enrolled is for administrators alone.
    const asked = { query, withEnrolments: actor.roles.has('administrator') };
    const leave = await this.threads.enter();
    // Whoever sends it hears of what went wrong; until then nobody does.
    const file = new PassThrough().on('error', () => undefined);
    return new Promise((begun, refused) => {
      this.transactions
        .stillLong(async (read) => {
          await this.mustFit(read, asked);
          begun(file);
          await this.write(read, asked, file);
        })
        .catch((error: unknown) => {
          const fault = error instanceof Error ? error : new Error(String(error));
          refused(fault);
          file.destroy(fault);
        })
        .finally(leave);
    });
  }

  private async mustFit(read: Read, { query, withEnrolments }: Asked): Promise<void> {
    if (query.format === 'csv') return;
    const { items, enrolments } = await this.items.sizes(read, query);
    if (!fitsWorkbook({ items, enrolments: withEnrolments ? enrolments : 0 })) throw new Refused('file-too-long');
  }

  private async write(read: Read, { query, withEnrolments }: Asked, file: PassThrough): Promise<void> {
    const items = wanted(this.items.items(read, query), file);
    if (query.format === 'csv') {
      file.write(itemCsvHead);
      for await (const part of items) file.write(itemCsvLines(part));
      file.end();
      return;
    }
    const book = new ItemBook(file);
    await book.add(items);
    if (withEnrolments) await book.addEnrolments(wanted(this.items.enrolments(read, query), file));
    await book.end();
  }
}

/** Once whoever asked has hung up nothing more is read. */
async function* wanted<Row>(parts: AsyncIterable<readonly Row[]>, file: PassThrough): AsyncGenerator<readonly Row[]> {
  for await (const part of parts) {
    if (file.destroyed) throw new Error('nobody waits for the file any more');
    yield part;
  }
}
