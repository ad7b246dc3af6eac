import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { MatchedPair, MatchingMentee, MatchingMentor, MatchingProblem, PersonId } from '@qinglan/domain';
import { currentOf, fixedPairs, room, runsElsewhere } from './matching.sql';
import type { RoundFacts } from './round.facts';

const pairsJson = (pairs: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('menteeId', t.mentee_id, 'mentorId', t.mentor_id)), '[]') FROM (${pairs}) t)`;

const members = (part: string, item: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', mp.person_id, 'name', o.name, 'subject', o.subject, ${item})
     ORDER BY o.code, o.id), '[]')
   FROM matching_person mp JOIN person o ON o.id = mp.person_id WHERE mp.round_id = r.id AND mp.part = '${part}')`;

/** Forbidden by the keeper, declined before, guiding each other already, or once paired from the very same day. */
const forbidden = `SELECT mr.mentee_id, mr.mentor_id FROM matching_rule mr WHERE mr.round_id = r.id AND mr.kind = 'forbid'
  UNION SELECT ml.mentee_id, ml.mentor_id FROM matching_laid ml JOIN pairing p ON p.id = ml.pairing_id
    WHERE ml.round_id = r.id AND p.state = 'lapsed'
  UNION SELECT p.mentee_id, p.mentor_id FROM matching_person mp JOIN pairing p ON p.mentee_id = mp.person_id
    WHERE mp.round_id = r.id AND mp.part = 'mentee' AND ${runsElsewhere('r.id', 'r.from_day')}
  UNION SELECT p.mentee_id, p.mentor_id FROM matching_person mp JOIN pairing p ON p.mentee_id = mp.person_id
    WHERE mp.round_id = r.id AND mp.part = 'mentee' AND p.from_day = r.from_day AND p.state <> 'lapsed'
      AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.round_id = r.id AND ml.pairing_id = p.id)`;

const problem = statement(
  'matching-problem',
  `SELECT ${members('mentee', `'needs', mp.specialities, 'choices', mp.named`)} AS mentees,
     ${members('mentor', `'specialities', mp.specialities, 'order', mp.named, 'capacity', ${room}, 'current', ${currentOf('mp.person_id', 'r.id', 'r.from_day')}`)} AS mentors,
     ${pairsJson(fixedPairs('r.id'))} AS fixed, ${pairsJson(forbidden)} AS forbidden
   FROM matching_round r WHERE r.id = $1`,
);

type Named<T> = T & { readonly name: string };
interface Found {
  readonly mentees: readonly Named<MatchingMentee>[];
  readonly mentors: readonly Named<MatchingMentor>[];
  readonly fixed: readonly MatchedPair[];
  readonly forbidden: readonly MatchedPair[];
}

/** What a matching is decided from, and what people are called. */
export interface NamedProblem {
  readonly problem: MatchingProblem;
  readonly names: ReadonlyMap<PersonId, string>;
}

/** Everything a plan is worked out from, in one trip. */
@Injectable()
export class ProblemQueries {
  async problem(read: Read, round: RoundFacts): Promise<NamedProblem> {
    const found = orNotFound(await read.row<Found>(problem, [round.roundId]));
    return {
      problem: { ...found, weights: round.weights },
      names: new Map([...found.mentees, ...found.mentors].map(({ id, name }) => [id, name])),
    };
  }
}
