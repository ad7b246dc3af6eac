import { Injectable } from '@nestjs/common';
import type { By, Saved } from '@qinglan/api-directory';
import type { Tx } from '@qinglan/api-platform';
import type { Id, ItemId, PersonId } from '@qinglan/domain';
import { EnrolmentQueries } from './enrolment.queries';
import { EnrolmentQueue } from './enrolment.queue';
import { EnrolmentStore, type EnrolmentSheetRow } from './enrolment.store';

/** People of a sheet by item. */
function byItem(rows: readonly EnrolmentSheetRow[]): ReadonlyMap<ItemId, readonly PersonId[]> {
  const found = new Map<ItemId, PersonId[]>();
  for (const { itemId, personId } of rows) {
    const known = found.get(itemId);
    if (known) known.push(personId);
    else found.set(itemId, [personId]);
  }
  return found;
}

/**
 * Takes rows of the sheet 报名 over, and holds follow. Who waits in the sheet waits; where it takes somebody off a list, the
 * first who waits moves up as when it is done by hand.
 */
@Injectable()
export class EnrolmentSheet {
  constructor(
    private readonly store: EnrolmentStore,
    private readonly enrolments: EnrolmentQueries,
    private readonly queue: EnrolmentQueue,
  ) {}

  async saveAll(tx: Tx, rows: readonly EnrolmentSheetRow[], by: By): Promise<Saved<Id<'Enrolment'>>> {
    const people = byItem(rows);
    const left = await this.store.leavesBy(tx, rows);
    const saved = await this.store.saveSheet(tx, rows, by);
    const stirred = await this.enrolments.stirred(tx, [...people.keys()], by.at);
    // In id order, as they are locked one after the other.
    for (const itemId of [...new Set([...stirred, ...left])].sort()) {
      const changed = people.get(itemId) ?? [];
      if (left.has(itemId)) await this.queue.moveUp(tx, itemId, { by, changed });
      else await this.queue.follow(tx, itemId, { by, changed });
    }
    return saved;
  }
}
