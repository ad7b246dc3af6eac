import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { MatchingRoundId, SchoolId } from '@qinglan/domain';
import { personJson } from '../growth/sql';

// $1 the round, $2 whose school's rows, or null for all.
const isSeen = (...rows: readonly string[]): string =>
  `($2::uuid IS NULL OR $2::uuid IN (${rows.map((row) => `${row}.organisation_id`).join(', ')}))`;

const pairs = (plan: string): string => `(SELECT coalesce(json_agg(json_build_object('mentee', ${personJson('b')},
    'mentor', ${personJson('a')}, 'worth', e -> 'worth', 'reasons', e -> 'reasons',
    'rule', CASE WHEN ru.kind IS NOT NULL THEN json_build_object('kind', ru.kind, 'reason', ru.reason) END,
    'laid', CASE WHEN p.id IS NOT NULL THEN json_build_object('pairingId', p.id, 'state', p.state) END)
    ORDER BY a.code, b.code), '[]')
  FROM jsonb_array_elements(r.plans -> '${plan}' -> 'pairs') e
  JOIN person a ON a.id = (e ->> 'mentorId')::uuid JOIN person b ON b.id = (e ->> 'menteeId')::uuid
  LEFT JOIN matching_rule ru ON ru.round_id = r.id AND ru.mentee_id = b.id AND ru.mentor_id = a.id
  LEFT JOIN matching_laid ml ON ml.round_id = r.id AND ml.mentee_id = b.id AND ml.mentor_id = a.id
  LEFT JOIN pairing p ON p.id = ml.pairing_id WHERE ${isSeen('a', 'b')})`;

const unplaced = (plan: string): string => `(SELECT coalesce(json_agg(json_build_object('mentee', ${personJson('b')},
    'reason', e -> 'reason') ORDER BY b.code), '[]')
  FROM jsonb_array_elements(r.plans -> '${plan}' -> 'unplaced') e JOIN person b ON b.id = (e ->> 'menteeId')::uuid
  WHERE ${isSeen('b')})`;

const planJson = (plan: string): string =>
  `json_build_object('figures', r.plans -> '${plan}' -> 'figures', 'pairs', ${pairs(plan)}, 'unplaced', ${unplaced(plan)})`;

const said = `SELECT mr.mentee_id, mr.mentor_id, mr.kind, mr.reason FROM matching_rule mr WHERE mr.round_id = r.id
  UNION ALL SELECT ml.mentee_id, ml.mentor_id, 'declined', coalesce(p.reason, '') FROM matching_laid ml
  JOIN pairing p ON p.id = ml.pairing_id WHERE ml.round_id = r.id AND p.state = 'lapsed'`;

const view = statement(
  'matching-plan-view',
  `SELECT json_build_object('plannedAt', r.planned_at, 'version', r.version,
     'isOutdated', EXISTS (SELECT FROM jsonb_array_elements(r.plans -> 'optimal' -> 'pairs') e
       JOIN matching_laid ml ON ml.round_id = r.id AND ml.mentee_id = (e ->> 'menteeId')::uuid
         AND ml.mentor_id = (e ->> 'mentorId')::uuid
       JOIN pairing p ON p.id = ml.pairing_id WHERE p.state = 'lapsed'),
     'optimal', ${planJson('optimal')}, 'stable', ${planJson('stable')},
     'rules', (SELECT coalesce(json_agg(json_build_object('mentee', ${personJson('b')}, 'mentor', ${personJson('a')},
         'kind', t.kind, 'reason', t.reason) ORDER BY t.kind, b.code, a.code), '[]')
       FROM (${said}) t JOIN person a ON a.id = t.mentor_id JOIN person b ON b.id = t.mentee_id
       WHERE ${isSeen('a', 'b')}))::text
   FROM matching_round r WHERE r.id = $1 AND r.plans IS NOT NULL`,
);

/** The last plans of a round, as JSON. */
@Injectable()
export class PlanQueries {
  async view(read: Read, roundId: MatchingRoundId, schoolId: SchoolId | null): Promise<string> {
    return orNotFound(await read.text(view, [roundId, schoolId]));
  }
}
