import { Injectable } from '@nestjs/common';
import { Refused, type Read, type Tx } from '@qinglan/api-platform';
import { MeetingHolds } from '@qinglan/api-scheduling';
import type { arrangeActivity, InputOf } from '@qinglan/contracts';
import { type Actor, decideActivity, type PlacedActivity, type Temporal, type WantedActivity } from '@qinglan/domain';
import { ActivityPlacer, momentOf, type Parties, requireReach } from './activity.placer';
import { ActivityQueries } from './activity.queries';
import { ActivityStore } from './activity.store';
import type { StudioFacts } from './studio.queries';

type Given = Pick<InputOf<typeof arrangeActivity>, 'params' | 'body'>;

/** A meeting on its way into the calendar of everybody in it. */
export interface Arranging {
  readonly given: Given;
  readonly studio: StudioFacts;
  readonly asked: string;
  readonly now: Temporal.Instant;
}

const wantedOf = ({ body }: Given): WantedActivity => ({
  ...body,
  startsAt: momentOf(body.startsAt),
  personIds: [...new Set(body.personIds)],
});

/** Writes a new meeting once, however often it is sent, if everybody is free. */
@Injectable()
export class ActivityWriter {
  constructor(
    private readonly activities: ActivityQueries,
    private readonly placer: ActivityPlacer,
    private readonly store: ActivityStore,
    private readonly holds: MeetingHolds,
  ) {}

  async write(tx: Tx, actor: Actor, arranging: Arranging): Promise<void> {
    const wanted = wantedOf(arranging.given);
    const parties = await this.placer.lock(tx, wanted);
    // Read after the lock: of two equal requests the second waits here and then sees the first.
    if (await this.isRepeated(tx, actor, arranging)) return;
    requireReach(actor, parties, { ...wanted, memberIds: arranging.studio.memberIds });
    const placed = await this.decide(tx, actor, { wanted, parties, now: arranging.now });
    await this.add(tx, actor, { arranging, placed });
  }

  private async isRepeated(read: Read, actor: Actor, { given, asked }: Arranging): Promise<boolean> {
    const known = await this.activities.find(read, given.params.activityId);
    if (!known) return false;
    if (known.asked !== asked || known.arrangedById !== actor.personId) throw new Refused('id-taken');
    return true;
  }

  private async decide(
    tx: Tx,
    actor: Actor,
    given: { readonly wanted: WantedActivity; readonly parties: Parties; readonly now: Temporal.Instant },
  ): Promise<PlacedActivity> {
    const { wanted, parties, now } = given;
    const holds = await this.placer.holdsAround(tx, wanted);
    const decided = decideActivity(wanted, { holds, now });
    if (decided.ok) return decided.value;
    throw await this.placer.refused(tx, actor, { refusal: decided.refusal, parties });
  }

  private async add(
    tx: Tx,
    actor: Actor,
    { arranging, placed }: { readonly arranging: Arranging; readonly placed: PlacedActivity },
  ): Promise<void> {
    const { given, studio, asked, now } = arranging;
    const { activityId } = given.params;
    const { studioId, kind, title, place, meetingLink, classroomId } = given.body;
    const people = wantedOf(given).personIds.map((personId) => ({
      personId,
      isGuest: !studio.memberIds.includes(personId),
    }));
    const row = { activityId, studioId, kind, title, place, meetingLink, classroomId, asked, people };
    await this.store.add(tx, { ...row, slot: placed.slot, arrangedById: actor.personId }, now);
    await this.holds.hold(tx, { activityId }, placed);
  }
}
