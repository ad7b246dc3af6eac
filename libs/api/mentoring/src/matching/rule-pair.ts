import { Injectable } from '@nestjs/common';
import { orRefuse, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, ruleMatchingPair } from '@qinglan/contracts';
import { type Actor, decideRule, type MatchedPair, type RuleFacts } from '@qinglan/domain';
import { laidPairs, room } from './matching.sql';
import { PeopleStore } from './people.store';
import { refusedMatching } from './refused-matching';
import type { RoundFacts } from './round.facts';
import { RoundKeeper } from './round.keeper';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

const pairJson = `coalesce(json_agg(json_build_object('menteeId', t.mentee_id, 'mentorId', t.mentor_id)), '[]')`;
const facts = statement(
  'matching-rule-facts',
  `SELECT (SELECT ${pairJson} FROM (${laidPairs('$1')}) t) AS laid,
     (SELECT ${pairJson} FROM matching_rule t WHERE t.round_id = $1 AND t.kind = 'pin'
        AND (t.mentee_id, t.mentor_id) <> ($2, $3)
        AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.round_id = t.round_id AND ml.mentee_id = t.mentee_id
          AND ml.mentor_id = t.mentor_id)) AS pinned,
     coalesce((SELECT ${room} FROM matching_person mp JOIN matching_round r ON r.id = mp.round_id
       WHERE mp.round_id = $1 AND mp.person_id = $3), 0) AS room`,
);

interface Found {
  readonly laid: readonly MatchedPair[];
  readonly pinned: readonly MatchedPair[];
  readonly room: number;
}

/** The keeper pins or forbids a pair with a reason, or sets it free. */
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
    return this.keeper.keep({ actor, roundId, version }, async ({ tx, round, by, now }) => {
      const known = await this.facts(tx, round, params);
      const pair = orRefuse(decideRule({ menteeId, mentorId, ...body }, known), refusedMatching);
      await this.store.rule(tx, roundId, { pair, by });
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }

  private async facts(read: Read, round: RoundFacts, { menteeId, mentorId }: MatchedPair): Promise<RuleFacts> {
    const { mentors, mentees } = await this.people.members(read, round.roundId);
    const found = await read.row<Found>(facts, [round.roundId, menteeId, mentorId]);
    return {
      ...(found ?? { laid: [], pinned: [], room: 0 }),
      state: round.state,
      mentorIds: new Set(mentors),
      menteeIds: new Set(mentees),
    };
  }
}
