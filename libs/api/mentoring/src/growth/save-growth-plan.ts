import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveGrowthPlan } from '@qinglan/contracts';
import { type Actor, decideGrowthPlan, mayWriteGrowth, Temporal } from '@qinglan/domain';
import { PairingQueries } from '../pairings/pairing.queries';
import { GrowthPlanStore } from './growth-plan.store';
import { GrowthViewer } from './growth.viewer';
import { refusedGrowth } from './refused-growth';

/** One of the two writes what the mentee wants to become able to do. */
@Injectable()
export class SaveGrowthPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly plans: GrowthPlanStore,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveGrowthPlan>) {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, params.pairingId));
      allowOrHide(mayWriteGrowth(actor, pairing));
      const planned = { state: pairing.state, firstDay: Temporal.PlainDate.from(pairing.fromDay) };
      const wanted = body.goals.map((goal) => ({ ...goal, byDay: Temporal.PlainDate.from(goal.byDay) }));
      const goals = orRefuse(decideGrowthPlan(planned, wanted), refusedGrowth);
      await this.plans.save(tx, params.pairingId, { goals, version, by: { at: now, actorId: actor.personId } });
      return this.viewer.view(tx, params.pairingId, { actor, now });
    });
  }
}
