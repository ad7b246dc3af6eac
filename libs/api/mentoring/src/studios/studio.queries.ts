import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import { readCursor } from '@qinglan/api-scheduling';
import type { InputOf, listStudios } from '@qinglan/contracts';
import { beijingDayOf, type PersonId, type StudioId, type StudioWithMentors, type Temporal } from '@qinglan/domain';
import { isStanding, isWorking } from '../standing.sql';
import { pageSql } from './page.sql';
import { termOn } from './studio.sql';

/** What rules and policies look at. */
export interface StudioFacts extends StudioWithMentors {
  readonly studioId: StudioId;
  readonly version: number;
  /** Lead, mentors and mentees of the pairings that run. */
  readonly memberIds: readonly PersonId[];
}

const ids = (column: string) =>
  `coalesce((SELECT json_agg(DISTINCT p.${column}) FROM pairing p
    WHERE p.studio_id = s.id AND ${isWorking('p')}), '[]'::json)`;
const factsOf = `s.id AS "studioId", s.lead_id AS "leadId", s.version, ${ids('mentor_id')} AS "mentorIds",
  ${ids('mentee_id')} AS "menteeIds"`;
const find = statement('studio-facts', `SELECT ${factsOf} FROM studio s WHERE s.id = $1`);

const honours = (studio: string) => `
  (SELECT coalesce(json_agg(json_build_object('id', h.id, 'title', h.title, 'level', h.level, 'year', h.year,
     'evidence', h.evidence, 'version', h.version) ORDER BY h.year DESC, h.title), '[]'::json)
   FROM studio_honour h WHERE h.studio_id = ${studio}.id)`;

/** Counts over the day that today is: `day` is its expression. */
const rowOf = (s: string, day: string) => `
  'id', ${s}.id, 'code', ${s}.code, 'subject', ${s}.subject, 'field', ${s}.field,
  'host', json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'sideId', o.side_id),
  'lead', CASE WHEN lead.id IS NULL THEN NULL ELSE json_build_object('id', lead.id, 'name', lead.name) END,
  'mentors', counted.mentors, 'mentees', counted.mentees, 'pairings', counted.pairings, 'overdue', counted.overdue,
  'activities', (SELECT count(*) FROM ${termOn('o.side_id', day)} AS t JOIN activity a ON a.studio_id = ${s}.id
     AND a.starts_at >= t.first_day::timestamp AT TIME ZONE 'Asia/Shanghai'
     AND a.starts_at < (t.last_day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND a.state <> 'cancelled'),
  'honours', ${honours(s)}`;
const joinsOf = (s: string, day: string) => `
  JOIN organisation o ON o.id = ${s}.host_id
  LEFT JOIN person lead ON lead.id = ${s}.lead_id
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT p.mentor_id) FILTER (WHERE p.runs) AS mentors,
      count(DISTINCT p.mentee_id) FILTER (WHERE p.runs) AS mentees,
      count(*) FILTER (WHERE p.runs) AS pairings, count(*) FILTER (WHERE NOT p.runs) AS overdue
    FROM (SELECT p.mentor_id, p.mentee_id, ${isStanding.running('p', day)} AS runs
      FROM pairing p WHERE p.studio_id = ${s}.id AND ${isWorking('p')}) AS p) AS counted`;

// $1 limit, $2 the code after which the page begins, $3 today.
const list = statement(
  'studio-list',
  pageSql({
    found: 'SELECT s.* FROM studio s WHERE s.code > $2',
    order: 'code',
    cursor: 'f.code',
    item: `json_build_object(${rowOf('f', '$3::date')})`,
    joins: joinsOf('f', '$3::date'),
  }),
);

const shown = statement(
  'studio-view',
  `SELECT ${factsOf}, json_build_object(${rowOf('s', '$2::date')}, 'evidence', s.evidence, 'version', s.version,
     'term', (SELECT json_build_object('id', t.id, 'name', t.name, 'firstDay', t.first_day, 'lastDay', t.last_day)
              FROM ${termOn('o.side_id', '$2::date')} AS t))::text AS view
   FROM studio s ${joinsOf('s', '$2::date')} WHERE s.id = $1`,
);

type Row = Omit<StudioFacts, 'memberIds'> & { readonly menteeIds: readonly PersonId[] };
const withMembers = <R extends Row>({ menteeIds, ...row }: R) => {
  const lead = row.leadId === null ? [] : [row.leadId];
  return { ...row, memberIds: [...new Set([...lead, ...row.mentorIds, ...menteeIds])] };
};

/** Studios as lists and pages show them, and as rules look at them. */
@Injectable()
export class StudioQueries {
  async page(
    read: Read,
    { limit, after }: InputOf<typeof listStudios>['query'],
    now: Temporal.Instant,
  ): Promise<string> {
    const [code = ''] = after === undefined ? [] : readCursor(after, /^(.+)$/);
    return orNotFound(await read.text(list, [limit, code, beijingDayOf(now).toString()]));
  }

  async facts(read: Read, studioId: StudioId): Promise<StudioFacts> {
    return withMembers(orNotFound(await read.row<Row>(find, [studioId])));
  }

  /** With its JSON that Postgres wrote, without what the reader may do. */
  async shown(read: Read, studioId: StudioId, now: Temporal.Instant): Promise<StudioFacts & { readonly view: string }> {
    const day = beijingDayOf(now).toString();
    return withMembers(orNotFound(await read.row<Row & { readonly view: string }>(shown, [studioId, day])));
  }
}
