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
const lineage = statement(
  'studio-lineage',
  `WITH RECURSIVE line AS (
     SELECT p.id, p.mentor_id, p.mentee_id FROM pairing p WHERE p.studio_id = $1 AND p.state IN (${begun})
     UNION
     SELECT p.id, p.mentor_id, p.mentee_id FROM line JOIN pairing p ON p.mentor_id = line.mentee_id
     WHERE p.state IN (${begun})),
   member AS (SELECT mentor_id AS id FROM line UNION SELECT mentee_id FROM line)
   SELECT json_build_object(
     'links', coalesce((
       SELECT json_agg(json_build_object('mentorId', p.mentor_id, 'menteeId', p.mentee_id, 'state', p.state,
         'outcome', p.outcome, 'fromDay', p.from_day, 'toDay', coalesce(p.ended_on, p.to_day),
         'isHere', coalesce(p.studio_id = $1, false)) ORDER BY p.from_day, mentor.code, mentee.code)
       FROM line JOIN pairing p ON p.id = line.id
       JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id), '[]'::json),
     'people', coalesce((
       SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'school', o.short_name,
         'guides', EXISTS (SELECT FROM pairing p WHERE p.mentor_id = m.id AND p.state IN (${running})),
         'presents', EXISTS (SELECT FROM lesson l WHERE l.presenter_id = m.id
           AND l.state IN ('confirmed', 'live', 'ended', 'verified')),
         'leads', EXISTS (SELECT FROM studio led WHERE led.lead_id = m.id)) ORDER BY m.code)
       FROM member JOIN person m ON m.id = member.id JOIN organisation o ON o.id = m.organisation_id), '[]'::json))::text
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
