import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matching rounds: who is in one, what each said, what the keeper ruled, and which pairings came of it. */
export class Matching1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE matching_round (
  id uuid CONSTRAINT matching_round_pk PRIMARY KEY,
  title text NOT NULL,
  studio_id uuid CONSTRAINT matching_round_studio REFERENCES studio (id),
  cohort text,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  -- The planned days of the pairings.
  from_day date NOT NULL,
  to_day date,
  hours_per_mentee numeric(3, 1) NOT NULL CONSTRAINT matching_round_hours CHECK (hours_per_mentee > 0),
  weights jsonb NOT NULL,
  state text NOT NULL DEFAULT 'open'
    CONSTRAINT matching_round_state_known CHECK (state IN ('open', 'proposed', 'consenting', 'closed')),
  -- The last plans asked for, the optimal and the stable one, with figures and reasons; null once a rule changed.
  plans jsonb,
  planned_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT matching_round_days CHECK (closes_on >= opens_on),
  CONSTRAINT matching_round_pairing_days CHECK (to_day IS NULL OR to_day >= from_day),
  CONSTRAINT matching_round_planned CHECK ((plans IS NULL) = (planned_at IS NULL))
);
CREATE INDEX matching_round_closes_ix ON matching_round (closes_on, id);
CREATE INDEX matching_round_studio_ix ON matching_round (studio_id);

-- Nobody is on both sides of a round: one row a person.
CREATE TABLE matching_person (
  round_id uuid NOT NULL CONSTRAINT matching_person_of REFERENCES matching_round (id),
  person_id uuid NOT NULL CONSTRAINT matching_person_person REFERENCES person (id),
  part text NOT NULL CONSTRAINT matching_person_part_known CHECK (part IN ('mentor', 'mentee')),
  -- Mentors whom a mentee would like, dearest first, or mentees in a mentor's order.
  named uuid[] NOT NULL DEFAULT '{}',
  -- What a mentee would like help with, or what a mentor is strong in.
  specialities text[] NOT NULL DEFAULT '{}',
  -- Of a mentor alone: how many mentees, and how many hours a week.
  capacity smallint CONSTRAINT matching_person_capacity CHECK (capacity BETWEEN 0 AND 30),
  hours_per_week numeric(4, 1) CONSTRAINT matching_person_hours CHECK (hours_per_week BETWEEN 0 AND 60),
  told_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT matching_person_pk PRIMARY KEY (round_id, person_id),
  CONSTRAINT matching_person_choices CHECK (part = 'mentor' OR cardinality(named) <= 3),
  CONSTRAINT matching_person_offer CHECK (part = 'mentor' OR (capacity IS NULL AND hours_per_week IS NULL))
);
CREATE INDEX matching_person_person_ix ON matching_person (person_id, round_id);

CREATE TABLE matching_rule (
  round_id uuid NOT NULL CONSTRAINT matching_rule_of REFERENCES matching_round (id),
  mentee_id uuid NOT NULL,
  mentor_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT matching_rule_kind_known CHECK (kind IN ('pin', 'forbid')),
  reason text NOT NULL,
  by_id uuid NOT NULL CONSTRAINT matching_rule_by REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT matching_rule_pk PRIMARY KEY (round_id, mentee_id, mentor_id),
  CONSTRAINT matching_rule_mentee FOREIGN KEY (round_id, mentee_id) REFERENCES matching_person (round_id, person_id) ON DELETE CASCADE,
  CONSTRAINT matching_rule_mentor FOREIGN KEY (round_id, mentor_id) REFERENCES matching_person (round_id, person_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX matching_rule_pin_once ON matching_rule (round_id, mentee_id) WHERE kind = 'pin';
CREATE INDEX matching_rule_mentor_ix ON matching_rule (round_id, mentor_id);

-- The pairings laid before the two. Two people are laid before each other once a round: who declined is not asked again.
CREATE TABLE matching_laid (
  pairing_id uuid CONSTRAINT matching_laid_pk PRIMARY KEY CONSTRAINT matching_laid_pairing REFERENCES pairing (id),
  round_id uuid NOT NULL,
  mentee_id uuid NOT NULL,
  mentor_id uuid NOT NULL,
  CONSTRAINT matching_laid_once UNIQUE (round_id, mentee_id, mentor_id),
  CONSTRAINT matching_laid_mentee FOREIGN KEY (round_id, mentee_id) REFERENCES matching_person (round_id, person_id),
  CONSTRAINT matching_laid_mentor FOREIGN KEY (round_id, mentor_id) REFERENCES matching_person (round_id, person_id)
);
CREATE INDEX matching_laid_mentor_ix ON matching_laid (round_id, mentor_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
