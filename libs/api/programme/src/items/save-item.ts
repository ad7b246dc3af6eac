import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveItem } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  decideCertainty,
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

/** Where it stands afterwards: what stays called off stays closed, with the reason it was given. */
function standingOf({ state, revives = false, isOpen }: Given['body'], known: ItemRow | undefined) {
  const after = stateAfterRevision(known?.state ?? null, { state, revives });
  const isOff = after === 'cancelled';
  return { state: after, isOpen: isOpen && !isOff, reason: isOff && known ? known.reason : null };
}

function rowOf({ params, body }: Given, known: ItemRow | undefined, today: Temporal.PlainDate): ItemRow {
  const { revives: _, ...said } = body;
  const { firstDay, lastDay } = orRefuse(decideItem(body, today), refusedItem);
  // Whoever does not know of it leaves it as it stands.
  const { numbersCertainty = known?.numbersCertainty ?? null } = body;
  orRefuse(decideCertainty({ ...body, numbersCertainty }, known ?? null), refusedItem);
  return {
    ...said,
    numbersCertainty,
    code: body.code ?? known?.code ?? itemCode(body, params.itemId),
    ...{ firstDay: firstDay.toString(), lastDay: lastDay.toString() },
    ...standingOf(body, known),
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
      await this.queue.moveUp(tx, [itemId], by);
      return this.viewer.view(tx, actor, { itemId, now });
    });
  }
}
