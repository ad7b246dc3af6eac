import { Injectable } from '@nestjs/common';
import { type Listing, listPage, search, where } from '@qinglan/api-directory';
import { orNotFound, type Read, statement, type Tx } from '@qinglan/api-platform';
import type { InputOf, listEnrolments } from '@qinglan/contracts';
import {
  type Actor,
  type EnrolmentSubject,
  type ItemId,
  listReach,
  type OrganisationId,
  type PersonId,
  type StandingEnrolment,
  type Temporal,
} from '@qinglan/domain';
import type { ItemFacts } from '../items/item.queries';
import type { EnrolmentRow } from './enrolment.store';

/** Somebody on the list or about to be, with the enrolment that stands. */
export interface EnrolmentFacts extends EnrolmentSubject {
  readonly standing: StandingEnrolment | null;
  readonly row: EnrolmentRow | null;
  /** A certificate that holds says that this person completed. */
  readonly isCertified: boolean;
}

interface FactsRow {
  readonly schoolId: OrganisationId;
  readonly row: EnrolmentRow | null;
  readonly isCertified: boolean;
}

const rowJson = `json_build_object('itemId', e.item_id, 'personId', e.person_id, 'state', e.state,
  'attended', e.attended, 'completed', e.completed, 'turn', e.turn, 'certainty', e.certainty)`;

const find = statement(
  'programme-enrolment-facts',
  `SELECT p.organisation_id AS "schoolId", CASE WHEN e.id IS NOT NULL THEN ${rowJson} END AS row,
     EXISTS (SELECT FROM certificate c WHERE c.item_id = $1 AND c.person_id = $2 AND c.revoked_at IS NULL) AS "isCertified"
   FROM person p LEFT JOIN enrolment e ON e.item_id = $1 AND e.person_id = p.id WHERE p.id = $2`,
);

// Everybody who waits, in the order of the queue.
const queues = statement(
  'programme-enrolment-queues',
  `SELECT ${rowJson} AS row FROM enrolment e WHERE e.item_id = ANY($1::uuid[]) AND e.state = 'waiting'
   ORDER BY e.item_id, e.turn, e.id`,
);
const places = statement(
  'programme-enrolment-places',
  `SELECT i.id AS "itemId", p.enrolled, p."lastTurn" FROM unnest($1::uuid[]) AS i (id) CROSS JOIN LATERAL (
     SELECT count(*) FILTER (WHERE state = 'enrolled')::int AS enrolled, coalesce(max(turn), 0) AS "lastTurn"
     FROM enrolment WHERE item_id = i.id) p`,
);

/** How full a list is, and the highest turn given. */
export interface ListPlaces {
  readonly itemId: ItemId;
  readonly enrolled: number;
  readonly lastTurn: number;
}

const fields = `e.id, e.item_id, e.person_id, e.state, e.attended, e.completed, coalesce(e.turn, 2147483647) AS turn,
  p.code AS person_code, p.name AS person_name, p.organisation_id, o.code AS school_code, o.short_name AS school_name`;
const from = `(SELECT ${fields} FROM enrolment e JOIN person p ON p.id = e.person_id
  JOIN organisation o ON o.id = p.organisation_id) e`;

// $2 the reader, $3 the reader's school where the reader coordinates it, $4 whether the reader keeps every list, $5
// whether the reader takes everybody's attendance here, $6 now.
const listing: Listing = {
  name: 'programme-enrolments',
  from,
  item: `json_build_object(
    'person', json_build_object('id', f.person_id, 'code', f.person_code, 'name', f.person_name, 'school', f.school_name),
    'state', f.state, 'attended', f.attended, 'completed', f.completed,
    'place', CASE WHEN f.state = 'waiting' THEN (SELECT count(*) FROM enrolment w
      WHERE w.item_id = f.item_id AND w.state = 'waiting' AND (coalesce(w.turn, 2147483647), w.id) <= (f.turn, f.id)) END,
    'unheld', CASE WHEN f.state = 'enrolled' THEN (SELECT count(*) FROM sitting t
      WHERE t.item_id = f.item_id AND t.state = 'scheduled' AND t.starts_at > $6::timestamptz AND NOT EXISTS (
        SELECT FROM hold h WHERE h.sitting_id = t.id AND h.party_id = f.person_id AND h.released_at IS NULL)) ELSE 0 END,
    'certificate', (SELECT json_build_object('id', c.id, 'code', c.code) FROM certificate c
      WHERE c.item_id = f.item_id AND c.person_id = f.person_id AND c.revoked_at IS NULL),
    'mayTake', f.state = 'enrolled' AND ($5::boolean OR coalesce(f.organisation_id = $3::uuid, false)),
    'mayEnrol', $4::boolean OR f.person_id = $2::uuid OR coalesce(f.organisation_id = $3::uuid, false))`,
  keys: [
    { column: 'school_code', type: 'text' },
    { column: 'person_code', type: 'text' },
  ],
};
const inOrder: Listing = {
  ...listing,
  name: 'programme-waiting',
  keys: [
    { column: 'turn', type: 'integer' },
    { column: 'id', type: 'uuid' },
  ],
};

type Query = InputOf<typeof listEnrolments>['query'];

/** The list that is read, and when. */
interface Asked {
  readonly item: ItemFacts;
  readonly now: Temporal.Instant;
}

/** What is given to every row of a list. */
function readerOf(actor: Actor, { item, now }: Asked): readonly unknown[] {
  const school = actor.roles.has('coordinator') ? actor.schoolId : null;
  const isKeeper = actor.roles.has('administrator');
  return [actor.personId, school, isKeeper, listReach(actor, item) === 'all', now.toString()];
}

/** Who is on a list, as rules look at it and as pages show it. */
@Injectable()
export class EnrolmentQueries {
  async find(read: Read, itemId: ItemId, personId: PersonId): Promise<EnrolmentFacts> {
    const found = orNotFound(await read.row<FactsRow>(find, [itemId, personId]));
    return { personId, ...found, standing: found.row };
  }

  /** Who waits, in order, by item. */
  async queues(tx: Tx, itemIds: readonly ItemId[]): Promise<ReadonlyMap<ItemId, readonly EnrolmentRow[]>> {
    const rows = await tx.rows<{ readonly row: EnrolmentRow }>(queues, [itemIds]);
    return Map.groupBy(
      rows.map(({ row }) => row),
      ({ itemId }) => itemId,
    );
  }

  async places(tx: Tx, itemIds: readonly ItemId[]): Promise<readonly ListPlaces[]> {
    return tx.rows<ListPlaces>(places, [itemIds]);
  }

  /** One page of the part of a list that the reader sees. */
  list(read: Read, actor: Actor, asked: Asked & { readonly query: Query }): Promise<string> {
    const { item, query } = asked;
    const { state, q, limit, after } = query;
    const reach = listReach(actor, item);
    const narrowings = [
      where('item', item.itemId, (place) => `e.item_id = ${place}::uuid`),
      where('state', state, (place) => `e.state = ${place}`),
      where('school', reach === 'school' ? actor.schoolId : null, (place) => `e.organisation_id = ${place}::uuid`),
      where('self', reach === 'self' ? actor.personId : null, (place) => `e.person_id = ${place}::uuid`),
      search(q, `e.person_code || ' ' || e.person_name`),
    ];
    const list = state === 'waiting' ? inOrder : listing;
    return listPage(read, list, { narrowings, limit, after, given: readerOf(actor, asked) });
  }

  /** One row, for whoever has just changed it. */
  async one(read: Read, actor: Actor, asked: Asked & { readonly personId: PersonId }) {
    const text = `SELECT (${listing.item})::text FROM (SELECT * FROM ${from}
      WHERE e.item_id = $1 AND e.person_id = $7) f`;
    const values = [asked.item.itemId, ...readerOf(actor, asked), asked.personId];
    return orNotFound(await read.text(statement('programme-enrolment-one', text), values));
  }
}
