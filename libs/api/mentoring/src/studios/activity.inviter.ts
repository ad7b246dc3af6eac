import { Injectable } from '@nestjs/common';
import type { Tx } from '@qinglan/api-platform';
import { MeetingHolds } from '@qinglan/api-scheduling';
import {
  type Actor,
  decideInvitation,
  minutesOf,
  type PersonId,
  type PlacedActivity,
  type Temporal,
} from '@qinglan/domain';
import { ActivityPlacer, type Parties, requireReach } from './activity.placer';
import { type ActivityFacts, standingActivity } from './activity.queries';
import { ActivityStore } from './activity.store';
import { StudioQueries } from './studio.queries';

interface Inviting {
  readonly activity: ActivityFacts;
  readonly personIds: readonly PersonId[];
  readonly parties: Parties;
  readonly now: Temporal.Instant;
}

/** Finds whether other people can come, and holds their time in place of that of those who need not. */
@Injectable()
export class ActivityInviter {
  constructor(
    private readonly studios: StudioQueries,
    private readonly placer: ActivityPlacer,
    private readonly store: ActivityStore,
    private readonly holds: MeetingHolds,
  ) {}

  async invite(tx: Tx, actor: Actor, inviting: Inviting): Promise<void> {
    const { activity, personIds, parties, now } = inviting;
    const { memberIds } = await this.studios.facts(tx, activity.studioId);
    // Who is asked already was in reach when asked.
    const coming = personIds.filter((personId) => !activity.personIds.includes(personId));
    requireReach(actor, parties, { personIds: coming, classroomId: null, memberIds });
    const placed = await this.decide(tx, actor, inviting);
    const people = personIds.map((personId) => ({ personId, isGuest: !memberIds.includes(personId) }));
    const by = { at: now, actorId: actor.personId };
    await this.store.invite(tx, activity.activityId, { before: activity.personIds, people, by });
    await this.holds.exchange(tx, activity.activityId, { ...placed, at: now });
  }

  private async decide(tx: Tx, actor: Actor, { activity, personIds, parties, now }: Inviting): Promise<PlacedActivity> {
    const wanted = { ...activity, personIds, minutes: minutesOf(activity) };
    const holds = await this.placer.holdsAround(tx, wanted);
    const decided = decideInvitation({ activity: standingActivity(activity), to: wanted }, { holds, now });
    if (decided.ok) return decided.value;
    throw await this.placer.refused(tx, actor, { refusal: decided.refusal, parties });
  }
}
