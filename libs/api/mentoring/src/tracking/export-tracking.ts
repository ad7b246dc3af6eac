import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type SpokenLanguage, Transactions } from '@qinglan/api-platform';
import type { TrackingFilters } from '@qinglan/contracts';
import { type Actor, beijingDayOf, mayTrack } from '@qinglan/domain';
import { type BookRows, BookWriter } from './book-thread';
import { type ExportedPairing, ExportQueries } from './export.queries';
import type { Asked } from './question';

/** What is exported, and in which language its headings are. */
export interface ExportAsked {
  readonly filters: TrackingFilters;
  readonly language: SpokenLanguage;
}

/** More rows than these are not for one sheet: the workbook says that it is cut. */
const mostRows = 20_000;

type Part = readonly ExportedPairing[];

/** Every part after the first, until there is none or enough. */
class Parts implements BookRows {
  isCut = false;

  constructor(
    private readonly first: Part,
    private readonly after: (last: ExportedPairing | null) => Promise<Part>,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Part> {
    let rows = 0;
    let part = this.first;
    while (part.length > 0 && rows < mostRows) {
      yield part.slice(0, mostRows - rows);
      rows += part.length;
      part = await this.after(part.at(-1) ?? null);
    }
    this.isCut = part.length > 0;
  }
}

/** Pairings as a workbook, written in a thread of its own while it is read: neither all rows nor the whole file are held. */
@Injectable()
export class ExportTracking {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: ExportQueries,
    private readonly books: BookWriter,
  ) {}

  async execute(actor: Actor, { filters, language }: ExportAsked): Promise<Readable> {
    const asked = { actor, today: beijingDayOf(this.clock.now()).toString(), filters };
    const first = await this.batch(asked, null);
    allowOrHide(mayTrack(actor, first !== null));
    const rows = new Parts(orNotFound(first), async (last) => (await this.batch(asked, last)) ?? []);
    return this.books.write({ language, today: asked.today }, rows);
  }

  private batch(asked: Asked, after: ExportedPairing | null): Promise<Part | null> {
    return this.transactions.read((read) => this.pairings.batch(read, asked, after));
  }
}
