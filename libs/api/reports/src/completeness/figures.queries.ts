import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import { type Asked, boardStatement, countsOf, endsOf, itemsOf, pairingsOf, valuesOf } from './board.sql';

const share = (expected: string, lacking: string): string =>
  `json_build_object('expected', ${expected}, 'lacking', ${lacking})`;

const figures = boardStatement(
  'figures',
  (narrow) => `${endsOf(narrow)}, ${pairingsOf(narrow)}, ${itemsOf(narrow)}, ${countsOf(narrow)}
  SELECT json_build_object('month', $6::text, 'firstDay', $3::date, 'lastDay', $7::date, 'isRunning', $4::date < $7::date,
    'schools', (SELECT ${share('count(*)', 'count(*) FILTER (WHERE missing > 0)')} FROM counts),
    'lessons', (SELECT ${share('count(DISTINCT lesson_id)', 'count(DISTINCT lesson_id) FILTER (WHERE lack IS NOT NULL)')}
      FROM ends),
    'pairings', (SELECT ${share('count(*)', 'count(*) FILTER (WHERE NOT has_met)')} FROM ran),
    'items', (SELECT ${share('count(*)', `count(*) FILTER (WHERE lacks <> '{}')`)} FROM held))::text`,
);

/** What a month lacks in all. */
@Injectable()
export class CompletenessFigures {
  async read(read: Read, asked: Asked, month: { readonly name: string; readonly lastDay: string }): Promise<string> {
    const values = [...valuesOf(asked), month.name, month.lastDay];
    return orNotFound(await read.text(asked.schoolId ? figures.school : figures.all, values));
  }
}
