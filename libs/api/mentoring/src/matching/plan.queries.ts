import { Injectable } from '@nestjs/common';
import { type Listing, listPage, where } from '@qinglan/api-directory';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import {
  type Actor,
  isAllowed,
  type MatchingKind,
  type MatchingRoundId,
  mayKeepMatching,
  planRowsFor,
  type SchoolId,
} from '@qinglan/domain';
import { personJson } from '../growth/sql';
import type { RoundFacts } from './round.facts';

// $2 whether the reader keeps the round and so reads who wished what: others learn that wishes spoke for a pair.
// Whom somebody would rather have had is told to nobody else.
const told = `'fixed', 'speciality', 'speciality-of-subject', 'subject', 'only-with-room', 'lighter-load'`;
const wishes = `'mutual-choice', 'choice', 'mentor-order'`;
const reasons = `CASE WHEN $2::boolean THEN f.reasons ELSE (
    SELECT coalesce(jsonb_agg(x) FILTER (WHERE x ->> 'kind' IN (${told})), '[]')
      || CASE WHEN bool_or(x ->> 'kind' IN (${wishes})) THEN '[{"kind": "wishes"}]'::jsonb ELSE '[]' END
    FROM jsonb_array_elements(f.reasons) x) END`;
const gaps = `CASE WHEN $2::boolean THEN f.reasons
    ELSE (SELECT jsonb_agg(x - 'wished') FROM jsonb_array_elements(f.reasons) x) END`;

const ruleFields = `'kind', ru.kind, 'reason', ru.reason, 'by', ruler.name, 'isByKeeper', ru.by_keeper`;
const keys = [{ column: 'line', type: 'integer' }] as const;
const rows = `(SELECT pr.*, b.organisation_id AS mentee_school, a.organisation_id AS mentor_school
  FROM matching_plan_row pr JOIN person b ON b.id = pr.mentee_id LEFT JOIN person a ON a.id = pr.mentor_id) x`;

const pairs: Listing = {
  name: 'matching-plan-pairs',
  from: rows,
  join: `JOIN person a ON a.id = f.mentor_id JOIN person b ON b.id = f.mentee_id
    LEFT JOIN matching_rule ru ON ru.round_id = f.round_id AND ru.mentee_id = b.id AND ru.mentor_id = a.id
    LEFT JOIN person ruler ON ruler.id = ru.by_id
    LEFT JOIN matching_laid ml ON ml.round_id = f.round_id AND ml.mentee_id = b.id AND ml.mentor_id = a.id
    LEFT JOIN pairing p ON p.id = ml.pairing_id`,
  item: `json_build_object('mentee', ${personJson('b')}, 'mentor', ${personJson('a')},
    'worth', CASE WHEN $2::boolean THEN f.worth END, 'reasons', ${reasons},
    'rule', CASE WHEN ru.kind IS NOT NULL THEN json_build_object(${ruleFields}) END,
    'laid', CASE WHEN p.id IS NOT NULL THEN json_build_object('pairingId', p.id, 'state', p.state) END)`,
  keys,
};

const unplaced: Listing = {
  name: 'matching-plan-gaps',
  from: rows,
  join: 'JOIN person b ON b.id = f.mentee_id',
  item: `json_build_object('mentee', ${personJson('b')}, 'reasons', ${gaps})`,
  keys,
};

const said = `SELECT mr.mentee_id, mr.mentor_id, mr.kind, mr.reason, mr.by_id, mr.by_keeper FROM matching_rule mr
  WHERE mr.round_id = r.id
  UNION ALL SELECT ml.mentee_id, ml.mentor_id, 'declined', coalesce(p.reason, ''), NULL, false FROM matching_laid ml
  JOIN pairing p ON p.id = ml.pairing_id WHERE ml.round_id = r.id AND p.state = 'lapsed'`;

const plan = (kind: MatchingKind): string => `json_build_object('figures', r.plans -> '${kind}', 'newPairs',
  (SELECT count(*) FROM matching_plan_row pr WHERE pr.round_id = r.id AND pr.plan = '${kind}' AND pr.mentor_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.round_id = r.id AND ml.mentee_id = pr.mentee_id
       AND ml.mentor_id = pr.mentor_id)))::text AS ${kind}`;

/** So many of what was ruled are listed; how many there are is told. */
const mostRules = 200;
const ruled = `FROM (${said}) ru JOIN person a ON a.id = ru.mentor_id JOIN person b ON b.id = ru.mentee_id
  LEFT JOIN person ruler ON ruler.id = ru.by_id
  WHERE $2::uuid IS NULL OR $2::uuid IN (a.organisation_id, b.organisation_id)`;

// $2 whose school's rows, or null for all.
const head = statement(
  'matching-plan-head',
  `SELECT json_build_object('plannedAt', r.planned_at, 'version', r.version,
     'isOutdated', EXISTS (SELECT FROM matching_laid ml JOIN pairing p ON p.id = ml.pairing_id
       JOIN matching_plan_row pr ON pr.round_id = r.id AND pr.mentee_id = ml.mentee_id AND pr.mentor_id = ml.mentor_id
       WHERE ml.round_id = r.id AND p.state = 'lapsed'),
     'ruleCount', (SELECT count(*) ${ruled}),
     'rules', (SELECT coalesce(json_agg(one.item ORDER BY one.kind, one.mentee_code, one.mentor_code), '[]')
       FROM (SELECT ru.kind, b.code AS mentee_code, a.code AS mentor_code,
           json_build_object('mentee', ${personJson('b')}, 'mentor', ${personJson('a')}, ${ruleFields}) AS item
         ${ruled} ORDER BY ru.kind, b.code, a.code LIMIT ${String(mostRules)}) one))::text AS head,
     ${plan('optimal')}, ${plan('stable')}
   FROM matching_round r WHERE r.id = $1 AND r.plans IS NOT NULL`,
);

type Head = Readonly<Record<'head' | MatchingKind, string>>;

/** How much of a plan somebody sees: whose school's rows, or null for all, and whether who wished what. */
interface Seen {
  readonly roundId: MatchingRoundId;
  readonly schoolId: SchoolId | null;
  readonly isKeeper: boolean;
}

/** Who reads the plans of which round. */
export interface PlanReader {
  readonly actor: Actor;
  readonly round: RoundFacts;
}

const seenBy = ({ actor, round }: PlanReader): Seen => ({
  roundId: round.roundId,
  schoolId: planRowsFor(actor, round) === 'all' ? null : actor.schoolId,
  isKeeper: isAllowed(mayKeepMatching(actor, round)),
});

/** Which rows, and which page of them. */
export interface AskedRows {
  readonly plan: MatchingKind;
  readonly limit: number;
  readonly after?: string | undefined;
}

const firstPage = 50;
/** Adds fields that are JSON already. */
const withJson = (text: string, fields: Readonly<Record<string, string>>): string =>
  `${text.slice(0, -1)}, ${Object.entries(fields)
    .map(([name, value]) => `"${name}": ${value}`)
    .join(', ')}}`;

function page(
  read: Read,
  { listing, seen }: { readonly listing: Listing; readonly seen: Seen },
  { plan: kind, limit, after }: AskedRows,
): Promise<string> {
  return listPage(read, listing, {
    ...{ limit, after, given: [seen.isKeeper] },
    narrowings: [
      where('round', seen.roundId, (id) => `x.round_id = ${id}`),
      where('plan', kind, (name) => `x.plan = ${name}`),
      where('placed', listing === pairs, (placed) => `(x.mentor_id IS NOT NULL) = ${placed}::boolean`),
      where('school', seen.schoolId, (id) => `${id}::uuid IN (x.mentee_school, x.mentor_school)`),
    ],
  });
}

/** The last plans of a round, as JSON, as far as the reader may see them. */
@Injectable()
export class PlanQueries {
  /** Both plans with the first page of their rows. */
  async view(read: Read, reader: PlanReader): Promise<string> {
    const seen = seenBy(reader);
    const found = orNotFound(await read.row<Head>(head, [seen.roundId, seen.schoolId]));
    const plans: [string, string][] = [];
    for (const kind of ['optimal', 'stable'] as const) {
      const asked = { plan: kind, limit: firstPage };
      const first = {
        pairs: await page(read, { listing: pairs, seen }, asked),
        unplaced: await page(read, { listing: unplaced, seen }, asked),
      };
      plans.push([kind, withJson(found[kind], first)]);
    }
    return withJson(found.head, Object.fromEntries(plans));
  }

  pairs(read: Read, reader: PlanReader, asked: AskedRows): Promise<string> {
    return page(read, { listing: pairs, seen: seenBy(reader) }, asked);
  }

  unplaced(read: Read, reader: PlanReader, asked: AskedRows): Promise<string> {
    return page(read, { listing: unplaced, seen: seenBy(reader) }, asked);
  }
}
