import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement, type Tx } from '@qinglan/api-platform';
import {
  type Actor,
  type EnrolItem,
  type EnrolmentState,
  type ItemId,
  type Known,
  listReach,
  type NamedCategory,
  ordinalOfTitle,
  type OrganisationId,
  Temporal,
  wordsOfCategory,
} from '@qinglan/domain';
import { sittingsJson } from '../sittings/sitting.sql';
import { itemFields, itemJoins } from './item.sql';

/** An item as rules look at it. */
export interface ItemFacts extends EnrolItem {
  readonly itemId: ItemId;
  readonly title: string;
  readonly hostId: OrganisationId | null;
  readonly capacity: number | null;
  readonly version: number;
  /** What a certificate of it says. */
  readonly printedTitle: string;
  readonly printedDay: string;
}

/** The reader's own enrolment, as rules look at it. */
interface OwnEnrolment {
  readonly ownState: EnrolmentState | null;
  readonly ownAttended: Known;
  readonly ownCompleted: Known;
}

/** Which item is shown, and when. */
interface Shown {
  readonly itemId: ItemId;
  readonly now: Temporal.Instant;
}

type FactsRow = Omit<ItemFacts, 'firstDay' | 'lastDay' | 'printedTitle' | 'printedDay'> &
  NamedCategory & {
    readonly firstDay: string;
    readonly lastDay: string;
    readonly year: number;
    readonly begins: string | null;
  };

const fields = `f.id AS "itemId", f.title, f.state, f.is_open AS "isOpen", f.first_day::text AS "firstDay",
  f.last_day::text AS "lastDay", f.host_id AS "hostId", f.capacity, f.version, f.category, f.category_words AS "categoryWords", f.year, f.begins`;
const find = statement('programme-item-facts', `SELECT ${fields} FROM programme_item f WHERE f.id = $1`);
const lock = statement(
  'programme-item-lock',
  `SELECT ${fields} FROM programme_item f WHERE f.id = ANY($1::uuid[]) ORDER BY f.id FOR NO KEY UPDATE`,
);

// $2 the reader, $3 whether the reader keeps items, $4 whether the reader sees every link, $5 now.
const shown = statement(
  'programme-item-view',
  `SELECT ${fields}, own.state AS "ownState", own.attended AS "ownAttended", own.completed AS "ownCompleted",
     json_build_object(${itemFields},
     'firstDay', f.first_day, 'lastDay', f.last_day, 'purpose', f.purpose, 'source', f.source, 'note', f.note,
     'reason', f.reason,
     'waiting', (SELECT count(*) FROM enrolment e WHERE e.item_id = f.id AND e.state = 'waiting'),
     'myPlace', CASE WHEN own.state = 'waiting' THEN (
       SELECT count(*) FROM enrolment e WHERE e.item_id = f.id AND e.state = 'waiting'
         AND (coalesce(e.turn, 2147483647), e.id) <= (coalesce(own.turn, 2147483647), own.id)) END,
     'myCertificate', (SELECT json_build_object('id', c.id, 'code', c.code) FROM certificate c
       WHERE c.item_id = f.id AND c.person_id = $2 AND c.revoked_at IS NULL),
     'sittings', ${sittingsJson({ item: 'f', actor: '$2::uuid', keeps: '$3::boolean', sees: '$4::boolean', now: '$5::timestamptz' })},
     'version', f.version)::text AS view
   FROM programme_item f ${itemJoins('$2::uuid')} WHERE f.id = $1`,
);
/** A title that is but a number says nothing on paper without its category. */
const printedTitle = (row: FactsRow): string =>
  ordinalOfTitle(row.title) === null ? row.title : `${wordsOfCategory(row)} ${row.title}`;

const factsOf = <Row extends FactsRow>(row: Row) => ({
  ...row,
  printedTitle: printedTitle(row),
  printedDay: row.begins ?? String(row.year),
  firstDay: Temporal.PlainDate.from(row.firstDay),
  lastDay: Temporal.PlainDate.from(row.lastDay),
});

/** Single items, as rules look at them and as pages show them. */
@Injectable()
export class ItemQueries {
  async find(read: Read, itemId: ItemId): Promise<ItemFacts> {
    return factsOf(orNotFound(await read.row<FactsRow>(find, [itemId])));
  }

  /** What changes its list or its sittings comes one after the other. */
  async lock(tx: Tx, itemId: ItemId): Promise<ItemFacts> {
    return orNotFound((await this.lockAll(tx, [itemId]))[0] ?? null);
  }

  /** In id order, so that two who lock many wait for each other instead of blocking each other. */
  async lockAll(tx: Tx, itemIds: readonly ItemId[]): Promise<readonly ItemFacts[]> {
    return (await tx.rows<FactsRow>(lock, [itemIds])).map(factsOf);
  }

  /** With its JSON that Postgres wrote, without what the reader may do. */
  async shown(
    read: Read,
    actor: Actor,
    { itemId, now }: Shown,
  ): Promise<ItemFacts & OwnEnrolment & { readonly view: string }> {
    const { hostId } = await this.find(read, itemId);
    const keeps = actor.roles.has('administrator');
    const sees = listReach(actor, { hostId }) === 'all';
    const values = [itemId, actor.personId, keeps, sees, now.toString()];
    return factsOf(orNotFound(await read.row<FactsRow & OwnEnrolment & { readonly view: string }>(shown, values)));
  }
}
