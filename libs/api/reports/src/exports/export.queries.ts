import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { RowExportView } from '@qinglan/contracts';
import type { PersonId, Temporal } from '@qinglan/domain';
import type { RowExportId } from './export.store';

const exportJson = `json_build_object('id', x.id, 'key', x.request ->> 'key', 'year', (x.request ->> 'year')::integer,
  'as', x.request ->> 'as', 'state', x.state, 'done', x.done, 'total', x.total, 'bytes', x.bytes, 'askedAt', x.asked_at,
  'keptUntil', x.kept_until)`;
const one = statement('row-export', `SELECT ${exportJson} AS shown FROM row_export x WHERE x.id = $1`);
const kept = statement('row-export-kept', 'SELECT 1 FROM row_export WHERE id = $1 AND kept_until >= $2');
const own = statement(
  'row-exports',
  `SELECT json_build_object('items', coalesce(json_agg(${exportJson} ORDER BY x.asked_at DESC, x.id), '[]'))::text
   FROM (SELECT * FROM row_export WHERE asked_by = $1 AND kept_until >= $2 ORDER BY asked_at DESC LIMIT 50) x`,
);
const part = statement('row-export-part', 'SELECT content FROM row_export_part WHERE export_id = $1 AND place = $2');

/** Reads of files of rows. */
@Injectable()
export class ExportQueries {
  async shown(read: Read, id: RowExportId): Promise<RowExportView> {
    return orNotFound(await read.row<{ readonly shown: RowExportView }>(one, [id])).shown;
  }

  /** Whether it is not yet to be removed. */
  async isKept(read: Read, id: RowExportId, now: Temporal.Instant): Promise<boolean> {
    return (await read.row(kept, [id, now.toString()])) !== null;
  }

  async own(read: Read, personId: PersonId, now: Temporal.Instant): Promise<string> {
    return orNotFound(await read.text(own, [personId, now.toString()]));
  }

  /** A part of the bytes; null behind the last one. */
  async part(read: Read, id: RowExportId, place: number): Promise<Buffer | null> {
    return (await read.row<{ readonly content: Buffer }>(part, [id, place]))?.content ?? null;
  }
}
