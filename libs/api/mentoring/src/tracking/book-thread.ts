import { PassThrough, type Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { findProgram, Threads } from '@qinglan/api-platform';
import type { BookFacts, FromBook, ToBook } from './book.messages';
import type { ExportedPairing } from './export.queries';

/** Rows of a workbook, part by part; each part is asked for when the one before is written. */
export type BookRows = AsyncIterable<readonly ExportedPairing[]> & { readonly isCut: boolean };

const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 };

/** One workbook that is being written in a thread of its own; when the thread ends early, the file breaks off. */
export class BookThread {
  private readonly worker: Worker;
  private ended: Error | null = null;
  private next: { readonly done: () => void; readonly failed: (error: Error) => void } | null = null;

  constructor(
    program: string,
    facts: BookFacts,
    private readonly file: PassThrough,
  ) {
    this.worker = new Worker(program, { workerData: facts, resourceLimits: memory });
    this.worker.on('message', (said: FromBook) => {
      if ('piece' in said) file.write(said.piece);
      else this.next?.done();
    });
    this.worker.on('error', (error) => this.breakOff(error));
    this.worker.on('exit', () => this.breakOff(new Error('the workbook’s thread has ended')));
  }

  /** Hands over the next part; refused at once by a thread that has ended, also between two parts. */
  tell(told: ToBook): Promise<void> {
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((done, failed) => {
      this.next = { done, failed };
      this.worker.postMessage(told);
    });
  }

  async end(): Promise<void> {
    this.next = null;
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
  }

  private breakOff(error: Error): void {
    this.ended ??= error;
    this.next?.failed(this.ended);
    this.file.destroy(this.ended);
  }
}

/** Writes workbooks beside the server's own thread (design: exceljs in a worker). */
@Injectable()
export class BookWriter {
  private readonly program = findProgram('write-book.worker.mjs');

  constructor(private readonly threads: Threads) {}

  /** Once a thread is free, the file, as it grows; what goes wrong breaks it off, since its head may have left. */
  async write(facts: BookFacts, rows: BookRows): Promise<Readable> {
    const leave = await this.threads.enter();
    const file = new PassThrough();
    const thread = new BookThread(this.program, facts, file);
    this.feed(thread, rows, file)
      .then(() => file.end())
      .catch((error: unknown) => file.destroy(error instanceof Error ? error : new Error(String(error))))
      .finally(() => thread.end())
      .finally(leave);
    return file;
  }

  private async feed(thread: BookThread, rows: BookRows, file: PassThrough): Promise<void> {
    for await (const part of rows) {
      // Whoever asked has hung up: nothing more is read.
      if (file.destroyed) return;
      await thread.tell({ rows: part });
    }
    await thread.tell({ isCut: rows.isCut });
  }
}
