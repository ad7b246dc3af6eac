import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { History, Outbox, statement, type Tx } from '@qinglan/api-platform';
import { MeetingHolds } from '@qinglan/api-scheduling';
import type { ItemId, MeetingPlace, PersonId, SittingId, Slot } from '@qinglan/domain';

/** A sitting as it is first written. */
export interface NewSitting extends MeetingPlace {
  readonly id: SittingId;
  readonly itemId: ItemId;
  readonly topic: string | null;
  readonly slot: Slot;
  readonly personIds: readonly PersonId[];
  readonly asked: string;
}

const add = statement(
  'sitting-add',
  `WITH arranged AS (
     INSERT INTO sitting (id, item_id, starts_at, ends_at, topic, place, meeting_link, classroom_id, arranged_by, asked)
     SELECT s.id, s."itemId", s."startsAt", s."endsAt", s.topic, s.place, s."meetingLink", s."classroomId", $3, s.asked
     FROM jsonb_to_record($1::jsonb) AS s (id uuid, "itemId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, topic text,
       place text, "meetingLink" text, "classroomId" uuid, asked text)
     RETURNING id)
   INSERT INTO sitting_person (sitting_id, person_id)
   SELECT arranged.id, p FROM arranged, unnest($2::uuid[]) AS p`,
);
const move = statement(
  'sitting-move',
  'UPDATE sitting SET starts_at = $2, ends_at = $3, reason = $4, version = version + 1 WHERE id = $1',
);
const cancel = statement(
  'sitting-cancel',
  `UPDATE sitting SET state = 'cancelled', reason = $2, version = version + 1 WHERE id = ANY($1::uuid[])`,
);
const standing = statement(
  'sitting-standing',
  `SELECT id, item_id AS "itemId" FROM sitting
   WHERE item_id = ANY($1::uuid[]) AND state = 'scheduled' AND starts_at > $2 ORDER BY id`,
);

const concerned = statement(
  'sitting-concerned',
  `SELECT person_id AS "personId" FROM enrolment WHERE item_id = ANY($2::uuid[]) AND state = 'enrolled'
   UNION SELECT person_id FROM sitting_person WHERE sitting_id = ANY($1::uuid[])`,
);

type Which = Pick<NewSitting, 'id' | 'itemId'>;

/** A reason with who gives it, and when. */
interface Said {
  /** Null where a sheet called it off, which gives none. */
  readonly reason: string | null;
  readonly by: By;
}

/** The only writer of `sitting` and of who is held by it; what they hold is written by `MeetingHolds`. The history is the item's. */
@Injectable()
export class SittingStore {
  constructor(
    private readonly history: History,
    private readonly holds: MeetingHolds,
    private readonly outbox: Outbox,
  ) {}

  async add(tx: Tx, { slot, personIds, ...sitting }: NewSitting, by: By): Promise<void> {
    await tx.run(add, [JSON.stringify({ ...sitting, ...slot }), personIds, by.actorId]);
    const detail = { sittingId: sitting.id, after: slot, people: personIds.length };
    await this.history.add(tx, by, [{ subjectId: sitting.itemId, act: 'sitting.arranged', detail }]);
  }

  async move(
    tx: Tx,
    { id, itemId }: Which,
    { before, after, reason, by }: Said & { readonly before: Slot; readonly after: Slot },
  ): Promise<void> {
    await tx.run(move, [id, after.startsAt.toString(), after.endsAt.toString(), reason]);
    await this.holds.move(tx, { sittingId: id }, after);
    const detail = { sittingId: id, before, after, reason };
    await this.history.add(tx, by, [{ subjectId: itemId, act: 'sitting.moved', detail }]);
    await this.ring(tx, [{ id, itemId }]);
  }

  async cancel(tx: Tx, sittings: readonly Which[], { reason, by }: Said): Promise<void> {
    if (sittings.length === 0) return;
    const ids = sittings.map(({ id }) => id);
    await tx.run(cancel, [ids, reason]);
    await this.holds.releaseSittings(tx, ids, by.at);
    const happened = sittings.map(({ id, itemId }) => ({
      subjectId: itemId,
      ...{ act: 'sitting.cancelled', detail: { sittingId: id, reason } },
    }));
    await this.history.add(tx, by, happened);
    await this.ring(tx, sittings);
  }

  /** Those of these items that are still to come. */
  async cancelAll(tx: Tx, itemIds: readonly ItemId[], said: Said): Promise<void> {
    if (itemIds.length === 0) return;
    await this.cancel(tx, await tx.rows<Which>(standing, [itemIds, said.by.at.toString()]), said);
  }

  /** Whoever has to hear of a change looks again at what waits. */
  private async ring(tx: Tx, sittings: readonly Which[]): Promise<void> {
    const which = [sittings.map(({ id }) => id), [...new Set(sittings.map(({ itemId }) => itemId))]];
    const rows = await tx.rows<{ readonly personId: PersonId }>(concerned, which);
    const personIds = rows.map(({ personId }) => personId);
    if (personIds.length > 0) await this.outbox.add(tx, { type: 'mentoring.changed', body: { personIds } });
  }
}
