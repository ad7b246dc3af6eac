import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import { type Asked, boardStatement, coordinatorsJson, itemsOf, valuesOf } from './board.sql';
import { cursorDay, cursorId, cursorSql, readCursor, type Turn } from './cursor';

const last = cursorSql(`last_day || '|' || id`);
const shape = new RegExp(`^${cursorDay}\\|${cursorId}$`);
const beforeAll = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

// $6 limit, $7 and $8 where the page begins.
const list = boardStatement(
  'items',
  (narrow) => `${itemsOf(narrow)}, found AS MATERIALIZED (
    SELECT * FROM held WHERE lacks <> '{}' AND (last_day, id) > ($7::date, $8::uuid)
    ORDER BY last_day, id LIMIT $6::integer + 1
  ), shown AS (SELECT * FROM found ORDER BY last_day, id LIMIT $6::integer)
  SELECT json_build_object('items', (SELECT coalesce(json_agg(json_build_object('itemId', f.id, 'code', f.code,
      'title', f.title, 'category', f.category, 'categoryWords', f.category_words, 'ordinal', f.ordinal,
      'firstDay', f.first_day, 'lastDay', f.last_day, 'host', host.name, 'sender', sender.name, 'lacks', f.lacks,
      'ask', ${coordinatorsJson('coalesce(f.host_id, f.sender_id)')}) ORDER BY f.last_day, f.id), '[]')
    FROM shown f LEFT JOIN report_board_school host ON host.id = f.host_id
    LEFT JOIN report_board_school sender ON sender.id = f.sender_id),
    'next', CASE WHEN (SELECT count(*) FROM found) > $6::integer THEN
      (SELECT ${last} FROM shown ORDER BY last_day DESC, id DESC LIMIT 1) END)::text`,
);

/** Programme items of the month of which something is not known. */
@Injectable()
export class LackingItemQueries {
  async page(read: Read, asked: Asked, { limit, after }: Turn): Promise<string> {
    const beginning = after === undefined ? beforeAll : readCursor(after, shape);
    return orNotFound(
      await read.text(asked.schoolId ? list.school : list.all, [...valuesOf(asked), limit, ...beginning]),
    );
  }
}
