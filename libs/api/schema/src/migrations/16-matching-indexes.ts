import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans by the row, so that they are paged and laid in one go; whom a round is for; who ruled as what. */
export class MatchingIndexes1790000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- One row for each mentee of a plan, in the order of the mentees; without a mentor: left out. They are worked out from
-- the rest and go when something of it changes.
CREATE TABLE matching_plan_row (
  round_id uuid NOT NULL CONSTRAINT matching_plan_row_of REFERENCES matching_round (id),
  plan text NOT NULL CONSTRAINT matching_plan_row_plan_known CHECK (plan IN ('optimal', 'stable')),
  line integer NOT NULL,
  mentee_id uuid NOT NULL,
  mentor_id uuid,
  worth integer,
  reasons jsonb NOT NULL,
  CONSTRAINT matching_plan_row_pk PRIMARY KEY (round_id, plan, line),
  CONSTRAINT matching_plan_row_worth CHECK ((worth IS NULL) = (mentor_id IS NULL))
);

-- The plans of a round keep their figures alone; those of before are asked for again.
UPDATE matching_round SET plans = NULL, planned_at = NULL WHERE plans IS NOT NULL;

-- A round is for a studio or a cohort; those of before that are for neither are over.
UPDATE matching_round SET state = 'closed' WHERE studio_id IS NULL AND cohort IS NULL;
ALTER TABLE matching_round
  ADD CONSTRAINT matching_round_for CHECK (studio_id IS NOT NULL OR cohort IS NOT NULL OR state = 'closed');

-- What a keeper ruled, a coordinator does not undo. Until now keepers alone could.
ALTER TABLE matching_rule ADD COLUMN by_keeper boolean NOT NULL DEFAULT true;
ALTER TABLE matching_rule ALTER COLUMN by_keeper DROP DEFAULT;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
