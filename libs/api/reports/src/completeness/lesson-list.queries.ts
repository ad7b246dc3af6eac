import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import type { LessonLack } from '@qinglan/domain';
import { type Asked, boardStatement, personJson, valuesOf } from './board.sql';
import { cursorId, cursorInstant, cursorInstantSql, cursorSql, readCursor, type Turn } from './cursor';

const last = cursorSql(`${cursorInstantSql('starts_at')} || '|' || lesson_id || '|' || school_id`);
const shape = new RegExp(`^${cursorInstant}\\|${cursorId}\\|${cursorId}$`);
const zero = '00000000-0000-0000-0000-000000000000';
const beforeAll = ['-infinity', zero, zero] as const;
const school = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

// The teacher at that end first, then who coordinates there: a teacher who coordinates stands once.
const ask = `(SELECT json_agg(${personJson('k')} ORDER BY k.id <> f.teacher_id, k.code) FROM report_board_person k
  WHERE k.id = f.teacher_id OR (k.school_id = f.school_id AND k.coordinates))`;

// $6 limit, $7 to $9 where the page begins, $10 what lacks.
const list = boardStatement(
  'lessons',
  ({ end }) => `found AS MATERIALIZED (
    SELECT e.* FROM report_board_lesson e
    WHERE e.starts_at >= greatest($1, $7::timestamptz) AND e.starts_at < $2 AND e.state IN ('ended', 'missed', 'interrupted') AND ${end}
      AND (e.starts_at, e.lesson_id, e.school_id) > ($7::timestamptz, $8::uuid, $9::uuid)
      AND e.lack IS NOT NULL AND ($10::text IS NULL OR e.lack = $10)
    ORDER BY e.starts_at, e.lesson_id, e.school_id LIMIT $6::integer + 1
  ), shown AS (SELECT * FROM found ORDER BY starts_at, lesson_id, school_id LIMIT $6::integer)
  SELECT json_build_object('items', (SELECT coalesce(json_agg(json_build_object('lessonId', f.lesson_id,
      'startsAt', f.starts_at, 'onDay', (f.starts_at AT TIME ZONE 'Asia/Shanghai')::date, 'subject', f.subject,
      'topic', f.topic, 'state', f.state, 'school', ${school('own')}, 'partner', ${school('other')}, 'lack', f.lack,
      'isPartnerDone', f.lack = 'signature' AND NOT EXISTS (SELECT FROM report_board_lesson b
        WHERE b.lesson_id = f.lesson_id AND b.school_id = f.partner_id AND b.lack = 'signature'),
      'ask', ${ask}) ORDER BY f.starts_at, f.lesson_id, f.school_id), '[]')
    FROM shown f JOIN report_board_school own ON own.id = f.school_id JOIN report_board_school other ON other.id = f.partner_id),
    'next', CASE WHEN (SELECT count(*) FROM found) > $6::integer THEN
      (SELECT ${last} FROM shown ORDER BY starts_at DESC, lesson_id DESC, school_id DESC LIMIT 1) END)::text`,
);

/** Lessons that lack a signature or a make-up, once for each school that owes. */
@Injectable()
export class LackingLessonQueries {
  async page(read: Read, asked: Asked, { limit, after, lack }: Turn & { readonly lack?: LessonLack | undefined }) {
    const beginning = after === undefined ? beforeAll : readCursor(after, shape);
    const values = [...valuesOf(asked), limit, ...beginning, lack ?? null];
    return orNotFound(await read.text(asked.schoolId ? list.school : list.all, values));
  }
}
