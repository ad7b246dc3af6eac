import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import { type Actor, seesEverything, type StudioId } from '@qinglan/domain';
import { begun, personJson, running, standing, unagreed } from './studio.sql';

// As maySeePairing: the two, the studio's lead, who coordinates one of the ends, and those who see everything.
const seen = `($2::boolean OR $3::uuid IN (p.mentor_id, p.mentee_id)
  OR coalesce($3::uuid = s.lead_id, false)
  OR coalesce($4::uuid IN (mentor.organisation_id, mentee.organisation_id), false))`;

const people = statement(
  'studio-people',
  `SELECT json_build_object('items', coalesce((
     SELECT json_agg(json_build_object('mentor', g.mentor, 'pairings', g.pairings) ORDER BY g.code)
     FROM (
       SELECT mentor.code, ${personJson('mentor', 'mo')}::jsonb AS mentor,
         json_agg(json_build_object('id', p.id, 'mentee', ${personJson('mentee', 'te')}, 'state', p.state,
           'fromDay', p.from_day, 'toDay', p.to_day, 'maySee', ${seen}) ORDER BY p.from_day, mentee.code) AS pairings
       FROM pairing p
       JOIN person mentor ON mentor.id = p.mentor_id JOIN organisation mo ON mo.id = mentor.organisation_id
       JOIN person mentee ON mentee.id = p.mentee_id JOIN organisation te ON te.id = mentee.organisation_id
       WHERE p.studio_id = s.id AND p.state IN (${standing}) AND (p.state NOT IN (${unagreed}) OR ${seen})
       GROUP BY mentor.id, mo.id) AS g), '[]'::json))::text
   FROM studio s WHERE s.id = $1`,
);

// From the studio's own pairings on to whom its mentees guide, wherever that is; UNION ends where a ring closes.
// OFFSET 0 keeps to the indexes: how long a line is, Postgres cannot guess, and it expects thousands.
const linkOf = `p.id, p.mentor_id, p.mentee_id, p.state, p.outcome, p.from_day, coalesce(p.ended_on, p.to_day) AS last_day,
  coalesce(p.studio_id = $1, false) AS is_here`;
const codeOf = (person: string) => `(SELECT code FROM person WHERE id = ${person})`;
const lineage = statement(
  'studio-lineage',
  `WITH RECURSIVE line AS (
     SELECT ${linkOf} FROM pairing p WHERE p.studio_id = $1 AND p.state IN (${begun})
     UNION
     SELECT next.* FROM line CROSS JOIN LATERAL (
       SELECT ${linkOf} FROM pairing p WHERE p.mentor_id = line.mentee_id AND p.state IN (${begun}) OFFSET 0) AS next),
   member AS (SELECT mentor_id AS id FROM line UNION SELECT mentee_id FROM line)
   SELECT json_build_object(
     'links', coalesce((
       SELECT json_agg(json_build_object('mentorId', l.mentor_id, 'menteeId', l.mentee_id, 'state', l.state,
         'outcome', l.outcome, 'fromDay', l.from_day, 'toDay', l.last_day, 'isHere', l.is_here)
         ORDER BY l.from_day, ${codeOf('l.mentor_id')}, ${codeOf('l.mentee_id')})
       FROM line l), '[]'::json),
     'people', coalesce((
       SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'school', m.short_name,
         'guides', EXISTS (SELECT FROM pairing p WHERE p.mentor_id = m.id AND p.state IN (${running})),
         'presents', EXISTS (SELECT FROM lesson l WHERE l.presenter_id = m.id
           AND l.state IN ('confirmed', 'live', 'ended', 'verified')),
         'leads', EXISTS (SELECT FROM studio led WHERE led.lead_id = m.id)) ORDER BY m.code)
       FROM member CROSS JOIN LATERAL (
         SELECT one.id, one.name, one.code, o.short_name FROM person one
         JOIN organisation o ON o.id = one.organisation_id WHERE one.id = member.id OFFSET 0) AS m), '[]'::json))::text
   FROM studio WHERE id = $1`,
);

/** The people of a studio: who guides whom now, and who guided whom before. */
@Injectable()
export class StudioPeopleQueries {
  async people(read: Read, actor: Actor, studioId: StudioId): Promise<string> {
    const coordinates = actor.roles.has('coordinator') ? actor.schoolId : null;
    const reader = [seesEverything(actor), actor.personId, coordinates];
    return orNotFound(await read.text(people, [studioId, ...reader]));
  }

  async lineage(read: Read, studioId: StudioId): Promise<string> {
    return orNotFound(await read.text(lineage, [studioId]));
  }
}
