import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, recordActivity } from '@qinglan/contracts';
import { type Actor, decideHeld, mayKeepActivity, type PersonId, type Temporal } from '@qinglan/domain';
import { ActivityCredits } from './activity-credits';
import { type ActivityFacts, ActivityQueries, standingActivity } from './activity.queries';
import { refusedActivity } from './activity.refusals';
import { ActivityStore } from './activity.store';
import { ActivityViewer } from './activity.viewer';

type Given = InputOf<typeof recordActivity>;

/** Writes down who was at a meeting and what came of it; it then counts for those who guide each other. */
@Injectable()
export class RecordActivity {
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
      await this.record(tx, activity, { given, now, actorId: actor.personId });
      return this.viewer.view(tx, actor, { activityId: activity.activityId, now });
    });
  }

  private async record(
    tx: Tx,
    activity: ActivityFacts,
    asked: { readonly given: Given; readonly now: Temporal.Instant; readonly actorId: PersonId },
  ): Promise<void> {
    const { presentIds, summary } = asked.given.body;
    const attendance = { invitedIds: activity.personIds, presentIds };
    const present = orRefuse(decideHeld(standingActivity(activity), attendance, asked.now), refusedActivity);
    const by = { at: asked.now, actorId: asked.actorId };
    await this.store.held(tx, activity.activityId, { presentIds: present, summary, by });
    await this.credits.count(tx, activity, { presentIds: present, at: asked.now });
  }
}
