import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { MatchingRoundId, SchoolId } from '@qinglan/domain';
import { personJson } from '../growth/sql';

// $1 the round, $2 whose school's rows, or null for all, $3 whether the reader keeps the round and so reads who wished what.
const isSeen = (...rows: readonly string[]): string =>
  `($2::uuid IS NULL OR $2::uuid IN (${rows.map((row) => `${row}.organisation_id`).join(', ')}))`;

// What somebody wished is told to whoever keeps the round; others learn that wishes spoke for it.
const told = `'fixed', 'speciality', 'subject', 'only-with-room', 'lighter-load'`;
const reasons = `CASE WHEN $3::boolean THEN e -> 'reasons' ELSE (
    SELECT coalesce(jsonb_agg(x) FILTER (WHERE x ->> 'kind' IN (${told})), '[]')
      || CASE WHEN bool_or(x ->> 'kind' NOT IN (${told})) THEN '[{"kind": "wishes"}]'::jsonb ELSE '[]' END
    FROM jsonb_array_elements(e -> 'reasons') x) END`;
const gap = `CASE WHEN NOT $3::boolean AND e -> 'reason' ->> 'kind' = 'named-full' THEN '{"kind": "all-full"}'::jsonb
    ELSE e -> 'reason' END`;

const pairs = (plan: string): string => `(SELECT coalesce(json_agg(json_build_object('mentee', ${personJson('b')},
    'mentor', ${personJson('a')}, 'worth', e -> 'worth', 'reasons', ${reasons},
    'rule', CASE WHEN ru.kind IS NOT NULL THEN json_build_object('kind', ru.kind, 'reason', ru.reason) END,
    'laid', CASE WHEN p.id IS NOT NULL THEN json_build_object('pairingId', p.id, 'state', p.state) END)
    ORDER BY a.code, b.code), '[]')
  FROM jsonb_array_elements(r.plans -> '${plan}' -> 'pairs') e
  JOIN person a ON a.id = (e ->> 'mentorId')::uuid JOIN person b ON b.id = (e ->> 'menteeId')::uuid
  LEFT JOIN matching_rule ru ON ru.round_id = r.id AND ru.mentee_id = b.id AND ru.mentor_id = a.id
  LEFT JOIN matching_laid ml ON ml.round_id = r.id AND ml.mentee_id = b.id AND ml.mentor_id = a.id
  LEFT JOIN pairing p ON p.id = ml.pairing_id WHERE ${isSeen('a', 'b')})`;

const unplaced = (plan: string): string => `(SELECT coalesce(json_agg(json_build_object('mentee', ${personJson('b')},
    'reason', ${gap}) ORDER BY b.code), '[]')
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
  async view(
    read: Read,
    roundId: MatchingRoundId,
    seen: { readonly schoolId: SchoolId | null; readonly isKeeper: boolean },
  ): Promise<string> {
    return orNotFound(await read.text(view, [roundId, seen.schoolId, seen.isKeeper]));
  }
}
