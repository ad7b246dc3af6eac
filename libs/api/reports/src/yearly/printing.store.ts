import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { Temporal, YearlyIssueId } from '@qinglan/domain';
import type { By } from './draft.store';

const ask = statement(
  'yearly-printing-ask',
  `INSERT INTO yearly_printing (issue_id, asked_at, asked_by)
   SELECT $1, $2, $3 WHERE EXISTS (SELECT FROM yearly_file WHERE issue_id = $1 AND content IS NULL)
   ON CONFLICT (issue_id) DO UPDATE SET asked_at = excluded.asked_at, asked_by = excluded.asked_by, ended_at = NULL, failure = NULL
   WHERE yearly_printing.ended_at IS NOT NULL`,
);
const end = statement(
  'yearly-printing-end',
  'UPDATE yearly_printing SET ended_at = $2, failure = $3 WHERE issue_id = $1 AND ended_at IS NULL',
);
const unfinished = statement(
  'yearly-printings-unfinished',
  'SELECT issue_id AS id FROM yearly_printing WHERE ended_at IS NULL ORDER BY asked_at',
);

/** The only writer of `yearly_printing`. */
@Injectable()
export class PrintingStore {
  /** Whether it was asked for now: not where nothing is missing, nor while it is printed already. */
  async ask(tx: Tx, id: YearlyIssueId, { at, actorId }: By): Promise<boolean> {
    return (await tx.run(ask, [id, at.toString(), actorId])) === 1;
  }

  async end(tx: Tx, id: YearlyIssueId, how: { readonly at: Temporal.Instant; readonly failure: string | null }) {
    await tx.run(end, [id, how.at.toString(), how.failure]);
  }

  async unfinished(read: Read): Promise<readonly string[]> {
    return (await read.rows<{ readonly id: string }>(unfinished)).map(({ id }) => id);
  }
}
