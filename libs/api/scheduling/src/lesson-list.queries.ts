import { Injectable } from '@nestjs/common';
import type { InputOf, listLessons } from '@qinglan/contracts';
import { type Read, type Statement, statement } from '@qinglan/api-platform';
import { type Actor, before, seesEverything, Temporal } from '@qinglan/domain';
import { cursorId, cursorInstant, cursorInstantSql, cursorSql, readCursor } from './cursor';
import { lessonCardJoins, lessonCardsJson } from './lesson-card.sql';

type Asked = InputOf<typeof listLessons>['query'];

// $1 limit, $2 and $3 where the page begins, $4 where the span ends, $5 the state, $6 and $7 who it is narrowed to.
// The span's beginning is folded into $2: of two lower bounds Postgres would take the wrong one and filter by the other.
const branch = (whose: string): string => `(
  SELECT l.* FROM lesson l
  WHERE ${whose} (l.starts_at, l.id) > ($2::timestamptz, $3::uuid) AND l.starts_at < $4
  ORDER BY l.starts_at, l.id LIMIT $1 + 1)`;

const last = cursorSql(`${cursorInstantSql('starts_at')} || '|' || id`);

// A lesson has two schools, and an OR over two indexes is read by neither in order: so each index is read by itself.
const list = (name: string, ...branches: readonly string[]): Statement =>
  statement(
    name,
    `WITH found AS (${branches.map(branch).join(' UNION ALL ')}),
     shown AS (SELECT * FROM found ORDER BY starts_at, id LIMIT $1)
     SELECT concat('{"items":', (SELECT ${lessonCardsJson} FROM shown l ${lessonCardJoins}),
       ',"next":', CASE WHEN (SELECT count(*) FROM found) > $1 THEN
         (SELECT to_json(${last}) FROM shown ORDER BY starts_at DESC, id DESC LIMIT 1)::text ELSE 'null' END, '}')`,
  );

const narrowings = {
  all: [''],
  school: ['l.presenting_school_id = $6::uuid AND', 'l.receiving_school_id = $6::uuid AND'],
  pair: [
    'l.presenting_school_id = $6::uuid AND l.receiving_school_id = $7::uuid AND',
    'l.presenting_school_id = $7::uuid AND l.receiving_school_id = $6::uuid AND',
  ],
  mine: [
    'l.presenter_id = $6::uuid AND l.presenting_school_id = $7::uuid AND',
    'l.local_teacher_id = $6::uuid AND l.receiving_school_id = $7::uuid AND',
  ],
} as const;
type Narrowing = keyof typeof narrowings;

/** A statement for lessons in any state and one for lessons in a state, which has an index of its own. */
const statementsOf = (narrowing: Narrowing) => {
  const branches = narrowings[narrowing];
  return {
    any: list(`scheduling-lessons-${narrowing}`, ...branches.map((whose) => `${whose} $5::text IS NULL AND`)),
    inState: list(`scheduling-lessons-${narrowing}-state`, ...branches.map((whose) => `${whose} l.state = $5 AND`)),
  };
};
const statements = {
  all: statementsOf('all'),
  school: statementsOf('school'),
  pair: statementsOf('pair'),
  mine: statementsOf('mine'),
};

/** Which lessons an actor is shown: everything, a school's, what two schools share, or the own ones. */
function narrowed(actor: Actor, asked: Asked): readonly [Narrowing, ...string[]] {
  if (asked.mine) return ['mine', actor.personId, actor.schoolId];
  const { schoolId } = asked;
  if (seesEverything(actor)) return schoolId ? ['school', schoolId] : ['all'];
  if (!schoolId || schoolId === actor.schoolId) return ['school', actor.schoolId];
  return ['pair', actor.schoolId, schoolId];
}

const cursorShape = new RegExp(`^${cursorInstant}\\|${cursorId}$`);
const beforeAny = '00000000-0000-0000-0000-000000000000';

/** The later of the cursor and the span's beginning. */
function beginningOf({ after, from }: Asked): readonly (string | undefined)[] {
  if (after === undefined) return [from ?? '-infinity', beforeAny];
  const [at = '', id] = readCursor(after, cursorShape);
  return from !== undefined && before(Temporal.Instant.from(at), Temporal.Instant.from(from))
    ? [from, beforeAny]
    : [at, id];
}

/** Lessons in a span of time, narrowed to what the actor may see. */
@Injectable()
export class LessonListQueries {
  async page(read: Read, actor: Actor, asked: Asked): Promise<string> {
    const [narrowing, ...whose] = narrowed(actor, asked);
    const { any, inState } = statements[narrowing];
    const values = [asked.limit, ...beginningOf(asked), asked.to ?? 'infinity', asked.state ?? null, ...whose];
    return (await read.text(asked.state ? inState : any, values)) ?? '{"items":[],"next":null}';
  }
}
