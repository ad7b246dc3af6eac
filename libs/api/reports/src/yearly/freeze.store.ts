import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { PersonId, YearlyIssueId } from '@qinglan/domain';
import type { By } from './draft.store';

const add = statement(
  'yearly-freeze-add',
  `INSERT INTO yearly_freeze (id, year, number, reason, asked_at, asked_by) VALUES ($1, $2, $3, $4, $5, $6)`,
);
const find = statement(
  'yearly-freeze-find',
  `SELECT f.id, f.year, f.number, f.reason, f.state, f.asked_by AS "askedById", p.name AS "askedBy"
   FROM yearly_freeze f JOIN person p ON p.id = f.asked_by WHERE f.id = $1`,
);
const claim = statement(
  'yearly-freeze-claim',
  `UPDATE yearly_freeze SET state = 'running' WHERE id = $1 AND state IN ('queued', 'running')`,
);
const move = statement(
  'yearly-freeze-move',
  `UPDATE yearly_freeze SET step = $2, done = $3, total = $4 WHERE id = $1 AND state = 'running'`,
);
const end = statement(
  'yearly-freeze-end',
  `UPDATE yearly_freeze SET state = $2, failure = $3, step = CASE WHEN $2 = 'done' THEN 'finished' ELSE step END,
     done = CASE WHEN $2 = 'done' THEN total ELSE done END
   WHERE id = $1 AND state IN ('queued', 'running')`,
);
const unfinished = statement(
  'yearly-freezes-unfinished',
  `SELECT id FROM yearly_freeze WHERE state IN ('queued', 'running') ORDER BY asked_at`,
);

/** What a freeze was asked for. */
export interface FreezeRow {
  readonly id: YearlyIssueId;
  readonly year: number;
  readonly number: number;
  readonly reason: string | null;
  readonly state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly askedById: PersonId;
  readonly askedBy: string;
}

/** How far a freeze is. */
export interface FreezeStep {
  readonly step: 'numbers' | 'rows' | 'hash' | 'files';
  readonly done: number;
  readonly total: number;
}

/** Says how far the work is; throws once nobody wants it any more. */
export type Going = (step: FreezeStep) => Promise<void>;

/** How a freeze ended. */
export type FreezeEnd =
  | { readonly state: 'done' | 'cancelled' }
  | { readonly state: 'failed'; readonly failure: { readonly kind: string; readonly detail: string } };

/** The only writer of `yearly_freeze`. */
@Injectable()
export class FreezeStore {
  async add(tx: Tx, freeze: Pick<FreezeRow, 'id' | 'year' | 'number' | 'reason'>, { at, actorId }: By): Promise<void> {
    await tx.run(add, [freeze.id, freeze.year, freeze.number, freeze.reason, at.toString(), actorId]);
  }

  find(read: Read, id: YearlyIssueId): Promise<FreezeRow | null> {
    return read.row<FreezeRow>(find, [id]);
  }

  /** Whether it is still to be run. */
  async claim(tx: Tx, id: YearlyIssueId): Promise<boolean> {
    return (await tx.run(claim, [id])) === 1;
  }

  /** Whether it runs on: false once it was cancelled. */
  async move(tx: Tx, id: YearlyIssueId, { step, done, total }: FreezeStep): Promise<boolean> {
    return (await tx.run(move, [id, step, done, total])) === 1;
  }

  /** Whether it ended now; false where it had ended already. */
  async end(tx: Tx, id: YearlyIssueId, how: FreezeEnd): Promise<boolean> {
    const failure = how.state === 'failed' ? JSON.stringify(how.failure) : null;
    return (await tx.run(end, [id, how.state, failure])) === 1;
  }

  async unfinished(read: Read): Promise<readonly string[]> {
    return (await read.rows<{ readonly id: string }>(unfinished)).map(({ id }) => id);
  }
}
