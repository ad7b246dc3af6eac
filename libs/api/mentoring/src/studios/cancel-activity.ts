import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { MeetingHolds } from '@qinglan/api-scheduling';
import type { cancelActivity, InputOf } from '@qinglan/contracts';
import { type Actor, decideActivityCancel, mayKeepActivity, type Temporal } from '@qinglan/domain';
import { ActivityQueries, standingActivity } from './activity.queries';
import { refusedActivity } from './activity.refusals';
import { ActivityStore } from './activity.store';
import { ActivityViewer } from './activity.viewer';

type Given = InputOf<typeof cancelActivity>;

/** Calls a meeting off and frees everybody's time. */
@Injectable()
export class CancelActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly activities: ActivityQueries,
    private readonly store: ActivityStore,
    private readonly holds: MeetingHolds,
    private readonly viewer: ActivityViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      await this.cancel(tx, actor, { given, now });
      return this.viewer.view(tx, actor, { activityId: given.params.activityId, now });
    });
  }

  private async cancel(tx: Tx, actor: Actor, asked: { readonly given: Given; readonly now: Temporal.Instant }) {
    const { given, now } = asked;
    const { activityId } = given.params;
    const activity = await this.activities.lock(tx, activityId);
    allowOrHide(mayKeepActivity(actor, activity));
    if (activity.version !== given.version) throw new Refused('stale');
    const reason = orRefuse(decideActivityCancel(standingActivity(activity), given.body.reason), refusedActivity);
    await this.store.cancel(tx, activityId, { reason, by: { at: now, actorId: actor.personId } });
    await this.holds.release(tx, { activityId }, now);
  }
}
