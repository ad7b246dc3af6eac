import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Heard lessons: who hears whom, every writing of every device, who read it, and who asked to be heard. */
export class Observations1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE observation (
  id uuid CONSTRAINT observation_pk PRIMARY KEY,
  pairing_id uuid NOT NULL CONSTRAINT observation_pairing REFERENCES pairing (id),
  direction text NOT NULL CONSTRAINT observation_direction_known CHECK (direction IN ('mentor-hears', 'mentee-hears')),
  mode text NOT NULL CONSTRAINT observation_mode_known CHECK (mode IN ('live', 'on-site', 'recording')),
  observer_id uuid NOT NULL CONSTRAINT observation_observer REFERENCES person (id),
  observed_id uuid NOT NULL CONSTRAINT observation_observed REFERENCES person (id),
  lesson_id uuid CONSTRAINT observation_lesson REFERENCES lesson (id),
  -- What was known when it was opened, from the lesson or typed; the topic follows what the observer writes.
  on_day date NOT NULL,
  starts_at timestamptz,
  ends_at timestamptz,
  school text NOT NULL,
  class text,
  subject text,
  topic text,
  state text NOT NULL CONSTRAINT observation_state_known CHECK (state IN ('open', 'submitted', 'locked')),
  opened_at timestamptz NOT NULL,
  -- What was sent to open it, to tell a repeated request from another one with the same id.
  asked text,
  -- Begun by mistake: the observer alone ever knew of it; it stays, and its lesson is free again.
  discarded_at timestamptz,
  submitted_at timestamptz,
  reply text,
  replied_at timestamptz,
  locked_at timestamptz,
  countersigned_at timestamptz,
  -- Which list of its two people it stands in.
  stage text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN discarded_at IS NOT NULL THEN 'discarded' WHEN state = 'open' THEN 'open' WHEN countersigned_at IS NULL THEN 'waiting' ELSE 'done' END) STORED,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT observation_two_people CHECK (observer_id <> observed_id),
  CONSTRAINT observation_submitted CHECK ((state = 'open') = (submitted_at IS NULL)),
  CONSTRAINT observation_locked CHECK ((state = 'locked') = (locked_at IS NOT NULL)),
  CONSTRAINT observation_discarded CHECK (discarded_at IS NULL OR state = 'open'),
  CONSTRAINT observation_countersigned CHECK (countersigned_at IS NULL OR state = 'locked')
);
-- One lesson is heard once in each direction of a pairing, however many devices open it.
CREATE UNIQUE INDEX observation_once ON observation (pairing_id, lesson_id, direction)
  WHERE lesson_id IS NOT NULL AND discarded_at IS NULL;
CREATE INDEX observation_observer_ix ON observation (observer_id, stage, on_day, id);
CREATE INDEX observation_observed_ix ON observation (observed_id, stage, on_day, id);
CREATE INDEX observation_pairing_ix ON observation (pairing_id, on_day, id);
CREATE INDEX observation_lesson_ix ON observation (lesson_id);

-- Every writing of every device, each once, never changed: the remarks and the heading are derived from it. What came
-- after the observation was submitted stands beside it as an amendment.
CREATE TABLE observation_change (
  observation_id uuid NOT NULL CONSTRAINT observation_change_of REFERENCES observation (id),
  change_id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  by_id uuid NOT NULL CONSTRAINT observation_change_by REFERENCES person (id),
  received_at timestamptz NOT NULL,
  is_amendment boolean NOT NULL,
  at timestamptz NOT NULL,
  entry_id uuid,
  based_on uuid,
  kind text CONSTRAINT observation_change_kind_known CHECK (kind IN ('note', 'highlight', 'problem', 'advice')),
  text text,
  licc text,
  tags text[] NOT NULL DEFAULT '{}',
  is_removed boolean NOT NULL DEFAULT false,
  field text CONSTRAINT observation_change_field_known CHECK (field IN ('topic', 'lessonType', 'classSize', 'rating')),
  value jsonb,
  CONSTRAINT observation_change_pk PRIMARY KEY (observation_id, change_id),
  CONSTRAINT observation_change_of_one CHECK ((entry_id IS NULL) <> (field IS NULL)),
  CONSTRAINT observation_change_entry CHECK (entry_id IS NULL OR (kind IS NOT NULL AND text IS NOT NULL))
);

-- Each reading by somebody else, for the two to see.
CREATE TABLE observation_reading (
  observation_id uuid NOT NULL CONSTRAINT observation_reading_of REFERENCES observation (id),
  person_id uuid NOT NULL CONSTRAINT observation_reading_by REFERENCES person (id),
  part text NOT NULL CONSTRAINT observation_reading_part_known CHECK (part IN ('lead', 'coordinator', 'successor')),
  read_at timestamptz NOT NULL
);
CREATE INDEX observation_reading_ix ON observation_reading (observation_id, read_at);

-- One of the two asks the other to hear or to be heard, a day ahead.
CREATE TABLE observation_request (
  id uuid CONSTRAINT observation_request_pk PRIMARY KEY,
  pairing_id uuid NOT NULL CONSTRAINT observation_request_pairing REFERENCES pairing (id),
  direction text NOT NULL
    CONSTRAINT observation_request_direction_known CHECK (direction IN ('mentor-hears', 'mentee-hears')),
  asked_by_id uuid NOT NULL CONSTRAINT observation_request_asked_by REFERENCES person (id),
  asked_of_id uuid NOT NULL CONSTRAINT observation_request_asked_of REFERENCES person (id),
  lesson_id uuid CONSTRAINT observation_request_lesson REFERENCES lesson (id),
  starts_at timestamptz NOT NULL,
  topic text,
  note text,
  state text NOT NULL
    CONSTRAINT observation_request_state_known CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn')),
  reason text,
  asked_at timestamptz NOT NULL,
  -- What was sent, to tell a repeated request from another one with the same id.
  asked text,
  answered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT observation_request_two_people CHECK (asked_by_id <> asked_of_id),
  CONSTRAINT observation_request_reason CHECK (state <> 'declined' OR reason IS NOT NULL)
);
-- What is arranged next in a pairing: state 'accepted', starts_at from now on.
CREATE INDEX observation_request_next_ix ON observation_request (pairing_id, starts_at, state);
CREATE INDEX observation_request_of_ix ON observation_request (asked_of_id, starts_at, id);
CREATE INDEX observation_request_by_ix ON observation_request (asked_by_id, starts_at, id);
CREATE INDEX observation_request_lesson_ix ON observation_request (lesson_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
