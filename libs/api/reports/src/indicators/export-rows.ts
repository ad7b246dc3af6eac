import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Refused, type SpokenLanguage, Transactions } from '@qinglan/api-platform';
import type { downloadRowsCsv, InputOf } from '@qinglan/contracts';
import { type Actor, isCounting, mayReadFigures, mostRowsAtOnce } from '@qinglan/domain';
import { IndicatorQueries } from './indicator.queries';
import { ReadRows } from './read-rows';
import { sheetInto } from './row-file';
import type { RowSheet } from './row-sheet';
import { RowQueries, type RowsFound } from './row.queries';

/** Which rows, as what, in which language. */
export interface ExportAsked extends Pick<InputOf<typeof downloadRowsCsv>, 'params' | 'query'> {
  readonly as: 'csv' | 'xlsx';
  readonly language: SpokenLanguage;
}

/** The rows behind a numeral as a file, while somebody waits: all of them, or it is refused and made in the background. */
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
    const { indicator, found, answer } = await this.transactions.still(async (read) => {
      const definition = await this.reading.definition(read, params.key);
      if (!isCounting(definition)) throw new Refused('field-unknown');
      const asked = await this.reading.asked(read, actor, { ...query, indicator: definition, limit: mostRowsAtOnce });
      const { year, asOf } = asked;
      const [counted] = await this.indicators.answers(read, { year, asOf, keys: [params.key] });
      return { indicator: definition, found: await this.rows.page(read, asked), answer: orNotFound(counted) };
    });
    if (found.next !== null) throw new Refused('rows-many');
    const stream = new PassThrough();
    // What goes wrong from here on breaks the download off: its head has left.
    this.write(sheetInto(stream, as, { language, indicator, answer }), found.items).catch((error: unknown) => {
      stream.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return stream;
  }

  private async write(sheet: RowSheet, rows: RowsFound['items']): Promise<void> {
    await sheet.add(rows);
    await sheet.end(null);
  }
}
