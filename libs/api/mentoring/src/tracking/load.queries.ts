import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import { cursorId, cursorSql, readCursor } from '@qinglan/api-scheduling';
import { type Asked, Question } from './question';
import { isStanding } from '../standing.sql';

/** Where a page begins, and how long it is. */
export interface PageAsked {
  readonly limit: number;
  readonly after?: string | undefined;
}

const place = cursorSql(`carried || '|' || id`);
const placeShape = new RegExp(String.raw`^(\d{1,9})\|${cursorId}$`);

const loads = ({ today, narrowed, asked }: Question, beyond: string, limit: string): string => `
  WITH ${asked}, picked AS MATERIALIZED (
    SELECT p.id, p.mentor_id, ${isStanding.running('p', today)} AS is_carried FROM pairing p WHERE p.state <> 'lapsed' AND ${narrowed}
  ), loads AS (
    SELECT mentor_id AS id, count(*) AS carried FROM picked WHERE is_carried GROUP BY mentor_id
  ), found AS MATERIALIZED (
    SELECT l.* FROM loads l WHERE ${beyond} ORDER BY carried DESC, id LIMIT ${limit} + 1
  ), shown AS (
    SELECT * FROM found ORDER BY carried DESC, id LIMIT ${limit}
  ), heard AS (
    SELECT p.mentor_id, sum(v.visits) AS visits FROM shown s JOIN picked p ON p.mentor_id = s.id
    JOIN visit_count v ON v.term_code = (SELECT code FROM asked) AND v.pairing_id = p.id GROUP BY p.mentor_id
  )
  SELECT json_build_object('items', coalesce(json_agg(json_build_object('mentorId', s.id, 'name', person.name,
    'school', school.short_name, 'running', s.carried, 'visits', coalesce(h.visits, 0)) ORDER BY s.carried DESC, s.id), '[]'),
    'next', CASE WHEN (SELECT count(*) FROM found) > ${limit} THEN
      (SELECT ${place} FROM shown ORDER BY carried, id DESC LIMIT 1) END)::text
  FROM shown s JOIN person ON person.id = s.id JOIN organisation school ON school.id = person.organisation_id
  LEFT JOIN heard h ON h.mentor_id = s.id`;

/** Mentors by what they carry. */
@Injectable()
export class LoadQueries {
  page(read: Read, asked: Asked, { limit, after }: PageAsked): Promise<string | null> {
    const question = new Question(asked);
    const most = question.place(limit, 'integer');
    const [carried, id] = after === undefined ? [null, null] : readCursor(after, placeShape);
    const [at, of] = [question.place(carried, 'bigint'), question.place(id, 'uuid')];
    const beyond = `(${at} IS NULL OR l.carried < ${at} OR (l.carried = ${at} AND l.id > ${of}))`;
    return read.text(question.statement('loads', loads(question, beyond, most)), question.values);
  }
}
