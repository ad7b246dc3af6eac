import { Injectable } from '@nestjs/common';
import { type By, codeTaken, happeningsOf, invalid, RegisterTable, type Saved, savedOf } from '@qinglan/api-directory';
import { History, type Tx } from '@qinglan/api-platform';
import type { Id, OrganisationId } from '@qinglan/domain';

/** One thing that the programme did: a showcase, a batch sent, a training class. */
export type ItemId = Id<'ProgrammeItem'>;

/** An item as it is kept; a number that is null is unknown, never zero. */
export interface ItemRow {
  readonly code: string;
  readonly category: string;
  readonly title: string;
  readonly year: number;
  readonly begins: string | null;
  readonly ends: string | null;
  readonly senderId: OrganisationId | null;
  readonly hostId: OrganisationId | null;
  readonly people: number | null;
  readonly enrolled: number | null;
  readonly attended: number | null;
  readonly completed: number | null;
  readonly evidence: string;
}

const items = new RegisterTable<ItemRow, ItemId>({
  table: 'programme_item',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    category: { column: 'category', type: 'text' },
    title: { column: 'title', type: 'text' },
    year: { column: 'year', type: 'smallint' },
    begins: { column: 'begins', type: 'text' },
    ends: { column: 'ends', type: 'text' },
    senderId: { column: 'sender_id', type: 'uuid' },
    hostId: { column: 'host_id', type: 'uuid' },
    people: { column: 'people', type: 'integer' },
    enrolled: { column: 'enrolled', type: 'integer' },
    attended: { column: 'attended', type: 'integer' },
    completed: { column: 'completed', type: 'integer' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: {
    programme_item_code_once: codeTaken,
    programme_item_sender: invalid('#/senderId', 'no such organisation'),
    programme_item_host: invalid('#/hostId', 'no such organisation'),
  },
});

/** The only writer of `programme_item`. */
@Injectable()
export class ItemStore {
  constructor(private readonly history: History) {}

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly ItemRow[], by: By): Promise<Saved<ItemId>> {
    const changes = await items.match(tx, rows);
    await items.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('programme-item', changes));
    return savedOf(changes);
  }
}
