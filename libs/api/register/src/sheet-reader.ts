import { Injectable } from '@nestjs/common';
import { BesideProgram, Threads } from '@qinglan/api-platform';
import type { GivenFile, ReadTable } from './read-files';
import { refusals, Unreadable } from './unreadable';

type Answer = { tables: readonly ReadTable[] } | { refused: Pick<Unreadable, 'kind' | 'words'> };

const limits = { megabytes: 256, milliseconds: 20_000 };

/** Reads files in a thread of its own with little memory and little time. */
@Injectable()
export class SheetReader {
  private readonly program: BesideProgram;

  constructor(threads: Threads) {
    this.program = new BesideProgram('read-sheets.worker.mjs', limits, threads);
  }

  /** Throws `Unreadable` where a file is refused. */
  async read(files: readonly GivenFile[]): Promise<readonly ReadTable[]> {
    const answer = await this.program.ask<Answer>(files, (fault) =>
      fault === 'out-of-time' ? refusals.tooLong() : refusals.tooMuch(),
    );
    if ('tables' in answer) return answer.tables;
    throw new Unreadable(answer.refused.kind, answer.refused.words);
  }
}
