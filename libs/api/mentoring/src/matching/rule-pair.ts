import { Injectable } from '@nestjs/common';
import { orNotFound, orRefuse, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, ruleMatchingPair } from '@qinglan/contracts';
import {
  type Actor,
  decideRule,
  isAllowed,
  type MatchedPair,
  type MatchingPairSubject,
  mayKeepMatching,
  mayRuleMatchingPair,
  type RuleFacts,
  type SchoolId,
} from '@qinglan/domain';
import { apartByThemselves, laidPairs, room } from './matching.sql';
import { PeopleStore } from './people.store';
import { refusedMatching } from './refused-matching';
import type { RoundFacts } from './round.facts';
import { RoundKeeper, type Seen } from './round.keeper';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

// $1 the round, $2 the mentee, $3 the mentor.
const subject = statement(
  'matching-pair-subject',
  `SELECT (SELECT coalesce(array_agg(o.organisation_id), '{}') FROM matching_person mp
       JOIN person o ON o.id = mp.person_id WHERE mp.round_id = $1 AND mp.person_id IN ($2, $3)) AS schools,
     EXISTS (SELECT FROM matching_rule ru WHERE ru.round_id = $1 AND ru.mentee_id = $2 AND ru.mentor_id = $3
       AND ru.by_keeper) AS "isRuledByKeeper"`,
);
const pairJson = `coalesce(json_agg(json_build_object('menteeId', t.mentee_id, 'mentorId', t.mentor_id)), '[]')`;
const facts = statement(
  'matching-rule-facts',
  `SELECT (SELECT ${pairJson} FROM (${laidPairs('r.id')}) t WHERE t.mentee_id = $2 OR t.mentor_id = $3) AS laid,
     (SELECT ${pairJson} FROM matching_rule t WHERE t.round_id = r.id AND t.kind = 'pin'
        AND (t.mentee_id = $2) <> (t.mentor_id = $3)
        AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.round_id = t.round_id AND ml.mentee_id = t.mentee_id
          AND ml.mentor_id = t.mentor_id)) AS pinned,
     coalesce((SELECT ${room} FROM matching_person mp WHERE mp.round_id = r.id AND mp.person_id = $3), 0) AS room,
     ${apartByThemselves('r.id', 'r.from_day', { mentee: '$2', mentor: '$3' })} AS apart
   FROM matching_round r WHERE r.id = $1`,
);

interface Subject {
  readonly schools: readonly SchoolId[];
  readonly isRuledByKeeper: boolean;
}

type PairOfRound = InputOf<typeof ruleMatchingPair>['params'];
type Found = Pick<RuleFacts, 'laid' | 'pinned' | 'room' | 'apart'>;

/** Keepers, and coordinators of the two schools, pin or forbid a pair with a reason, or set it free. */
@Injectable()
export class RulePair {
  constructor(
    private readonly keeper: RoundKeeper,
    private readonly people: PeopleStore,
    private readonly store: RoundStore,
    private readonly viewer: RoundViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof ruleMatchingPair>): Promise<string> {
    const { roundId, menteeId, mentorId } = params;
    const may = async ({ read, round }: Seen) => mayRuleMatchingPair(actor, round, await this.subject(read, params));
    return this.keeper.keep({ actor, roundId, version, may }, async ({ tx, round, by, now }) => {
      const known = await this.facts(tx, round, params);
      const pair = orRefuse(decideRule({ menteeId, mentorId, ...body }, known), refusedMatching);
      await this.store.rule(tx, roundId, { pair, by, isByKeeper: isAllowed(mayKeepMatching(actor, round)) });
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }

  private async subject(read: Read, { roundId, menteeId, mentorId }: PairOfRound): Promise<MatchingPairSubject> {
    const found = orNotFound(await read.row<Subject>(subject, [roundId, menteeId, mentorId]));
    return { schoolIds: new Set(found.schools), isRuledByKeeper: found.isRuledByKeeper };
  }

  private async facts(read: Read, round: RoundFacts, { menteeId, mentorId }: MatchedPair): Promise<RuleFacts> {
    const { mentors, mentees } = await this.people.members(read, round.roundId);
    const found = orNotFound(await read.row<Found>(facts, [round.roundId, menteeId, mentorId]));
    return { ...found, state: round.state, mentorIds: new Set(mentors), menteeIds: new Set(mentees) };
  }
}
