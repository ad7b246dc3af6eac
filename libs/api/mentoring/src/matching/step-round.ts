import { Injectable } from '@nestjs/common';
import { orRefuse } from '@qinglan/api-platform';
import type { InputOf, stepMatchingRound } from '@qinglan/contracts';
import { type Actor, decideMatchingStep } from '@qinglan/domain';
import { refusedMatching } from './refused-matching';
import { RoundKeeper } from './round.keeper';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

/** Opens a round again for wishes, or closes it for good. */
@Injectable()
export class StepRound {
  constructor(
    private readonly keeper: RoundKeeper,
    private readonly store: RoundStore,
    private readonly viewer: RoundViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof stepMatchingRound>): Promise<string> {
    const { roundId } = params;
    return this.keeper.keep({ actor, roundId, version }, async ({ tx, round, by, now }) => {
      const to = orRefuse(decideMatchingStep(round.state, body.to), refusedMatching);
      await this.store.step(tx, round, { to, by });
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }
}
