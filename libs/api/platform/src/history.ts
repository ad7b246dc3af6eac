import { Injectable } from '@nestjs/common';
import type { PersonId, Temporal } from '@qinglan/domain';
import { statement } from './database';
import type { Tx } from './transactions';

const addHistory = statement(
  'history-add',
  `INSERT INTO history (subject_id, at, actor_id, act, detail)
   SELECT e.subject_id, $2, $3, e.act, e.detail
   FROM jsonb_to_recordset($1::jsonb) AS e (subject_id uuid, act text, detail jsonb)`,
);

/** One thing that happened to one subject. */
export interface Happening {
  readonly subjectId: string;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Keeps who did what, and when: the only writer of `history`. Nothing in it is ever changed. */
@Injectable()
export class History {
  /** `actorId` is null when the system acts by itself (an expiry, an import by command). */
  async add(
    tx: Tx,
    by: { readonly at: Temporal.Instant; readonly actorId: PersonId | null },
    what: readonly Happening[],
  ) {
    if (what.length === 0) return;
    const rows = what.map((one) => ({ subject_id: one.subjectId, act: one.act, detail: one.detail }));
    await tx.run(addHistory, [JSON.stringify(rows), by.at.toString(), by.actorId]);
  }
}
