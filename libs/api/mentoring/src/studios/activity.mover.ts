import { Injectable } from '@nestjs/common';
import type { Tx } from '@qinglan/api-platform';
import { MeetingHolds } from '@qinglan/api-scheduling';
import type { InputOf, moveActivity } from '@qinglan/contracts';
import { type Actor, decideActivityMove, type MovedActivity, type Temporal } from '@qinglan/domain';
import { ActivityPlacer, momentOf, type Parties } from './activity.placer';
import { type ActivityFacts, standingActivity } from './activity.queries';
import { ActivityStore } from './activity.store';

interface Moving {
  readonly activity: ActivityFacts;
  readonly to: InputOf<typeof moveActivity>['body'];
  readonly parties: Parties;
  readonly now: Temporal.Instant;
}

/** Finds whether a meeting fits elsewhere, and lays it there with everything that it holds. */
@Injectable()
export class ActivityMover {
  constructor(
    private readonly placer: ActivityPlacer,
    private readonly store: ActivityStore,
    private readonly holds: MeetingHolds,
  ) {}

  async move(tx: Tx, actor: Actor, moving: Moving): Promise<void> {
    const { activityId, startsAt, endsAt } = moving.activity;
    const { slot, reason } = await this.decide(tx, actor, moving);
    const by = { at: moving.now, actorId: actor.personId };
    await this.store.move(tx, activityId, { before: { startsAt, endsAt }, after: slot, reason, by });
    await this.holds.move(tx, { activityId }, slot);
  }

  private async decide(tx: Tx, actor: Actor, { activity, to, parties, now }: Moving): Promise<MovedActivity> {
    const wanted = { ...activity, startsAt: momentOf(to.startsAt), minutes: to.minutes };
    const holds = await this.placer.holdsAround(tx, wanted);
    const standing = standingActivity(activity);
    const decided = decideActivityMove({ activity: standing, to: wanted, reason: to.reason }, { holds, now });
    if (decided.ok) return decided.value;
    throw await this.placer.refused(tx, actor, { refusal: decided.refusal, parties });
  }
}
