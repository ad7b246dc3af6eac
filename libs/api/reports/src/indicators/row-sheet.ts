import type { Writable } from 'node:stream';
import type { SpokenLanguage } from '@qinglan/api-platform';
import type { IndicatorAnswer } from '@qinglan/domain';
import type { CountingIndicator } from './plain-count.sql';
import type { RowsFound } from './row.queries';

/** Where a file stops that does not hold all rows: how many it holds, and how many there are. */
export interface Cut {
  readonly written: number;
  readonly total: number;
}

/** What rows are written into: a text of lines or a workbook. */
export interface RowSheet {
  add(rows: RowsFound['items']): Promise<void>;
  /** Says where it stops unless these are all. */
  end(cut: Cut | null): Promise<void>;
}

/** What a file of rows is about. */
export interface SheetFacts {
  readonly language: SpokenLanguage;
  readonly indicator: CountingIndicator;
  readonly answer: IndicatorAnswer;
}

/** Says where a file stops. */
export const cutWords = ({ written, total }: Cut, language: SpokenLanguage): string =>
  language === 'zh'
    ? `共 ${String(total)} 行，这里只有前 ${String(written)} 行`
    : `These are the first ${String(written)} of ${String(total)} rows`;

/** Waits while the reader of a stream is slower than its writer. */
export const writeTo = (stream: Writable, text: string): Promise<void> =>
  new Promise((done, fail) => {
    if (stream.destroyed) return fail(new Error('the reader has gone'));
    if (stream.write(text)) return done();
    const go = () => (stream.off('close', stop), done());
    const stop = () => (stream.off('drain', go), fail(new Error('the reader has gone')));
    stream.once('drain', go).once('close', stop);
  });
