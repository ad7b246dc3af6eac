import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import { readCursor } from '@qinglan/api-scheduling';
import type { InputOf, readStudioPeople } from '@qinglan/contracts';
import { type Actor, seesEverything, type StudioId } from '@qinglan/domain';
import { isOpenPairing, isWorking } from '../standing.sql';
import { pageSql } from './page.sql';
import { begun, personJson, unagreed } from './studio.sql';

type Asked = InputOf<typeof readStudioPeople>;

// As maySeePairing: the two, the studio's lead, who coordinates one of the ends, and those who see everything.
const seenBy = (all: string, reader: string, school: string) => `(${all}::boolean
  OR ${reader}::uuid IN (p.mentor_id, p.mentee_id) OR coalesce(${reader}::uuid = s.lead_id, false)
  OR coalesce(${school}::uuid IN (mentor.organisation_id, mentee.organisation_id), false))`;

// $1 limit, $2 the mentor's code after which the page begins, $3 the studio, $4 to $6 who reads.
const seen = seenBy('$4', '$5', '$6');
const shownPairings = (school: string) => `
  FROM pairing p JOIN studio s ON s.id = p.studio_id
  JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id ${school}
  WHERE p.studio_id = $3 AND ${isOpenPairing('p')} AND (p.state NOT IN (${unagreed}) OR ${seen})`;
const people = statement(
  'studio-people',
  `SELECT (${pageSql({
    // From the pairings of the studio on: in the order of codes Postgres would look at every mentor there is.
    found: `WITH guiding AS MATERIALIZED (SELECT DISTINCT mentor.id, mentor.code, mentor.name, mentor.organisation_id
      ${shownPairings('')} AND mentor.code > $2) SELECT * FROM guiding`,
    order: 'code',
    cursor: 'f.code',
    item: `json_build_object('mentor', ${personJson('f', 'o')}, 'pairings', (
      SELECT json_agg(json_build_object('id', p.id, 'mentee', ${personJson('mentee', 'te')},
        'state', CASE WHEN ${seen} THEN p.state END, 'fromDay', p.from_day, 'toDay', p.to_day, 'maySee', ${seen})
        ORDER BY p.from_day, mentee.code)
      ${shownPairings('JOIN organisation te ON te.id = mentee.organisation_id')} AND p.mentor_id = f.id))`,
    joins: 'JOIN organisation o ON o.id = f.organisation_id',
  })}) FROM studio WHERE id = $3`,
);

/** So far down and so many links: what does not fit is said. */
const most = { depth: 6, links: 500 };
// A link is reached once a level at most, so that so many rows hold more links than are shown, if there are more.
const mostReached = (most.depth + 1) * (most.links + 1);

// From the studio's own pairings on to whom its mentees guide, wherever that is; the nearest come first.
// OFFSET 0 keeps to the indexes: how long a line is, Postgres cannot guess, and it expects thousands.
const linkOf = `p.id, p.mentor_id, p.mentee_id, p.studio_id, p.state, p.outcome, p.from_day,
  coalesce(p.ended_on, p.to_day) AS last_day`;
const lineage = statement(
  'studio-lineage',
  `WITH RECURSIVE line AS (
     (SELECT ${linkOf}, 1 AS depth FROM pairing p WHERE p.studio_id = $1 AND p.state IN (${begun})
      ORDER BY p.from_day DESC, p.id LIMIT ${String(most.links + 1)})
     UNION
     SELECT next.*, line.depth + 1 FROM line CROSS JOIN LATERAL (
       SELECT ${linkOf} FROM pairing p WHERE p.mentor_id = line.mentee_id AND p.state IN (${begun}) OFFSET 0) AS next
     WHERE line.depth <= ${String(most.depth)}),
   reached AS MATERIALIZED (SELECT * FROM line LIMIT ${String(mostReached)}),
   link AS MATERIALIZED (SELECT DISTINCT ON (id) * FROM reached ORDER BY id, depth),
   near AS MATERIALIZED (
     SELECT * FROM link WHERE depth <= ${String(most.depth)}
     ORDER BY depth, from_day DESC, id LIMIT ${String(most.links)}),
   member AS (SELECT mentor_id AS id FROM near UNION SELECT mentee_id FROM near)
   SELECT json_build_object(
     'links', coalesce((
       SELECT json_agg(json_build_object('mentorId', p.mentor_id, 'menteeId', p.mentee_id,
         'state', CASE WHEN ${seenBy('$2', '$3', '$4')} THEN p.state END,
         'outcome', CASE WHEN p.state = 'completed' AND p.outcome IN ('excellent', 'pass') THEN p.outcome END,
         'fromDay', p.from_day, 'toDay', p.last_day, 'isHere', coalesce(p.studio_id = $1, false))
         ORDER BY p.from_day, mentor.code, mentee.code)
       FROM near p LEFT JOIN studio s ON s.id = p.studio_id
       JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id), '[]'::json),
     'people', coalesce((
       SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'school', m.short_name,
         'guides', EXISTS (SELECT FROM pairing p WHERE p.mentor_id = m.id AND ${isWorking('p')}),
         'presents', EXISTS (SELECT FROM lesson l WHERE l.presenter_id = m.id
           AND l.state IN ('confirmed', 'live', 'ended', 'verified')),
         'leads', EXISTS (SELECT FROM studio led WHERE led.lead_id = m.id)) ORDER BY m.code)
       FROM member CROSS JOIN LATERAL (
         SELECT one.id, one.name, one.code, o.short_name FROM person one
         JOIN organisation o ON o.id = one.organisation_id WHERE one.id = member.id OFFSET 0) AS m), '[]'::json),
     'hasMore', (SELECT count(*) FROM link) > (SELECT count(*) FROM near))::text
   FROM studio WHERE id = $1`,
);

const readerOf = (actor: Actor) => [
  seesEverything(actor),
  actor.personId,
  actor.roles.has('coordinator') ? actor.schoolId : null,
];

/**
 * The people of a studio: who guides whom now, and who guided whom before. How a pairing stands is told to those who may
 * see it; that somebody completed it, to everybody.
 */
@Injectable()
export class StudioPeopleQueries {
  async people(read: Read, actor: Actor, { params, query }: Asked): Promise<string> {
    const [code = ''] = query.after === undefined ? [] : readCursor(query.after, /^(.+)$/);
    return orNotFound(await read.text(people, [query.limit, code, params.studioId, ...readerOf(actor)]));
  }

  async lineage(read: Read, actor: Actor, studioId: StudioId): Promise<string> {
    return orNotFound(await read.text(lineage, [studioId, ...readerOf(actor)]));
  }
}
