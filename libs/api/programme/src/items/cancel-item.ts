import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Transactions } from '@qinglan/api-platform';
import type { cancelItem, InputOf } from '@qinglan/contracts';
import { type Actor, decideItemEnd, decideReason, mayKeepItems } from '@qinglan/domain';
import { SittingStore } from '../sittings/sitting.store';
import { ItemStore } from './item.store';
import { ItemViewer } from './item.viewer';
import { refusedItem } from './refused-item';

/** Calls an item off; its sittings that stand are called off with it, and what they held is free. */
@Injectable()
export class CancelItem {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly items: ItemStore,
    private readonly sittings: SittingStore,
    private readonly viewer: ItemViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof cancelItem>): Promise<string> {
    const now = this.clock.now();
    const { itemId } = params;
    allowOrHide(mayKeepItems(actor));
    return this.transactions.write(async (tx) => {
      const before = orNotFound(await this.items.lock(tx, itemId));
      const reason = orRefuse(decideReason(body.reason), refusedItem);
      const state = orRefuse(decideItemEnd(before.row.state), refusedItem);
      const row = { ...before.row, state, isOpen: false, reason };
      const by = { at: now, actorId: actor.personId };
      await this.items.save(tx, { before, id: itemId, version, row }, by);
      await this.sittings.cancelAll(tx, [itemId], { reason, by });
      return this.viewer.view(tx, actor, { itemId, now });
    });
  }
}
