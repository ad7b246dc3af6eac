import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import type { Tx } from '@qinglan/api-platform';
import { beijingDayOf, type ItemId, movesUp, type PersonId, stillMovesUp } from '@qinglan/domain';
import { type ItemFacts, ItemQueries } from '../items/item.queries';
import { type ListClashes, ListHolder, type ListPeople } from '../sittings/list-holder';
import { EnrolmentQueries } from './enrolment.queries';
import { type EnrolmentRow, EnrolmentStore } from './enrolment.store';
import { MovedUpNews } from './moved-up.news';

/** Whose enrolment changes, and who changes it. */
interface Whose {
  readonly personId: PersonId;
  readonly by: By;
}

/** A list of which people came or went by other ways; `hasRoom`: perhaps somebody moves up. */
export interface StirredList extends ListPeople {
  readonly hasRoom: boolean;
}

/** A list whose queue moves, and who newly stands at the end of it. */
interface Queueing {
  readonly item: ItemFacts;
  readonly last: EnrolmentRow | null;
}

/** What one queue gives: the rows to be written, who is up, and who of them waited before and is told. */
function stepOf(
  queue: readonly EnrolmentRow[],
  { item: { itemId, capacity }, last, enrolled }: Queueing & { readonly enrolled: number },
) {
  const up = movesUp(queue, { capacity, enrolled }).map((row) => ({ ...row, state: 'enrolled' as const }));
  const personIds = up.map(({ personId }) => personId);
  const stays = last && !personIds.includes(last.personId) ? [last] : [];
  const told = personIds.filter((id) => id !== last?.personId);
  return { rows: [...up, ...stays], up: { itemId, personIds }, told: { itemId, personIds: told } };
}

/**
 * Lists and their queues, and what their people hold; whoever changes either has locked the items, so that nobody takes
 * the last place twice. However many lists it is, the statements are as many as for one.
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
    const { itemId } = item;
    const [places] = await this.enrolments.places(tx, [itemId]);
    const last: EnrolmentRow = {
      ...{ itemId, personId, state: 'waiting', attended: null, completed: null },
      ...{ turn: (places?.lastTurn ?? 0) + 1, certainty: 'recorded' },
    };
    const [up] = await this.settle(tx, [{ item, last }], by);
    return this.hold(tx, item.itemId, { personId, by, up: up?.personIds ?? [] });
  }

  /** On the list already: holds what has become free. */
  async stay(tx: Tx, item: ItemFacts, whose: Whose): Promise<void> {
    await this.hold(tx, item.itemId, { ...whose, up: [] });
  }

  /** Off the list and free again; the first who waits moves up. */
  async leave(tx: Tx, row: EnrolmentRow, by: By): Promise<void> {
    await this.store.saveAll(tx, [{ ...row, state: 'withdrawn' }], by);
    await this.follow(tx, [{ itemId: row.itemId, personIds: [row.personId], hasRoom: true }], by);
  }

  /** Lets those who wait for these items move up into the places that are free. */
  moveUp(tx: Tx, itemIds: readonly ItemId[], by: By): Promise<void> {
    return this.follow(
      tx,
      itemIds.map((itemId) => ({ itemId, personIds: [], hasRoom: true })),
      by,
    );
  }

  /** People came or went by other ways: where that made room the first who wait move up, and all hold what they have to. */
  async follow(tx: Tx, lists: readonly StirredList[], by: By): Promise<void> {
    if (lists.length === 0) return;
    const items = await this.items.lockAll(
      tx,
      lists.map(({ itemId }) => itemId),
    );
    const withRoom = new Set(lists.filter(({ hasRoom }) => hasRoom).map(({ itemId }) => itemId));
    const roomy = items.filter(({ itemId }) => withRoom.has(itemId)).map((item) => ({ item, last: null }));
    const up = new Map((await this.settle(tx, roomy, by)).map(({ itemId, personIds }) => [itemId, personIds]));
    const people = lists.map(({ itemId, personIds }) => ({
      itemId,
      personIds: [...new Set([...personIds, ...(up.get(itemId) ?? [])])],
    }));
    await this.holder.settle(tx, people, by.at);
  }

  private async hold(
    tx: Tx,
    itemId: ItemId,
    { personId, by, up }: Whose & { readonly up: readonly PersonId[] },
  ): Promise<ListClashes> {
    const personIds = [...new Set([personId, ...up])];
    const { clashes, parties } = await this.holder.settle(tx, [{ itemId, personIds }], by.at);
    return { clashes: clashes.filter(({ partyId }) => partyId === personId), parties };
  }

  /** Who moved up, by item; those who waited before are told. */
  private async settle(tx: Tx, lists: readonly Queueing[], by: By): Promise<readonly ListPeople[]> {
    if (lists.length === 0) return [];
    const moving = lists.filter(({ item }) => stillMovesUp(item, beijingDayOf(by.at))).map(({ item }) => item.itemId);
    const waiting = await this.enrolments.queues(tx, moving);
    const ids = lists.map(({ item }) => item.itemId);
    const places = new Map((await this.enrolments.places(tx, ids)).map((one) => [one.itemId, one.enrolled]));
    const steps = lists.map(({ item, last }) => {
      const queue = [...(waiting.get(item.itemId) ?? []), ...(last ? [last] : [])];
      return stepOf(queue, { item, last, enrolled: places.get(item.itemId) ?? 0 });
    });
    const rows = steps.flatMap((step) => step.rows);
    if (rows.length > 0) await this.store.saveAll(tx, rows, by);
    await this.news.tell(
      tx,
      steps.map(({ told }) => told),
      by,
    );
    return steps.map(({ up }) => up);
  }
}
