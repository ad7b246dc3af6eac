import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import { type Actor, holdingStates, seesEverything, type SchoolId, type Slot } from '@qinglan/domain';
import { lessonCardJoins, lessonCardsJson, schoolLabelJson } from './lesson-card.sql';

// Two parameters and not an array: of an array Postgres expects ten schools and plans for a crowd.
const ofSchools = 'IN ($1::uuid, $2::uuid)';
const inSpan = 'l.starts_at >= $3 AND l.starts_at < $4 AND l.state = ANY($7::text[])';
// The reader's own and nobody else's; whoever looks at another school's week sees none.
const meetings = `(
  SELECT coalesce(json_agg(json_build_object('kind', m.kind, 'id', m.id, 'sort', m.sort, 'title', m.title,
    'startsAt', m.starts_at, 'endsAt', m.ends_at, 'place', m.place, 'meetingLink', m.meeting_link,
    'lessonId', m.lesson_id, 'itemId', m.item_id, 'with', other.name) ORDER BY m.starts_at, m.id), '[]'::json)
  FROM person_meeting m LEFT JOIN party other ON other.id = m.other_id
  WHERE m.person_id = $8 AND m.starts_at >= $3 AND m.starts_at < $4)::text`;
const schools = '(SELECT DISTINCT id FROM unnest(ARRAY[$1::uuid, $2::uuid]) AS s (id)) s';

// Lessons of the reader's own school are told in full; of others only that a school is taken then.
const week = statement(
  'scheduling-week',
  `WITH found AS (
     SELECT l.*, ($5::boolean OR $6::uuid IN (l.presenting_school_id, l.receiving_school_id)) AS seen FROM (
       SELECT * FROM lesson l WHERE l.presenting_school_id ${ofSchools} AND ${inSpan}
       UNION ALL
       SELECT * FROM lesson l
       WHERE l.receiving_school_id ${ofSchools} AND NOT l.presenting_school_id ${ofSchools} AND ${inSpan}) l)
   SELECT
     (SELECT ${lessonCardsJson} FROM found l ${lessonCardJoins} WHERE l.seen) AS lessons,
     (SELECT coalesce(json_agg(json_build_object('schoolId', s.id, 'startsAt', l.starts_at, 'endsAt', l.ends_at)
        ORDER BY l.starts_at, l.id), '[]'::json)
      FROM found l JOIN ${schools} ON s.id IN (l.presenting_school_id, l.receiving_school_id)
      WHERE NOT l.seen)::text AS taken,
     ${meetings} AS meetings,
     (SELECT json_object_agg(s.id, ${schoolLabelJson('s.id')}) FROM ${schools}) AS schools,
     (SELECT json_object_agg(t.id, json_build_object('code', t.code, 'name', t.name)) FROM term t
      WHERE t.side_id IN (SELECT side_id FROM organisation WHERE id ${ofSchools})) AS terms`,
);

/** A week's lessons in JSON that Postgres wrote, and the names that its calendars need. */
export interface WeekOfSchools {
  readonly lessons: string;
  readonly taken: string;
  readonly meetings: string;
  readonly schools: Readonly<Record<string, unknown>>;
  readonly terms: Readonly<Record<string, { readonly code: string; readonly name: string }>> | null;
}

/** A school, a partner beside it (or the same school again), and the span of the week. */
export interface AskedWeek {
  readonly schoolId: SchoolId;
  readonly partnerId: SchoolId;
  readonly span: Slot;
}

/** Everything that lies in a week of one or two schools. */
@Injectable()
export class WeekQueries {
  read(read: Read, actor: Actor, { schoolId, partnerId, span }: AskedWeek): Promise<WeekOfSchools | null> {
    const between = [span.startsAt.toString(), span.endsAt.toString()];
    const reader = [seesEverything(actor), actor.schoolId];
    const ownId = actor.schoolId === schoolId ? actor.personId : null;
    return read.row<WeekOfSchools>(week, [schoolId, partnerId, ...between, ...reader, [...holdingStates], ownId]);
  }
}
