import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { findProgram } from '@qinglan/api-platform';
import type { GivenFile, ReadTable } from './read-files';
import { refusals, Unreadable } from './unreadable';

type Answer = { tables: readonly ReadTable[] } | { refused: Pick<Unreadable, 'kind' | 'words'> };

const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 };
const timeMs = 20_000;

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Reads files in a thread of its own with little memory and little time. */
@Injectable()
export class SheetReader {
  private readonly program = findProgram('read-sheets.worker.mjs');

  /** Throws `Unreadable` where a file is refused. */
  async read(files: readonly GivenFile[]): Promise<readonly ReadTable[]> {
    const worker = new Worker(this.program, { workerData: files, resourceLimits: memory });
    let clock: NodeJS.Timeout | undefined;
    try {
      const answer = await new Promise<Answer>((done, failed) => {
        worker.once('message', done);
        worker.once('error', (error: Error) => failed(isOutOfMemory(error) ? refusals.tooMuch() : error));
        worker.once('exit', () => failed(refusals.tooMuch()));
        clock = setTimeout(() => failed(refusals.tooLong()), timeMs);
      });
      if ('tables' in answer) return answer.tables;
      throw new Unreadable(answer.refused.kind, answer.refused.words);
    } finally {
      clearTimeout(clock);
      await worker.terminate();
    }
  }
}
