import { Injectable } from '@nestjs/common';
import { BesideProgram, type Read, Refused, Threads } from '@qinglan/api-platform';
import type { MatchingRoundId } from '@qinglan/domain';
import { ProblemQueries } from './problem.queries';
import { mostPossiblePairs, type WorkedOut } from './work-out-plans';

const limits = { megabytes: 1024, milliseconds: 40_000 };

/** Works plans out in a thread of its own. */
@Injectable()
export class Planner {
  private readonly program: BesideProgram;

  constructor(
    private readonly problems: ProblemQueries,
    threads: Threads,
  ) {
    this.program = new BesideProgram('work-out-plans.worker.mjs', limits, threads);
  }

  /** What a plan is worked out from, as JSON: the same text as long as nothing of it changed. */
  problem(read: Read, roundId: MatchingRoundId): Promise<string> {
    return this.problems.problem(read, roundId);
  }

  /** Refuses rounds without people on both sides, and those too large to be worked out while somebody waits. */
  async workOut(problem: string): Promise<Exclude<WorkedOut, { readonly refused: unknown }>> {
    const plans = await this.program.ask<WorkedOut>(problem, (cause) => new Refused('matching-crowded', { cause }));
    if (!('refused' in plans)) return plans;
    const detail = plans.refused === 'matching-crowded' ? String(mostPossiblePairs) : undefined;
    throw new Refused(plans.refused, { detail });
  }
}
