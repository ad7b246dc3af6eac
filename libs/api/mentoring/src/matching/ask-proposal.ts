import { Injectable } from '@nestjs/common';
import { orRefuse, Refused } from '@qinglan/api-platform';
import type { askMatchingProposal, InputOf } from '@qinglan/contracts';
import {
  type Actor,
  assign,
  decideMatchingStep,
  explainMatching,
  figuresOf,
  type MatchedPair,
  type PairReason,
  stableMatching,
} from '@qinglan/domain';
import { PlanQueries } from './plan.queries';
import { type NamedProblem, ProblemQueries } from './problem.queries';
import { refusedMatching } from './refused-matching';
import { RoundKeeper } from './round.keeper';
import { RoundStore } from './round.store';

/** People are named in words: a plan is read as it was worked out. */
function reasonWithNames(reason: PairReason, { names }: NamedProblem) {
  if (reason.kind !== 'dearer-full') return reason;
  return { kind: reason.kind, names: reason.mentorIds.map((mentorId) => names.get(mentorId) ?? '') };
}

function planOf(asked: NamedProblem, found: readonly MatchedPair[]) {
  const { pairs, unplaced } = explainMatching(asked.problem, found);
  return {
    figures: figuresOf(asked.problem, found),
    pairs: pairs.map((pair) => ({
      ...pair,
      reasons: pair.reasons.map((reason) => reasonWithNames(reason, asked)),
    })),
    unplaced,
  };
}

/** Works out the optimal and the stable plan side by side and keeps them; pinned and laid pairs do not move. */
@Injectable()
export class AskProposal {
  constructor(
    private readonly keeper: RoundKeeper,
    private readonly problems: ProblemQueries,
    private readonly store: RoundStore,
    private readonly plans: PlanQueries,
  ) {}

  execute(actor: Actor, { params, version }: InputOf<typeof askMatchingProposal>): Promise<string> {
    const { roundId } = params;
    return this.keeper.keep({ actor, roundId, version }, async ({ tx, round, by }) => {
      orRefuse(decideMatchingStep(round.state, 'proposed'), refusedMatching);
      const asked = await this.problems.problem(tx, round);
      const { problem } = asked;
      if (problem.mentees.length === 0 || problem.mentors.length === 0) throw new Refused('matching-nothing');
      const plans = { optimal: planOf(asked, assign(problem)), stable: planOf(asked, stableMatching(problem)) };
      await this.store.plan(tx, roundId, { plans, by });
      return this.plans.view(tx, roundId, { schoolId: null, isKeeper: true });
    });
  }
}
