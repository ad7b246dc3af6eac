import { Injectable } from '@nestjs/common';
import {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  invalid,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from '@qinglan/api-directory';
import { History, Refused, statement, type Tx } from '@qinglan/api-platform';
import { type ItemCategory, type ItemCertainty, type ItemId, type OrganisationId } from '@qinglan/domain';

/** An item as it is kept; a number that is null is unknown, never zero. */
export interface ItemRow {
  readonly code: string;
  readonly category: ItemCategory;
  readonly categoryWords: string | null;
  readonly title: string;
  readonly year: number;
  readonly ordinal: number | null;
  readonly begins: string | null;
  readonly ends: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly senderId: OrganisationId | null;
  readonly hostId: OrganisationId | null;
  readonly people: number | null;
  readonly enrolled: number | null;
  readonly attended: number | null;
  readonly completed: number | null;
  readonly certainty: ItemCertainty;
  readonly certaintyRemark: string | null;
  /** How sure the numbers are; null: as sure as the item. */
  readonly numbersCertainty: ItemCertainty | null;
  readonly purpose: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly capacity: number | null;
  readonly isOpen: boolean;
  readonly reason: string | null;
}

const text = (column: string) => ({ column, type: 'text' });
const number = (column: string) => ({ column, type: 'integer' });

const items = new RegisterTable<ItemRow, ItemId>({
  table: 'programme_item',
  key: ['code'],
  fields: {
    code: text('code'),
    category: text('category'),
    categoryWords: text('category_words'),
    title: text('title'),
    year: { column: 'year', type: 'smallint' },
    ordinal: number('ordinal'),
    begins: text('begins'),
    ends: text('ends'),
    firstDay: { column: 'first_day', type: 'date' },
    lastDay: { column: 'last_day', type: 'date' },
    state: text('state'),
    senderId: { column: 'sender_id', type: 'uuid' },
    hostId: { column: 'host_id', type: 'uuid' },
    people: number('people'),
    enrolled: number('enrolled'),
    attended: number('attended'),
    completed: number('completed'),
    certainty: text('certainty'),
    certaintyRemark: text('certainty_remark'),
    numbersCertainty: text('numbers_certainty'),
    purpose: text('purpose'),
    source: text('source'),
    note: text('note'),
    capacity: number('capacity'),
    isOpen: { column: 'is_open', type: 'boolean' },
    reason: text('reason'),
  },
  refusals: {
    programme_item_code_once: codeTaken,
    programme_item_ordinal_once: () => new Refused('ordinal-taken'),
    programme_item_sender: invalid('#/senderId', 'no such organisation'),
    programme_item_host: invalid('#/hostId', 'no such organisation'),
  },
});

const ordinals = statement(
  'programme-ordinals',
  `SELECT year, category, category_words AS "categoryWords", ordinal, code FROM programme_item
   WHERE year = ANY($1::smallint[]) AND ordinal IS NOT NULL`,
);

/** The number an item of a category and a year has. */
export type TakenOrdinal = Pick<ItemRow, 'year' | 'category' | 'categoryWords' | 'code'> & { readonly ordinal: number };

/** The only writer of `programme_item`. */
@Injectable()
export class ItemStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: ItemId): Promise<Entry<ItemRow, ItemId> | null> {
    return items.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<ItemRow, ItemId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** What stands under these codes. */
  async standing(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, ItemRow>> {
    const found = await items.find(
      tx,
      codes.map((code) => ({ code })),
    );
    return new Map([...found].map(([code, { row }]) => [code, row]));
  }

  /** The numbers that items of these years have. */
  ordinals(tx: Tx, years: readonly number[]): Promise<readonly TakenOrdinal[]> {
    return tx.rows<TakenOrdinal>(ordinals, [[...new Set(years)]]);
  }

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly ItemRow[], by: By): Promise<Saved<ItemId>> {
    const changes = await items.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<ItemRow, ItemId>, by: By): Promise<void> {
    await items.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('programme-item', changes));
  }
}
