import { Worker } from 'node:worker_threads';
import { findProgram } from './find-program';
import type { Threads } from './threads';

/** What a thread may take before it is ended. */
export interface BesideLimits {
  readonly megabytes: number;
  readonly milliseconds: number;
}

/** How a thread ended that gave no answer. */
export type BesideFault = 'out-of-memory' | 'out-of-time';

const youngMegabytes = 64;
const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A program, bundled on its own, that answers one question in a thread of its own, so that it stalls nobody else. */
export class BesideProgram {
  private readonly place: string;

  constructor(
    name: string,
    private readonly limits: BesideLimits,
    private readonly threads: Threads,
  ) {
    this.place = findProgram(name);
  }

  /** Waits for a seat, sends `data`, gives the first message back; `unable` says what is thrown where the thread took too much. */
  ask<Answer>(data: unknown, unable: (fault: BesideFault) => Error): Promise<Answer> {
    return this.threads.use(() => this.answer<Answer>(data, unable));
  }

  private async answer<Answer>(data: unknown, unable: (fault: BesideFault) => Error): Promise<Answer> {
    const { megabytes, milliseconds } = this.limits;
    const worker = new Worker(this.place, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
    });
    let clock: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Answer>((done, failed) => {
        worker.once('message', done);
        worker.once('error', (error: Error) => failed(isOutOfMemory(error) ? unable('out-of-memory') : error));
        worker.once('exit', () => failed(unable('out-of-memory')));
        clock = setTimeout(() => failed(unable('out-of-time')), milliseconds);
      });
    } finally {
      clearTimeout(clock);
      await worker.terminate();
    }
  }
}
