import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import type { Tx } from '@qinglan/api-platform';
import { beijingDayOf, type ItemId, movesUp, type PersonId, stillMovesUp } from '@qinglan/domain';
import { type ItemFacts, ItemQueries } from '../items/item.queries';
import { EnrolmentQueries } from './enrolment.queries';
import { type EnrolmentRow, EnrolmentStore } from './enrolment.store';

/** One list and its queue; whoever changes either has locked the item, so that nobody takes the last place twice. */
@Injectable()
export class EnrolmentQueue {
  constructor(
    private readonly items: ItemQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly store: EnrolmentStore,
  ) {}

  /** At the end of the queue, and up at once while there are places. */
  async join(tx: Tx, item: ItemFacts, { personId, by }: { readonly personId: PersonId; readonly by: By }) {
    const { lastTurn } = await this.enrolments.places(tx, item.itemId);
    const last: EnrolmentRow = {
      ...{ itemId: item.itemId, personId, state: 'waiting', attended: null, completed: null },
      ...{ turn: lastTurn + 1, certainty: 'recorded' },
    };
    await this.settle(tx, item, { last, by });
  }

  /** Lets those who wait move up into the places that are free. */
  async moveUp(tx: Tx, itemId: ItemId, by: By): Promise<void> {
    const item = await this.items.lock(tx, itemId);
    await this.settle(tx, item, { last: null, by });
  }

  private async settle(
    tx: Tx,
    item: ItemFacts,
    { last, by }: { readonly last: EnrolmentRow | null; readonly by: By },
  ): Promise<void> {
    const { itemId, capacity } = item;
    const waiting = stillMovesUp(item, beijingDayOf(by.at)) ? await this.enrolments.queue(tx, itemId) : [];
    const queue = [...waiting, ...(last ? [last] : [])];
    if (queue.length === 0) return;
    const { enrolled } = await this.enrolments.places(tx, itemId);
    const up = movesUp(queue, { capacity, enrolled }).map((row) => ({ ...row, state: 'enrolled' as const }));
    const stays = last && !up.some(({ personId }) => personId === last.personId) ? [last] : [];
    await this.store.saveAll(tx, [...up, ...stays], by);
  }
}
