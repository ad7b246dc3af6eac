import type { PassThrough } from 'node:stream';
import { byteOrderMark, csvLine } from '@qinglan/domain';
import { sourceOf } from './plain-count.sql';
import { type RowSheet, type SheetFacts, writeTo } from './row-sheet';
import { cellsOf, headingsOf } from './row-words';
import type { RowsFound } from './row.queries';

/** Rows as CSV: the byte order mark tells Excel and WPS that it is UTF-8, and no cell is a formula. */
export class RowLines implements RowSheet {
  private isBegun = false;

  constructor(
    private readonly stream: PassThrough,
    private readonly facts: SheetFacts,
  ) {}

  async add(rows: RowsFound['items']): Promise<void> {
    const { language, indicator } = this.facts;
    const head = this.isBegun ? '' : `${byteOrderMark}${csvLine(headingsOf(sourceOf(indicator), language))}`;
    this.isBegun = true;
    await writeTo(this.stream, head + rows.map((row) => csvLine(cellsOf(row, language))).join(''));
  }

  async end(isCut: boolean): Promise<void> {
    const more = { zh: '还有更多行没有写出', en: 'There are more rows than these' };
    if (isCut) await writeTo(this.stream, csvLine([more[this.facts.language]]));
    this.stream.end();
  }
}
