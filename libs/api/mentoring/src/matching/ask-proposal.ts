import { Injectable } from '@nestjs/common';
import { orRefuse, Refused } from '@qinglan/api-platform';
import type { askMatchingProposal, InputOf } from '@qinglan/contracts';
import { type Actor, decideMatchingStep, mayAskMatching } from '@qinglan/domain';
import { PlanQueries } from './plan.queries';
import { PlanStore } from './plan.store';
import { Planner } from './planner';
import { refusedMatching } from './refused-matching';
import { RoundKeeper, type Seen } from './round.keeper';

/** Works out the optimal and the stable plan side by side and keeps them; pinned and laid pairs do not move. */
@Injectable()
export class AskProposal {
  constructor(
    private readonly keeper: RoundKeeper,
    private readonly planner: Planner,
    private readonly planning: PlanStore,
    private readonly plans: PlanQueries,
  ) {}

  /** Nothing is locked while it is worked out; where something came in meanwhile, the asker is told to ask again. */
  async execute(actor: Actor, { params, version }: InputOf<typeof askMatchingProposal>): Promise<string> {
    const may = ({ round }: Seen) => mayAskMatching(actor, round);
    const wanted = { actor, version, roundId: params.roundId, may };
    const problem = await this.keeper.look(wanted, ({ read, round }) => {
      orRefuse(decideMatchingStep(round.state, 'proposed'), refusedMatching);
      return this.planner.problem(read, round.roundId);
    });
    const worked = await this.planner.workOut(problem);
    return this.keeper.keep(wanted, async ({ tx, round, by }) => {
      orRefuse(decideMatchingStep(round.state, 'proposed'), refusedMatching);
      if ((await this.planner.problem(tx, round.roundId)) !== problem) throw new Refused('stale');
      await this.planning.plan(tx, round.roundId, { worked, by });
      return this.plans.view(tx, { actor, round });
    });
  }
}
