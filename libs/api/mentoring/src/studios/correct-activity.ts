import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { correctActivity, InputOf } from '@qinglan/contracts';
import { type Actor, decideCorrection, mayKeepActivity, type PersonId, type Temporal } from '@qinglan/domain';
import { ActivityCredits } from './activity-credits';
import { type ActivityFacts, ActivityQueries, standingActivity } from './activity.queries';
import { refusedActivity } from './activity.refusals';
import { ActivityStore } from './activity.store';
import { ActivityViewer } from './activity.viewer';

type Given = InputOf<typeof correctActivity>;

/** Corrects, with a reason, who was at a meeting and what came of it; what was said before stays in its history. */
@Injectable()
export class CorrectActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly activities: ActivityQueries,
    private readonly store: ActivityStore,
    private readonly credits: ActivityCredits,
    private readonly viewer: ActivityViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const activity = await this.activities.lock(tx, given.params.activityId);
      allowOrHide(mayKeepActivity(actor, activity));
      if (activity.version !== given.version) throw new Refused('stale');
      await this.correct(tx, activity, { given, now, actorId: actor.personId });
      return this.viewer.view(tx, actor, { activityId: activity.activityId, now });
    });
  }

  private async correct(
    tx: Tx,
    activity: ActivityFacts,
    asked: { readonly given: Given; readonly now: Temporal.Instant; readonly actorId: PersonId },
  ): Promise<void> {
    const { presentIds: named, summary, reason: said } = asked.given.body;
    const wanted = { invitedIds: activity.personIds, presentIds: named, reason: said };
    const { presentIds, reason } = orRefuse(decideCorrection(standingActivity(activity), wanted), refusedActivity);
    const by = { at: asked.now, actorId: asked.actorId };
    const before = await this.store.correct(tx, activity.activityId, { presentIds, summary, reason, by });
    await this.credits.recount(tx, activity, { before, presentIds, reason, by });
  }
}
