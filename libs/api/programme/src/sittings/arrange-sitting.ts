import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { MeetingHolds, settled } from '@qinglan/api-scheduling';
import type { arrangeSitting, InputOf } from '@qinglan/contracts';
import { type Actor, mayKeepItems, Temporal, type WantedMeeting } from '@qinglan/domain';
import { ItemViewer } from '../items/item.viewer';
import { SittingParts } from './sitting.parts';

type Given = Pick<InputOf<typeof arrangeSitting>, 'params' | 'body'>;

const wantedOf = ({ body }: Given): WantedMeeting => ({
  ...body,
  startsAt: Temporal.Instant.from(body.startsAt),
  personIds: [...new Set(body.personIds)],
});

/** Gives an item a time and place once, however often it is sent, if everybody and the room are free. */
@Injectable()
export class ArrangeSitting {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly parts: SittingParts,
    private readonly holds: MeetingHolds,
    private readonly viewer: ItemViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    allowOrHide(mayKeepItems(actor));
    return settled(() =>
      this.transactions.write(async (tx) => {
        await this.arrange(tx, actor, { given, now });
        return this.viewer.view(tx, actor, { itemId: given.body.itemId, now });
      }),
    );
  }

  private async arrange(tx: Tx, actor: Actor, { given, now }: { given: Given; now: Temporal.Instant }): Promise<void> {
    const { items, lists, placer, sittings, store } = this.parts;
    const wanted = wantedOf(given);
    const asked = JSON.stringify(given.body);
    const { sittingId } = given.params;
    // The item before people and rooms, as everywhere here: of two equal requests the second waits and then sees the first.
    const item = await items.lock(tx, given.body.itemId);
    const known = await sittings.find(tx, sittingId);
    if (known) {
      if (known.asked === asked && known.arrangedById === actor.personId) return;
      throw new Refused('id-taken');
    }
    if (item.state === 'cancelled') throw new Refused('item-cancelled');
    const personIds = await lists.listed(tx, item.itemId);
    const parties = await placer.lock(tx, wanted, personIds);
    const placed = await placer.place(tx, actor, { wanted, parties, sittingId, now });
    const { itemId, topic, place, meetingLink, classroomId } = given.body;
    const row = { id: sittingId, itemId, topic, place, meetingLink, classroomId, asked, slot: placed.slot };
    await store.add(tx, { ...row, personIds: wanted.personIds }, { at: now, actorId: actor.personId });
    await this.holds.hold(tx, { sittingId }, placed);
    await lists.settle(tx, [{ itemId, personIds }], now);
  }
}
