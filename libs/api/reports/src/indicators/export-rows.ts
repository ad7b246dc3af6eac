import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Refused, type SpokenLanguage, Transactions } from '@qinglan/api-platform';
import type { downloadRowsCsv, InputOf } from '@qinglan/contracts';
import { type Actor, isCounting, mayReadFigures } from '@qinglan/domain';
import { IndicatorQueries } from './indicator.queries';
import { ReadRows } from './read-rows';
import { RowBook } from './row-book';
import { RowLines } from './row-lines';
import type { RowSheet } from './row-sheet';
import { RowQueries, type RowsAsked, type RowsFound } from './row.queries';

/** Which rows, as what, in which language. */
export interface ExportAsked extends Pick<InputOf<typeof downloadRowsCsv>, 'params' | 'query'> {
  readonly as: 'csv' | 'xlsx';
  readonly language: SpokenLanguage;
}

const batch = 1000;
/** More rows than these are not for one file that is made while somebody waits. */
const mostRows = { csv: 200_000, xlsx: 20_000 };

/** The rows behind a numeral as a file, written while they are read: neither all rows nor the whole file are held. */
@Injectable()
export class ExportRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly reading: ReadRows,
    private readonly rows: RowQueries,
    private readonly indicators: IndicatorQueries,
  ) {}

  async execute(actor: Actor, { params, query, as, language }: ExportAsked): Promise<Readable> {
    allowOrHide(mayReadFigures(actor));
    const { asked, first, answer } = await this.transactions.read(async (read) => {
      const indicator = await this.reading.definition(read, params.key);
      if (!isCounting(indicator)) throw new Refused('field-unknown');
      const wanted = this.reading.asked(actor, { ...query, indicator, limit: batch });
      const { year, asOf } = wanted;
      const [found] = await this.indicators.answers(read, { year, asOf, keys: [params.key] });
      return { asked: wanted, first: await this.rows.page(read, wanted), answer: found };
    });
    const stream = new PassThrough();
    const facts = { language, answer: orNotFound(answer), indicator: asked.indicator };
    const sheet: RowSheet = as === 'csv' ? new RowLines(stream, facts) : new RowBook(stream, facts);
    // What goes wrong from here on breaks the download off: its head has left.
    this.write(sheet, asked, { first, most: mostRows[as] }).catch((error: unknown) => {
      stream.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return stream;
  }

  private async write(
    sheet: RowSheet,
    asked: RowsAsked,
    { first, most }: { first: RowsFound; most: number },
  ): Promise<void> {
    let found = first;
    let written = 0;
    for (;;) {
      await sheet.add(found.items.slice(0, most - written));
      written += found.items.length;
      if (found.next === null || written >= most) break;
      const after = found.next;
      found = await this.transactions.read((read) => this.rows.page(read, { ...asked, after }));
    }
    await sheet.end(found.next !== null);
  }
}
