import { Injectable } from '@nestjs/common';
import { extendJson, type Read } from '@qinglan/api-platform';
import {
  type Actor,
  beijingDayOf,
  decideEnrol,
  decideLeaving,
  type EnrolQuestion,
  isAllowed,
  type ItemId,
  listReach,
  mayKeepItems,
  type Temporal,
} from '@qinglan/domain';
import { ItemQueries } from './item.queries';

/** Shows an item with what its reader may do. */
@Injectable()
export class ItemViewer {
  constructor(private readonly items: ItemQueries) {}

  async view(
    read: Read,
    actor: Actor,
    { itemId, now }: { readonly itemId: ItemId; readonly now: Temporal.Instant },
  ): Promise<string> {
    const { view, ownState, ownAttended, ownCompleted, ...item } = await this.items.shown(read, actor, { itemId, now });
    const own = { personId: actor.personId, attended: ownAttended, completed: ownCompleted };
    const standing = ownState === null ? null : { ...own, state: ownState };
    const question: EnrolQuestion = { item, standing, by: 'self', today: beijingDayOf(now) };
    const [enrol, leave] = [decideEnrol(question), decideLeaving(question)];
    return extendJson(view, {
      mayKeep: isAllowed(mayKeepItems(actor)),
      mayEnrol: enrol.ok && enrol.value === 'queue',
      mayWithdraw: leave.ok && leave.value === 'leave',
      reach: listReach(actor, item),
    });
  }
}
