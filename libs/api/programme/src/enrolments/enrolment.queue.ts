import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import type { Tx } from '@qinglan/api-platform';
import { beijingDayOf, type ItemId, movesUp, type PersonId, stillMovesUp } from '@qinglan/domain';
import { type ItemFacts, ItemQueries } from '../items/item.queries';
import { type ListClashes, ListHolder } from '../sittings/list-holder';
import { EnrolmentQueries } from './enrolment.queries';
import { type EnrolmentRow, EnrolmentStore } from './enrolment.store';
import { MovedUpNews } from './moved-up.news';

/** Whose enrolment changes, and who changes it. */
interface Whose {
  readonly personId: PersonId;
  readonly by: By;
}

/**
 * One list and its queue, and what its people hold; whoever changes either has locked the item, so that nobody takes the
 * last place twice.
 */
@Injectable()
export class EnrolmentQueue {
  constructor(
    private readonly items: ItemQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly store: EnrolmentStore,
    private readonly holder: ListHolder,
    private readonly news: MovedUpNews,
  ) {}

  /** At the end of the queue, and up at once while there are places; says what is in the way of this person. */
  async join(tx: Tx, item: ItemFacts, { personId, by }: Whose): Promise<ListClashes> {
    const { lastTurn } = await this.enrolments.places(tx, item.itemId);
    const last: EnrolmentRow = {
      ...{ itemId: item.itemId, personId, state: 'waiting', attended: null, completed: null },
      ...{ turn: lastTurn + 1, certainty: 'recorded' },
    };
    const up = await this.settle(tx, item, { last, by });
    return this.hold(tx, item.itemId, { personId, by, up });
  }

  /** On the list already: holds what has become free. */
  async stay(tx: Tx, item: ItemFacts, whose: Whose): Promise<void> {
    await this.hold(tx, item.itemId, { ...whose, up: [] });
  }

  /** Off the list and free again; the first who waits moves up. */
  async leave(tx: Tx, row: EnrolmentRow, by: By): Promise<void> {
    await this.store.saveAll(tx, [{ ...row, state: 'withdrawn' }], by);
    await this.moveUp(tx, row.itemId, { by, changed: [row.personId] });
  }

  /** Lets those who wait move up into the places that are free; `changed` came or went by other ways. */
  async moveUp(
    tx: Tx,
    itemId: ItemId,
    { by, changed = [] }: { readonly by: By; readonly changed?: readonly PersonId[] },
  ): Promise<void> {
    const item = await this.items.lock(tx, itemId);
    const up = await this.settle(tx, item, { last: null, by });
    await this.holder.settle(tx, { itemId, personIds: [...new Set([...changed, ...up])], now: by.at });
  }

  /** Nobody moves: people who came or went by other ways hold what they have to. */
  async follow(
    tx: Tx,
    itemId: ItemId,
    { by, changed }: { readonly by: By; readonly changed: readonly PersonId[] },
  ): Promise<void> {
    await this.items.lock(tx, itemId);
    await this.holder.settle(tx, { itemId, personIds: changed, now: by.at });
  }

  private async hold(
    tx: Tx,
    itemId: ItemId,
    { personId, by, up }: Whose & { readonly up: readonly PersonId[] },
  ): Promise<ListClashes> {
    const personIds = [...new Set([personId, ...up])];
    const { clashes, parties } = await this.holder.settle(tx, { itemId, personIds, now: by.at });
    return { clashes: clashes.filter(({ partyId }) => partyId === personId), parties };
  }

  /** Who moved up; those who waited before are told. */
  private async settle(
    tx: Tx,
    item: ItemFacts,
    { last, by }: { readonly last: EnrolmentRow | null; readonly by: By },
  ): Promise<readonly PersonId[]> {
    const { itemId, capacity } = item;
    const waiting = stillMovesUp(item, beijingDayOf(by.at)) ? await this.enrolments.queue(tx, itemId) : [];
    const queue = [...waiting, ...(last ? [last] : [])];
    const { enrolled } = await this.enrolments.places(tx, itemId);
    const up = movesUp(queue, { capacity, enrolled }).map((row) => ({ ...row, state: 'enrolled' as const }));
    const ids = up.map(({ personId }) => personId);
    const stays = last && !ids.includes(last.personId) ? [last] : [];
    if (queue.length > 0) await this.store.saveAll(tx, [...up, ...stays], by);
    await this.news.tell(tx, itemId, { personIds: ids.filter((id) => id !== last?.personId), by });
    return ids;
  }
}
