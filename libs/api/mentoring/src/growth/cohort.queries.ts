import { Injectable } from '@nestjs/common';
import { type Listing, listPage, type Narrowing, where } from '@qinglan/api-directory';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { CohortView, InputOf, listCohortPairings } from '@qinglan/contracts';
import {
  type Actor,
  endActsFrom,
  pairingStates,
  type PersonId,
  seesEverything,
  statesBeforeSuccessor,
} from '@qinglan/domain';
import { isOpenPairing, isStanding, listed } from '../standing.sql';
import { arrayJson, personJson } from './sql';

const hasContinuation = (row: string, such: string): string =>
  `EXISTS (SELECT FROM pairing n WHERE n.continues_id = ${row}.id AND ${such})`;
const isHandedInVain = (row: string): string =>
  `(${row}.state = 'handed-over' AND NOT ${hasContinuation(row, `n.state NOT IN (${listed(statesBeforeSuccessor)})`)})`;
/** What `isOpenInCohort` says, in SQL. */
const isOpen = (row: string): string =>
  `(NOT ${row}.at_distance AND (${isOpenPairing(row)} OR ${isHandedInVain(row)}))`;
/** Ways out of each state, from the table of transitions; a row of the list that was handed over may wait for an answer. */
const ends = `'${JSON.stringify(Object.fromEntries(pairingStates.map((state) => [state, endActsFrom(state)])))}'::json`;
const endsOf = (row: string): string =>
  `CASE WHEN ${row}.state = 'handed-over' AND ${hasContinuation(row, `n.state <> 'lapsed'`)} THEN '[]'::json
    ELSE ${ends} -> ${row}.state END`;

const counted = (such: string): string => `(SELECT count(*) FROM theirs t WHERE NOT t.at_distance AND ${such})`;

// Counted by mentor first: nothing has to be sorted. Of a lead's studios only the mentors of their pairings are told.
const cohortsOf = (such: string, join: string): string => `
  SELECT json_build_object('items', ${arrayJson(
    `json_build_object('cohort', c.cohort, 'mentors', c.mentors, 'pairings', c.pairings, 'open', c.open,
       'closedAt', k.closed_at)`,
    'c.cohort',
  )})::text
   FROM (SELECT m.cohort, count(*) AS mentors, coalesce(sum(theirs.pairings), 0) AS pairings,
           coalesce(sum(theirs.open), 0) AS open
         FROM person m ${join} (
           SELECT p.mentor_id, count(*) AS pairings, count(*) FILTER (WHERE ${isOpen('p')}) AS open
           FROM pairing p WHERE ${such} GROUP BY p.mentor_id) theirs ON theirs.mentor_id = m.id
         WHERE m.cohort IS NOT NULL GROUP BY m.cohort) c
   LEFT JOIN cohort_closure k ON k.cohort = c.cohort`;
const all = statement('growth-cohorts', cohortsOf('true', 'LEFT JOIN'));
const led = statement(
  'growth-cohorts-led',
  cohortsOf('p.studio_id = ANY(ARRAY(SELECT s.id FROM studio s WHERE s.lead_id = $1))', 'JOIN'),
);

// $1 the cohort, $2 whose studios, or null for all, $3 today.
const view = statement(
  'growth-cohort',
  `WITH theirs AS (
     SELECT p.id, p.state, p.to_day, p.at_distance, p.mentor_id, s.id AS studio_id, s.subject
     FROM person m JOIN pairing p ON p.mentor_id = m.id LEFT JOIN studio s ON s.id = p.studio_id
     WHERE m.cohort = $1 AND ($2::uuid IS NULL OR s.lead_id = $2))
   SELECT json_build_object('cohort', $1::text,
     'mentors', (SELECT count(*) FROM person m WHERE m.cohort = $1
       AND ($2::uuid IS NULL OR m.id IN (SELECT mentor_id FROM theirs))),
     'pairings', (SELECT count(*) FROM theirs), 'open', (SELECT count(*) FROM theirs t WHERE ${isOpen('t')}),
     'closedAt', k.closed_at, 'closedBy', by_.name,
     'states', (SELECT ${arrayJson(`json_build_object('state', n.state, 'count', n.count)`, 'n.state')}
       FROM (SELECT state, count(*) AS count FROM theirs t
         WHERE NOT t.at_distance AND NOT ${isStanding.overdue('t', '$3::date')} GROUP BY state) n),
     'asked', ${counted(isStanding.asked('t'))}, 'running', ${counted(isStanding.running('t', '$3::date'))},
     'overdue', ${counted(isStanding.overdue('t', '$3::date'))},
     'studios', (SELECT ${arrayJson(
       `json_build_object('id', n.studio_id, 'subject', n.subject, 'open', n.open)`,
       'n.subject, n.studio_id',
     )} FROM (SELECT studio_id, subject, count(*) AS open FROM theirs t
         WHERE ${isOpen('t')} AND studio_id IS NOT NULL GROUP BY studio_id, subject) n),
     'atDistance', (SELECT count(*) FROM theirs t WHERE t.at_distance AND ${isOpenPairing('t')}),
     'awaited', (SELECT count(*) FROM theirs t WHERE NOT t.at_distance AND ${isHandedInVain('t')})) AS view
   FROM (SELECT 1) one LEFT JOIN cohort_closure k ON k.cohort = $1 LEFT JOIN person by_ ON by_.id = k.closed_by`,
);

const pairings: Listing = {
  name: 'growth-cohort-pairings',
  from: `(SELECT p.*, m.cohort, m.code AS mentor_code, s.lead_id, s.subject
    FROM pairing p JOIN person m ON m.id = p.mentor_id LEFT JOIN studio s ON s.id = p.studio_id) c`,
  join: 'JOIN person a ON a.id = f.mentor_id JOIN person b ON b.id = f.mentee_id',
  item: `json_build_object('id', f.id, 'mentor', ${personJson('a')}, 'mentee', ${personJson('b')},
    'studio', CASE WHEN f.studio_id IS NOT NULL THEN json_build_object('id', f.studio_id, 'subject', f.subject) END,
    'state', f.state, 'fromDay', f.from_day, 'toDay', f.to_day, 'lastContactOn', f.last_contact_on,
    'ends', ${endsOf('f')}, 'version', f.version)`,
  keys: [
    { column: 'mentor_code', type: 'text' },
    { column: 'id', type: 'uuid' },
  ],
};

/** A cohort before it is asked what the reader may do. */
export type CohortRow = Omit<CohortView, 'mayKeep'>;

/** Whose studios the reader is narrowed to: nobody's for those who see everything. */
export const leadOf = (actor: Actor): PersonId | null => (seesEverything(actor) ? null : actor.personId);

/** Whose pairings are read, and on which Beijing day. */
export interface CohortReader {
  /** Only of the studios she leads, or null for all. */
  readonly lead: PersonId | null;
  readonly today: string;
}

type Wanted = InputOf<typeof listCohortPairings>['query']['state'];

/** Those that wait for their end, or such as were asked for; what is carried on at a distance is no longer the cohort's. */
function which(wanted: Wanted, today: string): Narrowing {
  const own = (name: string, values: readonly string[], such: (one: string, two: string) => string): Narrowing => ({
    name,
    values,
    condition: (one = '', two = '') => `NOT c.at_distance AND ${such(one, two)}`,
  });
  switch (wanted) {
    case undefined:
      return { name: 'open', values: [], condition: () => isOpen('c') };
    case 'asked':
      return own(wanted, [], () => isStanding.asked('c'));
    case 'running':
    case 'overdue':
      return own(wanted, [today], (day) => isStanding[wanted]('c', `${day}::date`));
    default:
      return own(
        'state',
        [wanted, today],
        (state, day) => `c.state = ${state} AND NOT ${isStanding.overdue('c', `${day}::date`)}`,
      );
  }
}

/** Reads of cohorts, narrowed to the studios that the reader leads. */
@Injectable()
export class CohortQueries {
  async list(read: Read, lead: PersonId | null): Promise<string> {
    return orNotFound(await (lead === null ? read.text(all, []) : read.text(led, [lead])));
  }

  async view(read: Read, cohort: string, { lead, today }: CohortReader): Promise<CohortRow> {
    return orNotFound(await read.row<{ readonly view: CohortRow }>(view, [cohort, lead, today])).view;
  }

  pairings(read: Read, { lead, today }: CohortReader, asked: InputOf<typeof listCohortPairings>): Promise<string> {
    const { params, query } = asked;
    return listPage(read, pairings, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        where('cohort', params.cohort, (place) => `c.cohort = ${place}`),
        where('lead', lead, (place) => `c.lead_id = ${place}`),
        which(query.state, today),
        where('studio', query.studioId, (place) => `c.studio_id = ${place}`),
      ],
    });
  }
}
