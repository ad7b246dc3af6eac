import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { constraintOf, History, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { InputOf, saveMatchingRound } from '@qinglan/contracts';
import type { MatchingRoundId, MatchingRoundState, RuledPair } from '@qinglan/domain';
import { PlanStore } from './plan.store';
import type { RoundFacts } from './round.facts';

const add = statement(
  'matching-round-add',
  `INSERT INTO matching_round (id, title, studio_id, cohort, opens_on, closes_on, from_day, to_day, hours_per_mentee, weights)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)`,
);
const change = statement(
  'matching-round-change',
  `UPDATE matching_round SET title = $2, studio_id = $3, cohort = $4, opens_on = $5, closes_on = $6, from_day = $7,
     to_day = $8, hours_per_mentee = $9, weights = $10::jsonb, version = version + 1
   WHERE id = $1`,
);
const step = statement(
  'matching-round-step',
  'UPDATE matching_round SET state = $2, version = version + 1 WHERE id = $1',
);
const touch = statement('matching-round-touch', 'UPDATE matching_round SET version = version + 1 WHERE id = $1');
const rule = statement(
  'matching-rule-set',
  `INSERT INTO matching_rule (round_id, mentee_id, mentor_id, kind, reason, by_id, at, by_keeper)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (round_id, mentee_id, mentor_id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason,
     by_id = excluded.by_id, at = excluded.at, by_keeper = excluded.by_keeper`,
);
const free = statement(
  'matching-rule-free',
  'DELETE FROM matching_rule WHERE round_id = $1 AND mentee_id = $2 AND mentor_id = $3',
);

const refusals: Readonly<Record<string, () => Refused>> = {
  matching_round_pk: () => new Refused('id-taken'),
  matching_round_studio: () => invalid('#/studioId', 'no such studio'),
  matching_round_days: () => invalid('#/closesOn', 'before it opens'),
  matching_round_pairing_days: () => invalid('#/toDay', 'before the pairings begin'),
};
const invalid = (pointer: string, detail: string) => new Refused('invalid-input', { errors: [{ pointer, detail }] });

function refuseKnown(error: unknown): never {
  throw refusals[constraintOf(error)]?.() ?? error;
}

type Body = InputOf<typeof saveMatchingRound>['body'];
const valuesOf = (roundId: MatchingRoundId, body: Body): readonly unknown[] => [
  ...[roundId, body.title, body.studioId, body.cohort, body.opensOn, body.closesOn, body.fromDay, body.toDay],
  ...[body.hoursPerMentee, JSON.stringify(body.weights)],
];

/** A pair as somebody ruled on it. */
export interface Ruled {
  readonly pair: RuledPair;
  readonly by: By;
  readonly isByKeeper: boolean;
}

/** The only writer of `matching_round`, but for its plans, and of `matching_rule`; the round is locked. */
@Injectable()
export class RoundStore {
  constructor(
    private readonly history: History,
    private readonly plans: PlanStore,
  ) {}

  async save(
    tx: Tx,
    roundId: MatchingRoundId,
    given: { readonly body: Body; readonly isNew: boolean; readonly by: By },
  ) {
    const { body, isNew, by } = given;
    await tx.run(isNew ? add : change, valuesOf(roundId, body)).catch(refuseKnown);
    if (!isNew) await this.plans.putAside(tx, roundId);
    await this.note(tx, roundId, { act: isNew ? 'matching.opened' : 'matching.changed', after: body, by });
  }

  /** Plans are kept where a round closes or is laid, and put aside where it opens again. */
  async step(tx: Tx, { roundId, state }: RoundFacts, { to, by }: { to: MatchingRoundState; by: By }): Promise<void> {
    await tx.run(step, [roundId, to]);
    if (to === 'open') await this.plans.putAside(tx, roundId);
    await this.note(tx, roundId, { act: `matching.${to}`, before: { state }, after: { state: to }, by });
  }

  async rule(tx: Tx, roundId: MatchingRoundId, { pair, by, isByKeeper }: Ruled): Promise<void> {
    const { menteeId, mentorId } = pair;
    if (pair.rule === 'free') await tx.run(free, [roundId, menteeId, mentorId]);
    else {
      const values = [roundId, menteeId, mentorId, pair.rule, pair.reason, by.actorId, by.at.toString(), isByKeeper];
      await tx.run(rule, values);
    }
    await this.putPlansAside(tx, roundId);
    await this.note(tx, roundId, { act: 'matching.ruled', after: pair, by });
  }

  /** Something that the plans were worked out from has changed. */
  async putPlansAside(tx: Tx, roundId: MatchingRoundId): Promise<void> {
    await this.plans.putAside(tx, roundId);
    await tx.run(touch, [roundId]);
  }

  async note(
    tx: Tx,
    roundId: MatchingRoundId,
    { act, by, ...detail }: { act: string; by: By; before?: object; after?: object },
  ): Promise<void> {
    await this.history.add(tx, by, [{ subjectId: roundId, act, detail }]);
  }
}
