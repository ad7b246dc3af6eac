import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { History, orNotFound, statement, type Tx } from '@qinglan/api-platform';
import type { Id } from '@qinglan/domain';

// The trigger of `pairing` takes the same lock, shared: whoever begins a pairing with a mentor of the cohort waits, and
// whoever began one before is waited for.
const lock = statement('growth-cohort-lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7311))');
const close = statement(
  'growth-cohort-close',
  'INSERT INTO cohort_closure (cohort, closed_at, closed_by) VALUES ($1, $2, $3) RETURNING id',
);

/** The only writer of `cohort_closure`. */
@Injectable()
export class CohortStore {
  constructor(private readonly history: History) {}

  /** No pairing of the cohort begins, and nobody else closes it, until the transaction ends. */
  async lock(tx: Tx, cohort: string): Promise<void> {
    await tx.run(lock, [cohort]);
  }

  async close(tx: Tx, cohort: string, by: By): Promise<void> {
    const made = await tx.row<{ readonly id: Id<'CohortClosure'> }>(close, [cohort, by.at.toString(), by.actorId]);
    await this.history.add(tx, by, [{ subjectId: orNotFound(made).id, act: 'cohort.closed', detail: { cohort } }]);
  }
}
