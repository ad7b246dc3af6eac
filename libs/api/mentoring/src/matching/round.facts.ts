import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement, type Tx } from '@qinglan/api-platform';
import type {
  Actor,
  MatchingRoundId,
  MatchingRoundState,
  MatchingRoundSubject,
  MatchingWeights,
  StudioId,
} from '@qinglan/domain';

/** What rules and policies look at, for one asker. */
export interface RoundFacts extends MatchingRoundSubject {
  readonly roundId: MatchingRoundId;
  readonly title: string;
  readonly studioId: StudioId | null;
  readonly cohort: string | null;
  readonly state: MatchingRoundState;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly hoursPerMentee: number;
  readonly weights: MatchingWeights;
  readonly version: number;
}

const find = statement(
  'matching-round-facts',
  `SELECT r.id AS "roundId", r.title, r.studio_id AS "studioId", r.cohort, r.state, r.opens_on AS "opensOn",
     r.closes_on AS "closesOn", r.from_day AS "fromDay", r.to_day AS "toDay",
     r.hours_per_mentee::float8 AS "hoursPerMentee", r.weights, r.version, s.lead_id AS "leadId", me.part,
     EXISTS (SELECT FROM matching_person mp JOIN person o ON o.id = mp.person_id
       WHERE mp.round_id = r.id AND o.organisation_id = $3) AS "hasOwnPeople"
   FROM matching_round r LEFT JOIN studio s ON s.id = r.studio_id
   LEFT JOIN matching_person me ON me.round_id = r.id AND me.person_id = $2 WHERE r.id = $1`,
);
const lockToKeep = statement('matching-round-lock', 'SELECT id FROM matching_round WHERE id = $1 FOR NO KEY UPDATE');
const lockToTell = statement('matching-round-share', 'SELECT id FROM matching_round WHERE id = $1 FOR SHARE');

/** Single rounds, as rules look at them. */
@Injectable()
export class RoundQueries {
  find(read: Read, actor: Actor, roundId: MatchingRoundId): Promise<RoundFacts | null> {
    return read.row<RoundFacts>(find, [roundId, actor.personId, actor.schoolId]);
  }

  async facts(read: Read, actor: Actor, roundId: MatchingRoundId): Promise<RoundFacts> {
    return orNotFound(await this.find(read, actor, roundId));
  }

  /** Changes by keepers come one after the other. */
  async lock(tx: Tx, actor: Actor, roundId: MatchingRoundId): Promise<RoundFacts> {
    await tx.run(lockToKeep, [roundId]);
    return this.facts(tx, actor, roundId);
  }

  /** Many tell their wishes side by side; no keeper changes the round meanwhile. */
  async share(tx: Tx, actor: Actor, roundId: MatchingRoundId): Promise<RoundFacts> {
    await tx.run(lockToTell, [roundId]);
    return this.facts(tx, actor, roundId);
  }
}
