import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { settled } from '@qinglan/api-scheduling';
import type { cancelSitting, InputOf, moveSitting } from '@qinglan/contracts';
import { type Actor, decideReason, mayKeepItems, type SittingId, Temporal } from '@qinglan/domain';
import { ItemViewer } from '../items/item.viewer';
import { refusedItem } from '../items/refused-item';
import { SittingParts } from './sitting.parts';
import type { SittingFacts } from './sitting.queries';

interface Change {
  readonly sittingId: SittingId;
  readonly version: number;
  /** May be empty; then the change is refused. */
  readonly reason: string;
}

interface Found {
  readonly sitting: SittingFacts;
  readonly reason: string;
  readonly now: Temporal.Instant;
}

/** Moves a sitting, if everybody is free then, and calls one off. */
@Injectable()
export class ChangeSitting {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly parts: SittingParts,
    private readonly viewer: ItemViewer,
  ) {}

  move(actor: Actor, { params, body, version }: InputOf<typeof moveSitting>): Promise<string> {
    const { sittingId } = params;
    const { lists, placer, store } = this.parts;
    return this.change(actor, { sittingId, version, reason: body.reason }, async (tx, { sitting, reason, now }) => {
      const { itemId } = sitting;
      const personIds = await lists.listed(tx, itemId);
      const parties = await placer.lock(tx, sitting, personIds);
      const wanted = { ...sitting, startsAt: Temporal.Instant.from(body.startsAt), minutes: body.minutes };
      const { slot } = await placer.place(tx, actor, { wanted, parties, sittingId, now });
      const before = { startsAt: sitting.startsAt, endsAt: sitting.endsAt };
      await lists.letGo(tx, sitting, now);
      await store.move(tx, sitting, { before, after: slot, reason, by: { at: now, actorId: actor.personId } });
      await lists.settle(tx, [{ itemId, personIds }], now);
    });
  }

  cancel(actor: Actor, { params, body, version }: InputOf<typeof cancelSitting>): Promise<string> {
    const { sittingId } = params;
    return this.change(actor, { sittingId, version, reason: body.reason }, (tx, { sitting, reason, now }) =>
      this.parts.store.cancel(tx, [sitting], { reason, by: { at: now, actorId: actor.personId } }),
    );
  }

  private change(actor: Actor, change: Change, act: (tx: Tx, found: Found) => Promise<void>): Promise<string> {
    const now = this.clock.now();
    allowOrHide(mayKeepItems(actor));
    return settled(() =>
      this.transactions.write(async (tx) => {
        const sitting = await this.locked(tx, change);
        const reason = orRefuse(decideReason(change.reason), refusedItem);
        await act(tx, { sitting, reason, now });
        return this.viewer.view(tx, actor, { itemId: sitting.itemId, now });
      }),
    );
  }

  /** The item first, then people and rooms: the order in which everything that touches both locks them. */
  private async locked(tx: Tx, { sittingId, version }: Change): Promise<SittingFacts> {
    const { items, sittings } = this.parts;
    const { itemId } = await sittings.known(tx, sittingId);
    await items.lock(tx, itemId);
    const sitting = await sittings.known(tx, sittingId);
    if (sitting.version !== version) throw new Refused('stale');
    if (sitting.state === 'cancelled') throw new Refused('sitting-cancelled');
    return sitting;
  }
}
