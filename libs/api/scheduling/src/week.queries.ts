import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import { type Actor, holdingStates, seesEverything, type SchoolId, type Slot } from '@qinglan/domain';
import { lessonCardJson, schoolLabelJson } from './lesson-card.sql';

const inSpan = 'l.starts_at >= $2 AND l.starts_at < $3 AND l.state = ANY($6::text[])';

// Lessons of the reader's own school are told in full; of others only that a school is taken then.
const week = statement(
  'scheduling-week',
  `WITH found AS (
     SELECT l.*, ($4::boolean OR $5::uuid IN (l.presenting_school_id, l.receiving_school_id)) AS seen FROM (
       SELECT * FROM lesson l WHERE l.presenting_school_id = ANY($1::uuid[]) AND ${inSpan}
       UNION ALL
       SELECT * FROM lesson l
       WHERE l.receiving_school_id = ANY($1::uuid[]) AND NOT l.presenting_school_id = ANY($1::uuid[]) AND ${inSpan}) l)
   SELECT
     (SELECT coalesce(json_agg(${lessonCardJson} ORDER BY l.starts_at, l.id), '[]'::json)
      FROM found l WHERE l.seen)::text AS lessons,
     (SELECT coalesce(json_agg(json_build_object('schoolId', s.id, 'startsAt', l.starts_at, 'endsAt', l.ends_at)
        ORDER BY l.starts_at), '[]'::json)
      FROM found l JOIN unnest($1::uuid[]) AS s (id) ON s.id IN (l.presenting_school_id, l.receiving_school_id)
      WHERE NOT l.seen)::text AS taken,
     (SELECT json_object_agg(s.id, ${schoolLabelJson('s.id')}) FROM unnest($1::uuid[]) AS s (id)) AS schools,
     (SELECT json_object_agg(t.id, json_build_object('code', t.code, 'name', t.name)) FROM term t
      WHERE t.side_id IN (SELECT side_id FROM organisation WHERE id = ANY($1::uuid[]))) AS terms`,
);

/** A week's lessons in JSON that Postgres wrote, and the names that its calendars need. */
export interface WeekOfSchools {
  readonly lessons: string;
  readonly taken: string;
  readonly schools: Readonly<Record<string, unknown>>;
  readonly terms: Readonly<Record<string, { readonly code: string; readonly name: string }>> | null;
}

/** Everything that lies in a week of some schools. */
@Injectable()
export class WeekQueries {
  read(read: Read, actor: Actor, asked: { readonly schoolIds: readonly SchoolId[]; readonly span: Slot }) {
    const span = [asked.span.startsAt.toString(), asked.span.endsAt.toString()];
    const reader = [seesEverything(actor), actor.schoolId];
    return read.row<WeekOfSchools>(week, [asked.schoolIds, ...span, ...reader, [...holdingStates]]);
  }
}
