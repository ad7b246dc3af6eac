import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { ItemId, ListedSitting, MeetingPlace, PersonId, SittingId, Slot, Temporal } from '@qinglan/domain';

/** A sitting as rules look at it. */
export interface SittingFacts extends MeetingPlace, Slot {
  readonly id: SittingId;
  readonly itemId: ItemId;
  readonly state: 'scheduled' | 'cancelled';
  readonly personIds: readonly PersonId[];
  readonly arrangedById: PersonId;
  readonly asked: string;
  readonly version: number;
}

const find = statement(
  'sitting-facts',
  `SELECT t.id, t.item_id AS "itemId", t.state, t.starts_at AS "startsAt", t.ends_at AS "endsAt", t.place,
     t.meeting_link AS "meetingLink", t.classroom_id AS "classroomId", t.arranged_by AS "arrangedById", t.asked, t.version,
     (SELECT coalesce(json_agg(p.person_id ORDER BY p.person_id), '[]') FROM sitting_person p
       WHERE p.sitting_id = t.id) AS "personIds"
   FROM sitting t WHERE t.id = $1`,
);

const toCome = statement(
  'sitting-to-come',
  `SELECT t.item_id AS "itemId", t.id AS "sittingId", t.starts_at AS "startsAt", t.ends_at AS "endsAt",
     (SELECT coalesce(json_agg(p.person_id), '[]') FROM sitting_person p WHERE p.sitting_id = t.id) AS "namedIds"
   FROM sitting t WHERE t.item_id = ANY($1::uuid[]) AND t.state = 'scheduled' AND t.starts_at > $2
   ORDER BY t.starts_at, t.id`,
);

type ToCome = Omit<ListedSitting, 'slot'> & Slot & { readonly itemId: ItemId };

/** Single sittings; who changes one has locked its item. */
@Injectable()
export class SittingQueries {
  find(read: Read, id: SittingId): Promise<SittingFacts | null> {
    return read.row<SittingFacts>(find, [id]);
  }

  /** Those that stand and are still to begin, by item. */
  async toCome(
    read: Read,
    itemIds: readonly ItemId[],
    now: Temporal.Instant,
  ): Promise<ReadonlyMap<ItemId, readonly ListedSitting[]>> {
    const rows = await read.rows<ToCome>(toCome, [itemIds, now.toString()]);
    const sittings = rows.map(({ startsAt, endsAt, ...sitting }) => ({ ...sitting, slot: { startsAt, endsAt } }));
    return Map.groupBy(sittings, ({ itemId }) => itemId);
  }

  async known(read: Read, id: SittingId): Promise<SittingFacts> {
    return orNotFound(await this.find(read, id));
  }
}
