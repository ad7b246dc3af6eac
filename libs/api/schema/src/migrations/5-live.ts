import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lesson rooms: their log, the intervals of presence, head counts and signatures. */
export class Live1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE room (
  lesson_id uuid CONSTRAINT room_pk PRIMARY KEY CONSTRAINT room_lesson REFERENCES lesson (id),
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  last_offset integer NOT NULL DEFAULT 0
);

-- What changed in a room, in order; pruned a day after the lesson, when a new epoch begins.
CREATE TABLE room_log (
  lesson_id uuid NOT NULL CONSTRAINT room_log_room REFERENCES room (lesson_id),
  "offset" integer NOT NULL,
  at timestamptz NOT NULL,
  changes jsonb NOT NULL,
  CONSTRAINT room_log_pk PRIMARY KEY (lesson_id, "offset")
);
CREATE INDEX room_log_at_ix ON room_log (at);

-- From when to when a classroom was there; open while closed_at is null. A return within the grace reopens the last one.
CREATE TABLE presence_interval (
  id uuid CONSTRAINT presence_interval_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  lesson_id uuid NOT NULL CONSTRAINT presence_interval_lesson REFERENCES lesson (id),
  classroom_id uuid NOT NULL CONSTRAINT presence_interval_classroom REFERENCES classroom (id),
  opened_at timestamptz NOT NULL,
  last_beat_at timestamptz NOT NULL,
  closed_at timestamptz,
  CONSTRAINT presence_interval_forward CHECK (closed_at IS NULL OR closed_at >= opened_at)
);
CREATE UNIQUE INDEX presence_interval_open_once ON presence_interval (lesson_id, classroom_id) WHERE closed_at IS NULL;
CREATE INDEX presence_interval_lesson_ix ON presence_interval (lesson_id, classroom_id, opened_at);

CREATE TABLE head_count (
  lesson_id uuid NOT NULL CONSTRAINT head_count_lesson REFERENCES lesson (id),
  classroom_id uuid NOT NULL CONSTRAINT head_count_classroom REFERENCES classroom (id),
  head_count integer NOT NULL CONSTRAINT head_count_sane CHECK (head_count BETWEEN 0 AND 500),
  counted_at timestamptz NOT NULL,
  counted_by uuid NOT NULL CONSTRAINT head_count_by REFERENCES person (id),
  CONSTRAINT head_count_pk PRIMARY KEY (lesson_id, classroom_id)
);

CREATE TABLE record_signature (
  lesson_id uuid NOT NULL CONSTRAINT record_signature_lesson REFERENCES lesson (id),
  school_id uuid NOT NULL CONSTRAINT record_signature_school REFERENCES organisation (id),
  person_id uuid NOT NULL CONSTRAINT record_signature_person REFERENCES person (id),
  signed_at timestamptz NOT NULL,
  CONSTRAINT record_signature_pk PRIMARY KEY (lesson_id, school_id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
