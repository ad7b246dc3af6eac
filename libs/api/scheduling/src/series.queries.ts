import { Injectable } from '@nestjs/common';
import type { InputOf, listSeries } from '@qinglan/contracts';
import { type Read, type Statement, statement } from '@qinglan/api-platform';
import { type Actor, seesEverything, type SeriesId } from '@qinglan/domain';
import { cursorId, cursorSql, readCursor } from './cursor';
import { partyName, schoolLabelJson } from './lesson-card.sql';
import type { SeriesFacts } from './series.facts';

type Asked = InputOf<typeof listSeries>['query'];

const draftFields = `s.code, s.term_code AS "termCode", s.kind, s.subject,
  s.presenting_school_id AS "presentingSchoolId", s.receiving_school_id AS "receivingSchoolId",
  s.presenter_id AS "presenterId", s.presenting_class_id AS "presentingClassId",
  s.presenting_classroom_id AS "presentingClassroomId", s.local_teacher_id AS "localTeacherId",
  s.receiving_class_id AS "receivingClassId", s.receiving_classroom_id AS "receivingClassroomId",
  s.weekday, s.period, s.weeks, s.minutes, s.skip_weeks AS "skipWeeks", s.choices`;
const facts = `SELECT s.id AS "seriesId", s.version, ${draftFields},
    ARRAY(SELECT l.state FROM lesson l WHERE l.series_id = s.id) AS states
  FROM series s WHERE s.id = $1`;
const find = statement('scheduling-series', facts);
// What a locked row says of its lessons is read after the lock is held, hence two statements.
const lock = statement('scheduling-series-lock', 'SELECT id FROM series WHERE id = $1 FOR NO KEY UPDATE');

const json = `json_build_object(
  'id', s.id, 'code', s.code, 'termCode', s.term_code, 'kind', s.kind, 'subject', s.subject,
  'presentingSchoolId', s.presenting_school_id, 'receivingSchoolId', s.receiving_school_id,
  'presenterId', s.presenter_id, 'presentingClassId', s.presenting_class_id,
  'presentingClassroomId', s.presenting_classroom_id, 'localTeacherId', s.local_teacher_id,
  'receivingClassId', s.receiving_class_id, 'receivingClassroomId', s.receiving_classroom_id,
  'weekday', s.weekday, 'period', s.period, 'weeks', s.weeks, 'minutes', s.minutes,
  'skipWeeks', s.skip_weeks, 'choices', s.choices,
  'presentingSchool', ${schoolLabelJson('s.presenting_school_id')}, 'receivingSchool', ${schoolLabelJson('s.receiving_school_id')},
  'presenter', ${partyName('s.presenter_id')}, 'presentingClass', ${partyName('s.presenting_class_id')}, 'presentingClassroom', ${partyName('s.presenting_classroom_id')},
  'localTeacher', ${partyName('s.local_teacher_id')}, 'receivingClass', ${partyName('s.receiving_class_id')}, 'receivingClassroom', ${partyName('s.receiving_classroom_id')},
  'lessons', coalesce((SELECT json_object_agg(c.state, c.n) FROM (
    SELECT state, count(*) AS n FROM lesson WHERE series_id = s.id GROUP BY state) c), '{}'::json),
  'version', s.version)`;

const view = statement('scheduling-series-view', `SELECT ${json}::text FROM series s WHERE s.id = $1`);

// Drafts made by hand have no code and stand behind those that have one.
const place = `coalesce(s.code, '~')`;
const branch = (whose: string): string => `(
  SELECT s.*, ${place} AS place FROM series s
  WHERE ${whose} ($5::text IS NULL OR s.term_code = $5)
    AND ($2::text IS NULL OR s.term_code < $2 OR (s.term_code = $2 AND (${place}, s.id) > ($3::text, $4::uuid)))
  ORDER BY s.term_code DESC, place, s.id LIMIT $1 + 1)`;
const list = (name: string, ...branches: readonly string[]): Statement =>
  statement(
    name,
    `WITH found AS (${branches.map(branch).join(' UNION ALL ')}),
     shown AS (SELECT f.*, row_number() OVER (ORDER BY term_code DESC, place, id) AS nth FROM found f ORDER BY nth LIMIT $1)
     SELECT json_build_object(
       'items', coalesce((SELECT json_agg(${json} ORDER BY s.nth) FROM shown s), '[]'::json),
       'next', CASE WHEN (SELECT count(*) FROM found) > $1 THEN
         (SELECT ${cursorSql(`term_code || '|' || place || '|' || id`)} FROM shown ORDER BY nth DESC LIMIT 1) END)::text`,
  );
const statements = {
  all: list('scheduling-series-all', ''),
  school: list(
    'scheduling-series-school',
    's.presenting_school_id = $6::uuid AND',
    's.receiving_school_id = $6::uuid AND',
  ),
  pair: list(
    'scheduling-series-pair',
    's.presenting_school_id = $6::uuid AND s.receiving_school_id = $7::uuid AND',
    's.presenting_school_id = $7::uuid AND s.receiving_school_id = $6::uuid AND',
  ),
};

function narrowed(actor: Actor, schoolId: string | undefined): readonly [Statement, ...string[]] {
  if (seesEverything(actor)) return schoolId ? [statements.school, schoolId] : [statements.all];
  if (!schoolId || schoolId === actor.schoolId) return [statements.school, actor.schoolId];
  return [statements.pair, actor.schoolId, schoolId];
}

const cursorShape = new RegExp(`^([^|]+)\\|([^|]+)\\|${cursorId}$`);

/** Reads of series. */
@Injectable()
export class SeriesQueries {
  find(read: Read, seriesId: SeriesId): Promise<SeriesFacts | null> {
    return read.row<SeriesFacts>(find, [seriesId]);
  }

  /** Saving and proposing a series come one after the other. */
  async lock(read: Read, seriesId: SeriesId): Promise<SeriesFacts | null> {
    return (await read.row(lock, [seriesId])) ? this.find(read, seriesId) : null;
  }

  view(read: Read, seriesId: SeriesId): Promise<string | null> {
    return read.text(view, [seriesId]);
  }

  async page(read: Read, actor: Actor, asked: Asked): Promise<string> {
    const [one, ...whose] = narrowed(actor, asked.schoolId);
    const after = asked.after === undefined ? [null, null, null] : readCursor(asked.after, cursorShape);
    const text = await read.text(one, [asked.limit, ...after, asked.termCode ?? null, ...whose]);
    return text ?? '{"items":[],"next":null}';
  }
}
