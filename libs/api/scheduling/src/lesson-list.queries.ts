import { Injectable } from '@nestjs/common';
import type { InputOf, listLessons } from '@qinglan/contracts';
import { type Read, type Statement, statement } from '@qinglan/api-platform';
import { type Actor, seesEverything } from '@qinglan/domain';
import { cursorId, cursorInstant, cursorInstantSql, cursorSql, readCursor } from './cursor';
import { lessonCardJoins, lessonCardJson } from './lesson-card.sql';

type Asked = InputOf<typeof listLessons>['query'];

// $1 limit, $2 and $3 the cursor, $4 from, $5 to, $6 state, $7 and $8 who it is narrowed to.
const branch = (whose: string): string => `(
  SELECT l.* FROM lesson l
  WHERE ${whose} (l.starts_at, l.id) > ($2::timestamptz, $3::uuid) AND l.starts_at >= $4 AND l.starts_at < $5
    AND ($6::text IS NULL OR l.state = $6)
  ORDER BY l.starts_at, l.id LIMIT $1 + 1)`;

// A lesson has two schools, and an OR over two indexes is read by neither in order: so each index is read by itself.
const list = (name: string, ...branches: readonly string[]): Statement =>
  statement(
    name,
    `WITH found AS (${branches.map(branch).join(' UNION ALL ')}),
     shown AS (SELECT * FROM found ORDER BY starts_at, id LIMIT $1)
     SELECT json_build_object(
       'items', coalesce((SELECT json_agg(${lessonCardJson} ORDER BY l.starts_at, l.id) FROM shown l ${lessonCardJoins}), '[]'::json),
       'next', CASE WHEN (SELECT count(*) FROM found) > $1 THEN
         (SELECT ${cursorSql(`${cursorInstantSql('starts_at')} || '|' || id`)} FROM shown ORDER BY starts_at DESC, id DESC LIMIT 1) END)::text`,
  );

const statements = {
  all: list('scheduling-lessons-all', ''),
  school: list(
    'scheduling-lessons-school',
    'l.presenting_school_id = $7::uuid AND',
    'l.receiving_school_id = $7::uuid AND',
  ),
  pair: list(
    'scheduling-lessons-pair',
    'l.presenting_school_id = $7::uuid AND l.receiving_school_id = $8::uuid AND',
    'l.presenting_school_id = $8::uuid AND l.receiving_school_id = $7::uuid AND',
  ),
  mine: list(
    'scheduling-lessons-mine',
    'l.presenter_id = $7::uuid AND l.presenting_school_id = $8::uuid AND',
    'l.local_teacher_id = $7::uuid AND l.receiving_school_id = $8::uuid AND',
  ),
};

/** Which lessons an actor is shown: everything, a school's, what two schools share, or the own ones. */
function narrowed(actor: Actor, asked: Asked): readonly [Statement, ...string[]] {
  if (asked.mine) return [statements.mine, actor.personId, actor.schoolId];
  const { schoolId } = asked;
  if (seesEverything(actor)) return schoolId ? [statements.school, schoolId] : [statements.all];
  if (!schoolId || schoolId === actor.schoolId) return [statements.school, actor.schoolId];
  return [statements.pair, actor.schoolId, schoolId];
}

const cursorShape = new RegExp(`^${cursorInstant}\\|${cursorId}$`);
const beforeAll = ['-infinity', '00000000-0000-0000-0000-000000000000'];

/** Lessons in a span of time, narrowed to what the actor may see. */
@Injectable()
export class LessonListQueries {
  async page(read: Read, actor: Actor, asked: Asked): Promise<string> {
    const [one, ...whose] = narrowed(actor, asked);
    const after = asked.after === undefined ? beforeAll : readCursor(asked.after, cursorShape);
    const span = [asked.from ?? '-infinity', asked.to ?? 'infinity', asked.state ?? null];
    return (await read.text(one, [asked.limit, ...after, ...span, ...whose])) ?? '{"items":[],"next":null}';
  }
}
