import { Injectable } from '@nestjs/common';
import { constraintOf, type Read, Refused, type SpokenLanguage, statement, type Tx } from '@qinglan/api-platform';
import type { askRowExport, InputOf } from '@qinglan/contracts';
import { exportKeptDays, type Id, type PersonId, type RowScope, type SchoolId, type Temporal } from '@qinglan/domain';

const add = statement(
  'row-export-add',
  `INSERT INTO row_export (id, asked_by, asked_at, school_id, request, kept_until) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (id) DO NOTHING`,
);
const same = statement(
  'row-export-same',
  'SELECT 1 FROM row_export WHERE id = $1 AND asked_by = $2 AND school_id IS NOT DISTINCT FROM $3 AND request = $4::jsonb',
);
const find = statement(
  'row-export-find',
  `SELECT id, asked_by AS "askedBy", school_id AS "schoolId", request, state FROM row_export WHERE id = $1`,
);
const claim = statement(
  'row-export-claim',
  `UPDATE row_export x SET state = 'running', done = 0
   FROM (SELECT id, state FROM row_export WHERE id = $1 AND state IN ('queued', 'running') FOR UPDATE) AS before
   WHERE x.id = before.id RETURNING before.state`,
);
const move = statement(
  'row-export-move',
  `UPDATE row_export SET done = $2, total = $3 WHERE id = $1 AND state = 'running'`,
);
const end = statement(
  'row-export-end',
  `UPDATE row_export SET state = $2, bytes = $3, kept_until = $4 WHERE id = $1 AND state IN ('queued', 'running')`,
);
const unfinished = statement(
  'row-exports-unfinished',
  `SELECT id FROM row_export WHERE state IN ('queued', 'running') ORDER BY asked_at`,
);
const addPart = statement(
  'row-export-part-add',
  'INSERT INTO row_export_part (export_id, place, content) VALUES ($1, $2, $3)',
);
const dropParts = statement('row-export-parts-drop', 'DELETE FROM row_export_part WHERE export_id = $1');
const dropOld = statement(
  'row-exports-drop-old',
  `DELETE FROM row_export WHERE kept_until < $1 AND state NOT IN ('queued', 'running')`,
);

/** The id of a file of rows. */
export type RowExportId = Id<'RowExport'>;

/** Which rows were asked for, as what, in which language. */
export type ExportRequest = InputOf<typeof askRowExport>['body'] & { readonly language: SpokenLanguage };

/** A file that was asked for. */
export interface RowExportRow {
  readonly id: RowExportId;
  readonly askedBy: PersonId;
  /** Whose rows; null: every school's. */
  readonly schoolId: SchoolId | null;
  readonly request: ExportRequest;
  readonly state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
}

/** How a file ended, and when. */
export interface ExportEnd {
  readonly state: 'done' | 'cancelled' | 'failed';
  readonly bytes: number | null;
  readonly at: Temporal.Instant;
}

const keptFrom = (at: Temporal.Instant) => at.add({ hours: exportKeptDays * 24 }).toString();

/** Whose rows a file holds. */
export const schoolOf = (scope: RowScope): SchoolId | null => (scope.kind === 'all' ? null : scope.schoolId);

/** The only writer of `row_export` and `row_export_part`. */
@Injectable()
export class ExportStore {
  /** Whether it was asked for now; the same sent again is not, and another under the same id is refused. */
  async add(tx: Tx, wanted: Omit<RowExportRow, 'state'>, at: Temporal.Instant): Promise<boolean> {
    const { id, askedBy, schoolId } = wanted;
    const request = JSON.stringify(wanted.request);
    if ((await tx.row(find, [id])) === null) {
      const made = tx.run(add, [id, askedBy, at.toString(), schoolId, request, keptFrom(at)]);
      if ((await made.catch(this.refused)) === 1) return true;
    }
    if ((await tx.row(same, [id, askedBy, schoolId, request])) === null) throw new Refused('id-taken');
    return false;
  }

  find(read: Read, id: RowExportId): Promise<RowExportRow | null> {
    return read.row<RowExportRow>(find, [id]);
  }

  /** Whether it is still to be made; what an earlier life of the server kept of it goes. */
  async claim(tx: Tx, id: RowExportId): Promise<boolean> {
    const before = await tx.row<{ readonly state: string }>(claim, [id]);
    if (before?.state === 'running') await this.dropParts(tx, id);
    return before !== null;
  }

  /** Whether it goes on: false once it was cancelled. */
  async move(tx: Tx, id: RowExportId, { done, total }: { readonly done: number; readonly total: number }) {
    return (await tx.run(move, [id, done, total])) === 1;
  }

  /** Whether it ended now; false where it had ended already. Of what was not made nothing stays. */
  async end(tx: Tx, id: RowExportId, { state, bytes, at }: ExportEnd): Promise<boolean> {
    const isEnded = (await tx.run(end, [id, state, bytes, keptFrom(at)])) === 1;
    if (isEnded && state !== 'done') await this.dropParts(tx, id);
    return isEnded;
  }

  async unfinished(read: Read): Promise<readonly string[]> {
    return (await read.rows<{ readonly id: string }>(unfinished)).map(({ id }) => id);
  }

  async addPart(tx: Tx, id: RowExportId, { place, content }: { readonly place: number; readonly content: Buffer }) {
    await tx.run(addPart, [id, place, content]);
  }

  async dropParts(tx: Tx, id: RowExportId): Promise<void> {
    await tx.run(dropParts, [id]);
  }

  /** Removes what was kept long enough, and tells how many. */
  dropOld(tx: Tx, now: Temporal.Instant): Promise<number> {
    return tx.run(dropOld, [now.toString()]);
  }

  private readonly refused = (error: unknown): never => {
    if (constraintOf(error) === 'row_export_one') throw new Refused('export-running');
    throw error;
  };
}
