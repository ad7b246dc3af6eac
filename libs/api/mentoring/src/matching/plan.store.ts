import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { MatchedPair, MatchingRoundId } from '@qinglan/domain';

const plan = statement(
  'matching-round-plan',
  `UPDATE matching_round SET state = 'proposed', plans = $2::jsonb, planned_at = $3, version = version + 1 WHERE id = $1`,
);
const putAside = statement(
  'matching-plans-aside',
  'UPDATE matching_round SET plans = NULL, planned_at = NULL WHERE id = $1',
);
const clear = statement('matching-plan-rows-clear', 'DELETE FROM matching_plan_row WHERE round_id = $1');
const write = statement(
  'matching-plan-rows-write',
  `INSERT INTO matching_plan_row (round_id, plan, line, mentee_id, mentor_id, worth, reasons)
   SELECT $1, e.plan, e.line, e."menteeId", e."mentorId", e.worth, e.reasons
   FROM jsonb_to_recordset($2::jsonb) AS e (plan text, line integer, "menteeId" uuid, "mentorId" uuid, worth integer,
     reasons jsonb)`,
);
const planned = statement(
  'matching-plan-pairs',
  `SELECT pr.mentee_id AS "menteeId", pr.mentor_id AS "mentorId" FROM matching_plan_row pr
   WHERE pr.round_id = $1 AND pr.plan = $2 AND pr.mentor_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.round_id = pr.round_id AND ml.mentee_id = pr.mentee_id
       AND ml.mentor_id = pr.mentor_id)
   ORDER BY pr.line`,
);

/** The only writer of `matching_plan_row`, and of the plans of a round; the round is locked. */
@Injectable()
export class PlanStore {
  constructor(private readonly history: History) {}

  async plan(
    tx: Tx,
    roundId: MatchingRoundId,
    { worked, by }: { worked: { readonly figures: string; readonly rows: string }; by: By },
  ): Promise<void> {
    await tx.run(clear, [roundId]);
    await tx.run(write, [roundId, worked.rows]);
    await tx.run(plan, [roundId, worked.figures, by.at.toString()]);
    await this.history.add(tx, by, [{ subjectId: roundId, act: 'matching.planned', detail: {} }]);
  }

  /** Something that the plans were worked out from has changed. */
  async putAside(tx: Tx, roundId: MatchingRoundId): Promise<void> {
    await tx.run(clear, [roundId]);
    await tx.run(putAside, [roundId]);
  }

  /** Pairs of a plan that were not laid before the two yet. */
  newPairs(tx: Tx, roundId: MatchingRoundId, kind: 'optimal' | 'stable'): Promise<readonly MatchedPair[]> {
    return tx.rows<MatchedPair>(planned, [roundId, kind]);
  }
}
