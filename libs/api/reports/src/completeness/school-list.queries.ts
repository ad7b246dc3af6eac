import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import {
  type Asked,
  boardStatement,
  coordinatorsJson,
  countsOf,
  endsOf,
  itemsOf,
  pairingsOf,
  valuesOf,
} from './board.sql';
import { cursorId, cursorSql, readCursor, type Turn } from './cursor';

const share = (expected: string, lacking: string): string =>
  `json_build_object('expected', ${expected}, 'lacking', ${lacking})`;

const last = cursorSql(`missing || '|' || school_id`);
const shape = new RegExp(String.raw`^(\d{1,9})\|${cursorId}$`);
const beforeAll = ['999999999', '00000000-0000-0000-0000-000000000000'] as const;

// $6 limit, $7 and $8 where the page begins.
const list = boardStatement(
  'schools',
  (
    narrow,
  ) => `${endsOf(narrow)}, ${pairingsOf(narrow)}, ${itemsOf(narrow)}, ${countsOf(narrow)}, found AS MATERIALIZED (
    SELECT * FROM counts WHERE missing < $7::integer OR (missing = $7::integer AND school_id > $8::uuid)
    ORDER BY missing DESC, school_id LIMIT $6::integer + 1
  ), shown AS (SELECT * FROM found ORDER BY missing DESC, school_id LIMIT $6::integer)
  SELECT json_build_object('items', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'side', o.side,
      'lessons', ${share('f.lessons', 'f.lacking')}, 'pairings', ${share('f.pairings', 'f.silent')},
      'items', ${share('f.items', 'f.unknown')}, 'unsigned', f.unsigned, 'notMadeUp', f.lacking - f.unsigned,
      'percent', (f.expected - f.missing) * 100 / nullif(f.expected, 0), 'ask', ${coordinatorsJson('o.id')})
      ORDER BY f.missing DESC, f.school_id), '[]') FROM shown f JOIN report_board_school o ON o.id = f.school_id),
    'next', CASE WHEN (SELECT count(*) FROM found) > $6::integer THEN
      (SELECT ${last} FROM shown ORDER BY missing, school_id DESC LIMIT 1) END)::text`,
);

/** Schools by what they lack, most first. */
@Injectable()
export class SchoolListQueries {
  async page(read: Read, asked: Asked, { limit, after }: Turn): Promise<string> {
    const [missing, id] = after === undefined ? beforeAll : readCursor(after, shape);
    const values = [...valuesOf(asked), limit, missing, id];
    return orNotFound(await read.text(asked.schoolId ? list.school : list.all, values));
  }
}
