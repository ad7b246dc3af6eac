import { Injectable } from '@nestjs/common';
import { Refused, statement, Transactions } from '@qinglan/api-platform';

const list = statement(
  'register-import-list',
  `WITH listed AS (
     SELECT i.id, i.at, p.name AS by, i.files, i.created, i.changed
     FROM register_import i LEFT JOIN person p ON p.id = i.actor_id
     WHERE $2::timestamptz IS NULL OR (i.at, i.id) < ($2, $3::uuid)
     ORDER BY i.at DESC, i.id DESC LIMIT $1 + 1
   ), shown AS (SELECT * FROM listed ORDER BY at DESC, id DESC LIMIT $1)
   SELECT json_build_object(
     'items', coalesce((SELECT json_agg(s ORDER BY s.at DESC, s.id DESC) FROM shown s), '[]'),
     'next', CASE WHEN (SELECT count(*) FROM listed) > $1
       THEN (SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' || id FROM shown ORDER BY at, id LIMIT 1) END
   )::text`,
);

const cursorShape = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor is opaque to callers; one that we did not write is refused. */
function readCursor(after: string | undefined): readonly [string | null, string | null] {
  if (after === undefined) return [null, null];
  const [, at, id] = cursorShape.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  if (!at || !id) throw new Refused('invalid-input', { errors: [{ pointer: '#/query/after', detail: 'cursor' }] });
  return [at, id];
}

/** The imports that were applied, newest first. */
@Injectable()
export class ImportQueries {
  constructor(private readonly transactions: Transactions) {}

  async list({ limit, after }: { limit: number; after?: string | undefined }) {
    const text = await this.transactions.read((read) => read.text(list, [limit, ...readCursor(after)]));
    const page = JSON.parse(text ?? '{"items":[],"next":null}') as { items: unknown[]; next: string | null };
    return { ...page, next: page.next && Buffer.from(page.next).toString('base64url') };
  }
}
