import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sheets of the register that mentoring and the yearly report build on, and the imports themselves. */
export class Register1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE studio (
  id uuid CONSTRAINT studio_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT studio_code_once UNIQUE,
  subject text NOT NULL,
  field text NOT NULL CONSTRAINT studio_field_known CHECK (field IN ('education', 'medical')),
  host_id uuid NOT NULL CONSTRAINT studio_host REFERENCES organisation (id),
  lead_id uuid CONSTRAINT studio_lead REFERENCES person (id),
  evidence text NOT NULL CONSTRAINT studio_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE studio_honour (
  id uuid CONSTRAINT studio_honour_pk PRIMARY KEY,
  studio_id uuid NOT NULL CONSTRAINT studio_honour_of REFERENCES studio (id),
  title text NOT NULL,
  -- As stated by the source; 自治区、地区 names two levels at once and stays unresolved.
  level text NOT NULL,
  year smallint NOT NULL,
  evidence text NOT NULL CONSTRAINT studio_honour_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT studio_honour_once UNIQUE (studio_id, title, year)
);

CREATE TABLE pairing (
  id uuid CONSTRAINT pairing_pk PRIMARY KEY,
  mentor_id uuid NOT NULL CONSTRAINT pairing_mentor REFERENCES person (id),
  mentee_id uuid NOT NULL CONSTRAINT pairing_mentee REFERENCES person (id),
  studio_id uuid CONSTRAINT pairing_studio REFERENCES studio (id),
  from_day date NOT NULL,
  to_day date,
  agreement text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT pairing_once UNIQUE (mentor_id, mentee_id, from_day),
  CONSTRAINT pairing_two_people CHECK (mentor_id <> mentee_id),
  CONSTRAINT pairing_days CHECK (to_day IS NULL OR to_day >= from_day)
);
CREATE INDEX pairing_mentee_ix ON pairing (mentee_id);

-- A null number is unknown, never zero.
CREATE TABLE programme_item (
  id uuid CONSTRAINT programme_item_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT programme_item_code_once UNIQUE,
  category text NOT NULL,
  title text NOT NULL,
  year smallint NOT NULL,
  -- A day, a month or a year, as far as it is known: 2015-11-03, 2015-11, 2015.
  begins text,
  ends text,
  sender_id uuid CONSTRAINT programme_item_sender REFERENCES organisation (id),
  host_id uuid CONSTRAINT programme_item_host REFERENCES organisation (id),
  people integer,
  enrolled integer,
  attended integer,
  completed integer,
  evidence text NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE enrolment (
  id uuid CONSTRAINT enrolment_pk PRIMARY KEY,
  item_id uuid NOT NULL CONSTRAINT enrolment_item REFERENCES programme_item (id),
  person_id uuid NOT NULL CONSTRAINT enrolment_person REFERENCES person (id),
  state text NOT NULL,
  attended boolean,
  completed boolean,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT enrolment_once UNIQUE (item_id, person_id)
);

CREATE TABLE register_import (
  id uuid CONSTRAINT register_import_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL,
  actor_id uuid CONSTRAINT register_import_actor REFERENCES person (id),
  files text[] NOT NULL,
  created integer NOT NULL,
  changed integer NOT NULL
);
CREATE INDEX register_import_at_ix ON register_import (at, id);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
