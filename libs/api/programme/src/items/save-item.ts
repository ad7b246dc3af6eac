import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveItem } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  decideItem,
  itemCode,
  mayKeepItems,
  stateAfterRevision,
  type Temporal,
} from '@qinglan/domain';
import { EnrolmentQueue } from '../enrolments/enrolment.queue';
import { type ItemRow, ItemStore } from './item.store';
import { ItemViewer } from './item.viewer';
import { refusedItem } from './refused-item';

type Given = InputOf<typeof saveItem>;

function rowOf(
  { params, body: { revives, ...body } }: Given,
  known: ItemRow | undefined,
  today: Temporal.PlainDate,
): ItemRow {
  const { firstDay, lastDay } = orRefuse(decideItem(body, today), refusedItem);
  const state = stateAfterRevision(known?.state ?? null, { state: body.state, revives: revives ?? false });
  const isOff = state === 'cancelled';
  return {
    ...body,
    code: body.code ?? known?.code ?? itemCode(body, params.itemId),
    ...{ firstDay: firstDay.toString(), lastDay: lastDay.toString() },
    ...{ state, isOpen: body.isOpen && !isOff, reason: isOff ? (known?.reason ?? null) : null },
  };
}

/** Writes an item down or revises it; a larger capacity lets those who wait move up. */
@Injectable()
export class SaveItem {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly items: ItemStore,
    private readonly queue: EnrolmentQueue,
    private readonly viewer: ItemViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    const { itemId } = given.params;
    allowOrHide(mayKeepItems(actor));
    return this.transactions.write(async (tx) => {
      const before = await this.items.lock(tx, itemId);
      const row = rowOf(given, before?.row, beijingDayOf(now));
      const by = { at: now, actorId: actor.personId };
      await this.items.save(tx, { before, id: itemId, version: given.version, row }, by);
      await this.queue.moveUp(tx, itemId, { by });
      return this.viewer.view(tx, actor, { itemId, now });
    });
  }
}
