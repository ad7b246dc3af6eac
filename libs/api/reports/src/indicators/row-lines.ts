import type { Writable } from 'node:stream';
import { csvHead, csvLine } from '@qinglan/domain';
import { sourceOf } from './plain-count.sql';
import { type Cut, cutWords, type RowSheet, type SheetFacts, writeTo } from './row-sheet';
import { cellsOf, headingsOf } from './row-words';
import type { RowsFound } from './row.queries';

/** Rows as CSV. */
export class RowLines implements RowSheet {
  private head: string;

  constructor(
    private readonly stream: Writable,
    private readonly facts: SheetFacts,
  ) {
    this.head = csvHead(headingsOf(sourceOf(facts.indicator), facts.language));
  }

  async add(rows: RowsFound['items']): Promise<void> {
    const lines = rows.map((row) => csvLine(cellsOf(row, this.facts.language)));
    await writeTo(this.stream, this.head + lines.join(''));
    this.head = '';
  }

  async end(cut: Cut | null): Promise<void> {
    const last = cut ? csvLine([cutWords(cut, this.facts.language)]) : '';
    await writeTo(this.stream, this.head + last);
    this.stream.end();
  }
}
