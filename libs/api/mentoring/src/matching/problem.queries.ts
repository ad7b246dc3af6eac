import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { MatchingRoundId } from '@qinglan/domain';
import { apartPairs, currentOf, fixedPairs, room } from './matching.sql';

const pairsJson = (pairs: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('menteeId', t.mentee_id, 'mentorId', t.mentor_id)
     ORDER BY t.mentee_id, t.mentor_id), '[]') FROM (${pairs}) t)`;

const members = (part: string, item: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', mp.person_id, 'name', o.name, 'subject', o.subject, ${item})
     ORDER BY o.code, o.id), '[]')
   FROM matching_person mp JOIN person o ON o.id = mp.person_id WHERE mp.round_id = r.id AND mp.part = '${part}')`;

const current = currentOf('mp.person_id', 'r.id', 'r.from_day');

const problem = statement(
  'matching-problem',
  `SELECT json_build_object('weights', r.weights,
     'mentees', ${members('mentee', `'needs', mp.specialities, 'choices', mp.named`)},
     'mentors', ${members(
       'mentor',
       `'specialities', mp.specialities, 'order', mp.named, 'capacity', ${room}, 'current', ${current}`,
     )},
     'fixed', ${pairsJson(fixedPairs('r.id'))},
     'apart', (SELECT coalesce(json_agg(json_build_object('menteeId', t.mentee_id, 'mentorId', t.mentor_id,
         'cause', t.cause) ORDER BY t.mentee_id, t.mentor_id, t.cause), '[]')
       FROM (${apartPairs('r.id', 'r.from_day')}) t))::text
   FROM matching_round r WHERE r.id = $1`,
);

/** Everything a plan is worked out from, in one trip: a `MatchingProblem` with names, as JSON, always in the same order. */
@Injectable()
export class ProblemQueries {
  async problem(read: Read, roundId: MatchingRoundId): Promise<string> {
    return orNotFound(await read.text(problem, [roundId]));
  }
}
