import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { Temporal, YearlyIssueId } from '@qinglan/domain';
import type { FreezeRow } from './freeze.store';

const add = statement(
  'yearly-issue-add',
  `INSERT INTO yearly_issue (id, year, number, frozen_at, frozen_by, reason, change_count, canonical, hash)
   VALUES ($1, $2, $3, $4, $5, $6, 0, '', '')`,
);
const seal = statement(
  'yearly-issue-seal',
  'UPDATE yearly_issue SET canonical = $2, hash = $3, change_count = $4 WHERE id = $1',
);
const issue = statement('yearly-issue-issue', 'UPDATE yearly_issue SET issued_at = $2 WHERE id = $1');
const drop = statement(
  'yearly-issue-drop',
  'DELETE FROM yearly_issue WHERE year = $1 AND issued_at IS NULL AND id <> $2',
);
// A year of rows takes longer to go than a request may otherwise ask of the database.
const unhurried = statement('yearly-issue-drop-unhurried', 'SET LOCAL statement_timeout = 600000');
const addFile = statement(
  'yearly-file-add',
  `INSERT INTO yearly_file (issue_id, name, position, kind, language, content, sha256, failure)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (issue_id, name) DO NOTHING`,
);
const fillFile = statement(
  'yearly-file-fill',
  `UPDATE yearly_file SET content = $3, sha256 = $4, failure = NULL, made_later_at = $5
   WHERE issue_id = $1 AND name = $2 AND content IS NULL`,
);
const missingFiles = statement(
  'yearly-files-missing',
  'SELECT name FROM yearly_file WHERE issue_id = $1 AND content IS NULL',
);
const fileNames = statement('yearly-file-names', 'SELECT name FROM yearly_file WHERE issue_id = $1');

/** A file as it is stored: its bytes and their hash, or why there are none. */
export interface StoredFile {
  readonly name: string;
  readonly position: number;
  readonly kind: 'pdf' | 'xlsx' | 'csv';
  readonly language: string | null;
  readonly content: Buffer | null;
  readonly sha256: string | null;
  readonly failure: string | null;
}

const noIssue = '00000000-0000-0000-0000-000000000000';

/** The only writer of `yearly_issue` and `yearly_file`. */
@Injectable()
export class IssueStore {
  /** Begins an issue, in the transaction that seals it. */
  async begin(tx: Tx, { id, year, number, reason, askedBy }: FreezeRow, at: Temporal.Instant): Promise<void> {
    await tx.run(add, [id, year, number, at.toString(), askedBy, reason]);
  }

  async seal(
    tx: Tx,
    id: YearlyIssueId,
    sealed: { readonly canonical: string; readonly hash: string; readonly changes: number },
  ): Promise<void> {
    await tx.run(seal, [id, sealed.canonical, sealed.hash, sealed.changes]);
  }

  /** From now on it is seen, and does not change. */
  async issue(tx: Tx, id: YearlyIssueId, at: Temporal.Instant): Promise<void> {
    await tx.run(issue, [id, at.toString()]);
  }

  /** Removes what was being frozen and came to no end, but for one. */
  async dropUnissued(tx: Tx, year: number, except: YearlyIssueId | null = null): Promise<void> {
    await tx.run(unhurried);
    await tx.run(drop, [year, except ?? noIssue]);
  }

  /** Stored once: what is there already stays. */
  async addFile(tx: Tx, id: YearlyIssueId, file: StoredFile): Promise<void> {
    const { name, position, kind, language, content, sha256, failure } = file;
    await tx.run(addFile, [id, name, position, kind, language, content, sha256, failure]);
  }

  /** Bytes that were missing, once. */
  async fillFile(
    tx: Tx,
    id: YearlyIssueId,
    file: Pick<StoredFile, 'name'> & { content: Buffer; sha256: string; at: Temporal.Instant },
  ): Promise<void> {
    await tx.run(fillFile, [id, file.name, file.content, file.sha256, file.at.toString()]);
  }

  /** The files that could not be made. */
  async missingFiles(read: Read, id: YearlyIssueId): Promise<ReadonlySet<string>> {
    const rows = await read.rows<{ readonly name: string }>(missingFiles, [id]);
    return new Set(rows.map(({ name }) => name));
  }

  async fileNames(read: Read, id: YearlyIssueId): Promise<ReadonlySet<string>> {
    const rows = await read.rows<{ readonly name: string }>(fileNames, [id]);
    return new Set(rows.map(({ name }) => name));
  }
}
