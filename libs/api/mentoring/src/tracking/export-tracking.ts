import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type SpokenLanguage, Transactions } from '@qinglan/api-platform';
import type { TrackingFilters } from '@qinglan/contracts';
import { type Actor, beijingDayOf, mayTrack } from '@qinglan/domain';
import { type ExportedPairing, ExportQueries } from './export.queries';
import { PairingBook } from './pairing-book';
import type { Asked } from './question';

/** What is exported, and in which language its headings are. */
export interface ExportAsked {
  readonly filters: TrackingFilters;
  readonly language: SpokenLanguage;
}

/** More rows than these are not for one sheet: the workbook says that it is cut. */
const mostRows = 20_000;

/** Pairings as a workbook, written while it is read: neither all rows nor the whole file are held. */
@Injectable()
export class ExportTracking {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: ExportQueries,
  ) {}

  async execute(actor: Actor, { filters, language }: ExportAsked): Promise<Readable> {
    const asked = { actor, today: beijingDayOf(this.clock.now()).toString(), filters };
    const first = await this.batch(asked, null);
    allowOrHide(mayTrack(actor, first !== null));
    const stream = new PassThrough();
    const book = new PairingBook(stream, { language, today: asked.today });
    // What goes wrong from here on breaks the download off: its head has left.
    this.write(book, asked, orNotFound(first)).catch((error: unknown) => {
      stream.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return stream;
  }

  private async write(book: PairingBook, asked: Asked, first: readonly ExportedPairing[]): Promise<void> {
    let rows = 0;
    let batch = first;
    while (batch.length > 0 && rows < mostRows) {
      batch.slice(0, mostRows - rows).forEach((pairing) => book.add(pairing));
      rows += batch.length;
      batch = (await this.batch(asked, batch.at(-1) ?? null)) ?? [];
    }
    await book.end(batch.length > 0);
  }

  private batch(asked: Asked, after: ExportedPairing | null): Promise<readonly ExportedPairing[] | null> {
    return this.transactions.read((read) => this.pairings.batch(read, asked, after));
  }
}
