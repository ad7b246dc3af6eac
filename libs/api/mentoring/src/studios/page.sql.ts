import { cursorSql } from '@qinglan/api-scheduling';

interface PageParts {
  /** Finds rows of one table, beyond the cursor. */
  readonly found: string;
  /** Columns that order the rows and together tell them apart, as an index has them. */
  readonly order: string;
  /** The text that names the last row shown. */
  readonly cursor: string;
  /** JSON over a row `f` and what `joins` adds. */
  readonly item: string;
  readonly joins: string;
}

/** One page as JSON that Postgres writes: at most `$1` rows, and where the next page begins. */
export const pageSql = ({ found, order, cursor, item, joins }: PageParts): string => `
  WITH found AS (${found} ORDER BY ${order} LIMIT $1::integer + 1),
  placed AS (SELECT found.*, row_number() OVER (ORDER BY ${order}) AS nth_row, count(*) OVER () AS rows_found FROM found)
  SELECT json_build_object(
    'items', coalesce(json_agg(${item} ORDER BY f.nth_row) FILTER (WHERE f.nth_row <= $1::integer), '[]'::json),
    'next', max(${cursorSql(cursor)}) FILTER (WHERE f.nth_row = $1::integer AND f.rows_found > $1::integer))::text
  FROM placed f ${joins}`;
