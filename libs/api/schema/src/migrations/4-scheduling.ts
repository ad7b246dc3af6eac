import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series, proposals, lessons and the holds that the database refuses to overlap. */
export class Scheduling1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE series (
  id uuid CONSTRAINT series_pk PRIMARY KEY,
  code text CONSTRAINT series_code_once UNIQUE,
  term_code text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  presenting_school_id uuid NOT NULL CONSTRAINT series_presenting_school REFERENCES organisation (id),
  receiving_school_id uuid NOT NULL CONSTRAINT series_receiving_school REFERENCES organisation (id),
  presenter_id uuid NOT NULL CONSTRAINT series_presenter REFERENCES person (id),
  presenting_class_id uuid CONSTRAINT series_presenting_class REFERENCES class (id),
  presenting_classroom_id uuid NOT NULL CONSTRAINT series_presenting_classroom REFERENCES classroom (id),
  local_teacher_id uuid NOT NULL CONSTRAINT series_local_teacher REFERENCES person (id),
  receiving_class_id uuid CONSTRAINT series_receiving_class REFERENCES class (id),
  receiving_classroom_id uuid NOT NULL CONSTRAINT series_receiving_classroom REFERENCES classroom (id),
  weekday smallint NOT NULL CONSTRAINT series_weekday CHECK (weekday BETWEEN 1 AND 7),
  period smallint NOT NULL,
  weeks text NOT NULL,
  minutes smallint,
  skip_weeks smallint[] NOT NULL DEFAULT '{}',
  choices jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX series_presenting_school_ix ON series (presenting_school_id, term_code);
CREATE INDEX series_receiving_school_ix ON series (receiving_school_id, term_code);

CREATE TABLE proposal (
  id uuid CONSTRAINT proposal_pk PRIMARY KEY,
  series_id uuid CONSTRAINT proposal_series REFERENCES series (id),
  partnership_id uuid NOT NULL CONSTRAINT proposal_partnership REFERENCES partnership (id),
  from_school_id uuid NOT NULL CONSTRAINT proposal_from_school REFERENCES organisation (id),
  to_school_id uuid NOT NULL CONSTRAINT proposal_to_school REFERENCES organisation (id),
  proposed_by uuid NOT NULL CONSTRAINT proposal_proposed_by REFERENCES person (id),
  proposed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  message text,
  -- What was asked, to tell a repeated request from another one with the same id.
  asked text NOT NULL,
  -- Set when no lesson of it waits any more.
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX proposal_to_open_ix ON proposal (to_school_id, expires_at, id) WHERE closed_at IS NULL;
CREATE INDEX proposal_to_ix ON proposal (to_school_id, proposed_at, id);
CREATE INDEX proposal_from_ix ON proposal (from_school_id, proposed_at, id);
CREATE INDEX proposal_from_open_ix ON proposal (from_school_id, expires_at, id) WHERE closed_at IS NULL;
CREATE INDEX proposal_expiry_ix ON proposal (expires_at, id) WHERE closed_at IS NULL;
CREATE INDEX proposal_closed_ix ON proposal (proposed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX proposal_series_ix ON proposal (series_id);

CREATE TABLE lesson (
  id uuid CONSTRAINT lesson_pk PRIMARY KEY,
  proposal_id uuid NOT NULL CONSTRAINT lesson_proposal REFERENCES proposal (id),
  series_id uuid CONSTRAINT lesson_series REFERENCES series (id),
  partnership_id uuid NOT NULL CONSTRAINT lesson_partnership REFERENCES partnership (id),
  week smallint,
  kind text NOT NULL CONSTRAINT lesson_kind_known
    CHECK (kind IN ('synchronous', 'tutoring', 'training', 'diagnosis', 'on-demand')),
  subject text NOT NULL,
  topic text,
  state text NOT NULL CONSTRAINT lesson_state_known CHECK (state IN (
    'draft', 'proposed', 'countered', 'confirmed', 'live', 'ended', 'verified',
    'declined', 'expired', 'withdrawn', 'cancelled', 'missed', 'interrupted')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  presenting_school_id uuid NOT NULL CONSTRAINT lesson_presenting_school REFERENCES organisation (id),
  receiving_school_id uuid NOT NULL CONSTRAINT lesson_receiving_school REFERENCES organisation (id),
  presenter_id uuid NOT NULL CONSTRAINT lesson_presenter REFERENCES person (id),
  presenter_actual_id uuid CONSTRAINT lesson_presenter_actual REFERENCES person (id),
  local_teacher_id uuid NOT NULL CONSTRAINT lesson_local_teacher REFERENCES person (id),
  local_teacher_actual_id uuid CONSTRAINT lesson_local_teacher_actual REFERENCES person (id),
  presenting_class_id uuid CONSTRAINT lesson_presenting_class REFERENCES class (id),
  receiving_class_id uuid CONSTRAINT lesson_receiving_class REFERENCES class (id),
  presenting_classroom_id uuid NOT NULL CONSTRAINT lesson_presenting_classroom REFERENCES classroom (id),
  receiving_classroom_id uuid NOT NULL CONSTRAINT lesson_receiving_classroom REFERENCES classroom (id),
  presenting_period smallint,
  receiving_period smallint,
  presenting_shift smallint NOT NULL DEFAULT 0,
  receiving_shift smallint NOT NULL DEFAULT 0,
  reason text,
  replaces_lesson_id uuid CONSTRAINT lesson_replaces REFERENCES lesson (id),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT lesson_forward CHECK (starts_at < ends_at)
);
CREATE INDEX lesson_proposal_ix ON lesson (proposal_id);
CREATE INDEX lesson_series_ix ON lesson (series_id);
CREATE INDEX lesson_presenting_school_ix ON lesson (presenting_school_id, starts_at, id);
CREATE INDEX lesson_receiving_school_ix ON lesson (receiving_school_id, starts_at, id);
CREATE INDEX lesson_starts_ix ON lesson (starts_at, id);
CREATE INDEX lesson_state_ix ON lesson (state, starts_at, id);
CREATE INDEX lesson_presenter_ix ON lesson (presenter_id, starts_at, id);
CREATE INDEX lesson_local_teacher_ix ON lesson (local_teacher_id, starts_at, id);
-- What the clock has to look at: lessons agreed or under way, by their end.
CREATE INDEX lesson_due_ix ON lesson (ends_at) WHERE state IN ('confirmed', 'live');

-- Party × slot: the one thing that must never overlap. Ends touch; released holds do not count.
CREATE TABLE hold (
  lesson_id uuid NOT NULL CONSTRAINT hold_lesson REFERENCES lesson (id),
  party_id uuid NOT NULL CONSTRAINT hold_party REFERENCES party (id),
  role text NOT NULL CONSTRAINT hold_role_known CHECK (role IN (
    'presenter', 'local-teacher', 'presenting-class', 'receiving-class', 'presenting-classroom', 'receiving-classroom')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  during tstzrange GENERATED ALWAYS AS (tstzrange(starts_at, ends_at, '[)')) STORED,
  released_at timestamptz,
  CONSTRAINT hold_pk PRIMARY KEY (lesson_id, role),
  CONSTRAINT hold_party_free EXCLUDE USING gist (party_id WITH =, during WITH &&) WHERE (released_at IS NULL)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
