import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import { type Asked, boardStatement, pairingsOf, personJson, valuesOf } from './board.sql';
import { cursorDay, cursorId, cursorSql, readCursor, type Turn } from './cursor';

const since = 'coalesce(r.last_contact_on, r.first_day)';
const last = cursorSql(`since || '|' || id`);
const shape = new RegExp(`^${cursorDay}\\|${cursorId}$`);
const beforeAll = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

// $6 limit, $7 and $8 where the page begins.
const list = boardStatement(
  'pairings',
  (narrow) => `${pairingsOf(narrow)}, found AS MATERIALIZED (
    SELECT r.*, ${since} AS since FROM ran r WHERE NOT r.has_met AND (${since}, r.id) > ($7::date, $8::uuid)
    ORDER BY since, r.id LIMIT $6::integer + 1
  ), shown AS (SELECT * FROM found ORDER BY since, id LIMIT $6::integer)
  SELECT json_build_object('items', (SELECT coalesce(json_agg(json_build_object('pairingId', f.id,
      'mentor', ${personJson('mentor')}, 'mentee', ${personJson('mentee')}, 'studio', studio.subject,
      'lead', CASE WHEN lead.id IS NOT NULL THEN ${personJson('lead')} END, 'lastContactOn', f.last_contact_on)
      ORDER BY f.since, f.id), '[]')
    FROM shown f JOIN report_board_person mentor ON mentor.id = f.mentor_id
    JOIN report_board_person mentee ON mentee.id = f.mentee_id
    LEFT JOIN report_board_studio studio ON studio.id = f.studio_id
    LEFT JOIN report_board_person lead ON lead.id = studio.lead_id),
    'next', CASE WHEN (SELECT count(*) FROM found) > $6::integer THEN
      (SELECT ${last} FROM shown ORDER BY since DESC, id DESC LIMIT 1) END)::text`,
);

/** Pairings that ran in the month and did not meet in it, longest silent first. */
@Injectable()
export class SilentPairingQueries {
  async page(read: Read, asked: Asked, { limit, after }: Turn): Promise<string> {
    const beginning = after === undefined ? beforeAll : readCursor(after, shape);
    return orNotFound(
      await read.text(asked.schoolId ? list.school : list.all, [...valuesOf(asked), limit, ...beginning]),
    );
  }
}
