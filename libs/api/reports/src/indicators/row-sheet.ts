import type { Writable } from 'node:stream';
import type { SpokenLanguage } from '@qinglan/api-platform';
import type { IndicatorAnswer } from '@qinglan/domain';
import type { CountingIndicator } from './plain-count.sql';
import type { RowsFound } from './row.queries';

/** What rows are written into: a text of lines or a workbook. */
export interface RowSheet {
  add(rows: RowsFound['items']): Promise<void>;
  /** Says whether these are all. */
  end(isCut: boolean): Promise<void>;
}

/** What a file of rows is about. */
export interface SheetFacts {
  readonly language: SpokenLanguage;
  readonly indicator: CountingIndicator;
  readonly answer: IndicatorAnswer;
}

/** Waits while the reader of a stream is slower than its writer. */
export const writeTo = (stream: Writable, text: string): Promise<void> =>
  new Promise((done, fail) => {
    if (stream.destroyed) return fail(new Error('the reader has gone'));
    if (stream.write(text)) return done();
    const go = () => (stream.off('close', stop), done());
    const stop = () => (stream.off('drain', go), fail(new Error('the reader has gone')));
    stream.once('drain', go).once('close', stop);
  });
