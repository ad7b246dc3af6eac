import { Injectable } from '@nestjs/common';
import type { By, Saved } from '@qinglan/api-directory';
import type { Tx } from '@qinglan/api-platform';
import type { Id } from '@qinglan/domain';
import { ItemQueries } from '../items/item.queries';
import { EnrolmentQueue } from './enrolment.queue';
import { EnrolmentStore, type EnrolmentSheetRow } from './enrolment.store';

/**
 * Takes rows of the sheet 报名 over, and holds follow. Who waits in the sheet waits; where it takes somebody off a list, the
 * first who waits moves up as when it is done by hand.
 */
@Injectable()
export class EnrolmentSheet {
  constructor(
    private readonly store: EnrolmentStore,
    private readonly items: ItemQueries,
    private readonly queue: EnrolmentQueue,
  ) {}

  async saveAll(tx: Tx, rows: readonly EnrolmentSheetRow[], by: By): Promise<Saved<Id<'Enrolment'>>> {
    const people = Map.groupBy(rows, ({ itemId }) => itemId);
    // Before any row of a list, in the order in which everything that changes one locks.
    await this.items.lockAll(tx, [...people.keys()]);
    const left = await this.store.leavesBy(tx, rows);
    const saved = await this.store.saveSheet(tx, rows, by);
    const lists = [...people].map(([itemId, some]) => ({
      itemId,
      ...{ personIds: some.map(({ personId }) => personId), hasRoom: left.has(itemId) },
    }));
    await this.queue.follow(tx, lists, by);
    return saved;
  }
}
