import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { SentEntryChange, SentHeadingChange } from '@qinglan/contracts';
import type { EntryChange, HeadingChange, ObservationId, PersonId, Temporal } from '@qinglan/domain';

const add = statement(
  'mentoring-observation-change-add',
  `INSERT INTO observation_change (observation_id, change_id, by_id, received_at, is_amendment, at, entry_id, based_on, kind,
     text, licc, tags, is_removed, field, value)
   SELECT $1, c."changeId", $3, $4, $5, c.at, c."entryId", c."basedOn", c.kind, c.text, c.view, coalesce(c.tags, '{}'),
     coalesce(c."isRemoved", false), c.field, c.value
   FROM jsonb_to_recordset($2::jsonb) AS c ("changeId" uuid, at timestamptz, "entryId" uuid, "basedOn" uuid, kind text,
     text text, view text, tags text[], "isRemoved" boolean, field text, value jsonb)
   ON CONFLICT ON CONSTRAINT observation_change_pk DO NOTHING`,
);
const all = statement(
  'mentoring-observation-changes',
  `SELECT c.change_id AS "changeId", c.by_id AS "byId", by.name AS by, c.received_at AS "receivedAt",
     c.is_amendment AS "isAmendment", c.at, c.entry_id AS "entryId", c.based_on AS "basedOn", c.kind, c.text, c.licc AS view,
     c.tags, c.is_removed AS "isRemoved", c.field, c.value
   FROM observation_change c JOIN party by ON by.id = c.by_id WHERE c.observation_id = $1 ORDER BY c.number`,
);

/** Who wrote a change, when it came, and whether it came after the submission. */
interface Arrived {
  readonly byId: PersonId;
  readonly by: string;
  readonly receivedAt: Temporal.Instant;
  readonly isAmendment: boolean;
}
/** A remark that was written. */
export type KeptEntryChange = EntryChange & Arrived & { readonly field: null };
/** A field of the heading that was written. */
export type KeptHeadingChange = HeadingChange & Arrived & { readonly entryId: null };
/** Anything that was written. */
export type KeptChange = KeptEntryChange | KeptHeadingChange;

/** What was sent, by whom and when. */
export interface SentChanges {
  readonly entries: readonly SentEntryChange[];
  readonly heading: readonly SentHeadingChange[];
  readonly byId: PersonId;
  readonly at: Temporal.Instant;
  readonly isAmendment: boolean;
}

/** Is it a remark, or a field of the heading? */
export const isEntry = (change: KeptChange): change is KeptEntryChange => change.field === null;

/** The only writer of `observation_change`: nothing in it is ever changed. */
@Injectable()
export class ObservationChangeStore {
  /** Keeps what is new of it and tells how many that were; what is known already stays as it came first. */
  add(tx: Tx, observationId: ObservationId, sent: SentChanges): Promise<number> {
    const rows = JSON.stringify([...sent.entries, ...sent.heading]);
    return tx.run(add, [observationId, rows, sent.byId, sent.at.toString(), sent.isAmendment]);
  }

  /** Everything that was written, as it came. */
  async all(read: Read, observationId: ObservationId): Promise<readonly KeptChange[]> {
    const rows = await read.rows<KeptChange & { readonly at: unknown }>(all, [observationId]);
    return rows.map((row) => ({ ...row, at: String(row.at) }) as KeptChange);
  }
}
