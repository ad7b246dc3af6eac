import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import { type Asked, boardStatement, itemsOf, pairingsOf, valuesOf } from './board.sql';

// Only what can lack something is looked at: most lessons of a year are verified.
const lack = boardStatement(
  'year',
  (narrow) => `lessons AS MATERIALIZED (
    SELECT e.lesson_id, min(e.starts_at) AS starts_at FROM report_board_lesson e
    WHERE e.starts_at >= $1 AND e.starts_at < least($2, $4::date + 1) AND e.state IN ('ended', 'missed', 'interrupted')
      AND e.lack IS NOT NULL AND ${narrow.end} GROUP BY e.lesson_id
  ), ${pairingsOf(narrow)}, ${itemsOf(narrow)}, counts AS (
    SELECT (SELECT count(*) FROM lessons) AS lessons, (SELECT count(*) FROM ran WHERE NOT has_met) AS pairings,
      (SELECT count(*) FROM held WHERE lacks <> '{}') AS items
  )
  SELECT json_build_object('year', $6::integer, 'lessons', lessons, 'pairings', pairings, 'items', items,
    'total', lessons + pairings + items,
    'month', to_char(greatest(
      (SELECT max((starts_at AT TIME ZONE 'Asia/Shanghai')::date) FROM lessons),
      (SELECT max(least(last_day, $4)) FROM held WHERE lacks <> '{}')), 'YYYY-MM'))::text FROM counts`,
);

/** What a year lacks in all. */
@Injectable()
export class YearLack {
  async read(read: Read, asked: Asked, year: number): Promise<string> {
    return orNotFound(await read.text(asked.schoolId ? lack.school : lack.all, [...valuesOf(asked), year]));
  }
}
