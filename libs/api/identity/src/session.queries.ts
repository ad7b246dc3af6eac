import { Inject, Injectable } from '@nestjs/common';
import { Clock, orNotFound, type Read, type Settings, SETTINGS, statement } from '@qinglan/api-platform';
import type { PersonId } from '@qinglan/domain';

const school = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name,
                     'shortName', ${alias}.short_name, 'sideId', ${alias}.side_id)`;

const view = statement(
  'session-view',
  `SELECT json_build_object(
     'person', json_build_object('id', p.id, 'name', p.name, 'account', p.code),
     'roles', p.roles,
     'school', CASE WHEN o.category = 'school' THEN ${school('o')} END,
     'partners', coalesce((
        SELECT json_agg(${school('other')} ORDER BY other.code)
        FROM partnership ps
        JOIN organisation other
          ON other.id = CASE WHEN ps.supporting_school_id = o.id THEN ps.receiving_school_id ELSE ps.supporting_school_id END
        WHERE o.id IN (ps.supporting_school_id, ps.receiving_school_id)
          AND (ps.to_day IS NULL OR ps.to_day >= ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)), '[]'),
     'demo', $2::boolean)::text
   FROM person p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1`,
);

// A few of each role and organisation, those of partner schools and those with pairings of today first: enough to try every
// part, not a list of everybody; and a mentee whom nobody guides today, without whom no round of matching has an end.
const demoPeople = statement(
  'session-demo-people',
  `SELECT json_build_object('items', coalesce(json_agg(json_build_object(
            'id', id, 'name', name, 'account', code, 'role', role, 'organisation', organisation, 'sideId', side_id)
            ORDER BY rank, side_id DESC, organisation_code, code), '[]'))::text
   FROM (
     SELECT p.id, p.name, p.code, role, o.short_name AS organisation, o.code AS organisation_code, o.side_id,
            array_position(ARRAY['teacher', 'coordinator', 'administrator', 'mentor', 'mentee', 'viewer'], role) AS rank,
            row_number() OVER (PARTITION BY role, CASE WHEN role IN ('teacher', 'coordinator') THEN o.id END
                               ORDER BY running DESC, cardinality(p.roles) * (role IN ('mentor', 'mentee'))::int,
                                 (p.code LIKE o.code || '-%') DESC, p.code) AS place,
            running = 0 AND row_number() OVER (PARTITION BY role, running ORDER BY cardinality(p.roles), p.code) = 1 AS is_free
     FROM person p
     JOIN organisation o ON o.id = p.organisation_id
     CROSS JOIN LATERAL unnest(p.roles) AS role
     CROSS JOIN LATERAL (SELECT CASE WHEN role IN ('mentor', 'mentee') THEN (
         SELECT count(*) FROM pairing pa WHERE p.id IN (pa.mentor_id, pa.mentee_id)
           AND pa.to_day >= ($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date) END AS running) r
     WHERE role NOT IN ('teacher', 'coordinator')
        OR EXISTS (SELECT FROM partnership ps WHERE o.id IN (ps.supporting_school_id, ps.receiving_school_id))
   ) AS offered
   WHERE place <= CASE role WHEN 'teacher' THEN 3 WHEN 'coordinator' THEN 1 ELSE 2 END
     OR (role = 'mentee' AND is_free)`,
);

/** What the interface has to know of who is signed in. */
@Injectable()
export class SessionQueries {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async view(read: Read, personId: PersonId): Promise<string> {
    return orNotFound(await read.text(view, [personId, this.settings.isDemo, this.clock.now().toString()]));
  }

  async demoPeople(read: Read): Promise<string> {
    return orNotFound(await read.text(demoPeople, [this.clock.now().toString()]));
  }
}
