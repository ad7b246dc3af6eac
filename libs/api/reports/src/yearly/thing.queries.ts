import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { listYearlyIssueThings, ReplyOf } from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import type { FrozenRow } from './issue-row.queries';

/** Which numeral of which issue. */
export interface Frozen {
  readonly id: YearlyIssueId;
  readonly key: string;
}

type Reply = ReplyOf<typeof listYearlyIssueThings>;

const things = statement(
  'yearly-issue-things',
  `WITH page AS (SELECT t.* FROM yearly_issue_thing t WHERE t.issue_id = $1 AND t.key = $2 AND t.place > $3
     ORDER BY t.place LIMIT $4::integer + 1)
   SELECT json_build_object('column', c.field, 'things', c.things, 'rows', c.row_count, 'unknownRows', c.unknown_rows,
     'items', (SELECT coalesce(json_agg(json_build_object('value', p.place::text, 'label', p.label,
       'rows', cardinality(p.row_ids), 'firstDay', p.first_day, 'lastDay', p.last_day, 'certainty', p.certainty)
       ORDER BY p.place) FILTER (WHERE p.place <= $3 + $4::integer), '[]') FROM page p),
     'next', (SELECT CASE WHEN count(*) > $4::integer THEN ($3 + $4::integer)::text END FROM page)) AS found
   FROM yearly_issue_counted c WHERE c.issue_id = $1 AND c.key = $2`,
);
const rows = statement(
  'yearly-issue-thing-rows',
  `SELECT u.place::integer AS place, json_build_object('source', r.source, 'id', r.id, 'certainty', r.certainty,
     'label', r.label, 'firstDay', r.first_day, 'lastDay', r.last_day, 'fields', r.fields) AS row
   FROM yearly_issue_thing t CROSS JOIN LATERAL unnest(t.row_ids) WITH ORDINALITY AS u (row_id, place)
   JOIN yearly_issue_row r ON r.issue_id = t.issue_id AND r.source = t.source AND r.id = u.row_id::text
   WHERE t.issue_id = $1 AND t.key = $2 AND t.place = $3 AND u.place > $4 ORDER BY u.place LIMIT $5`,
);

/** Reads of what a frozen numeral counts once each; places begin at 1. */
@Injectable()
export class ThingQueries {
  /** Null where the numeral counts rows, or was frozen before things were kept. */
  async page(read: Read, { id, key }: Frozen, from: { readonly after: number; readonly limit: number }) {
    const found = await read.row<{ readonly found: Reply }>(things, [id, key, from.after, from.limit]);
    return found?.found ?? null;
  }

  /** Rows of one of them behind a place. */
  rows(
    read: Read,
    { id, key, of }: Frozen & { readonly of: number },
    from: { readonly after: number; readonly limit: number },
  ): Promise<readonly { readonly place: number; readonly row: FrozenRow }[]> {
    return read.rows(rows, [id, key, of, from.after, from.limit]);
  }
}
