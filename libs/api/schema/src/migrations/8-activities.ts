import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of studios, which hold people's time with the same guarantee as lessons, and diagnoses of real lessons. */
export class Activities1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE activity (
  id uuid CONSTRAINT activity_pk PRIMARY KEY,
  studio_id uuid NOT NULL CONSTRAINT activity_studio REFERENCES studio (id),
  kind text NOT NULL CONSTRAINT activity_kind_known CHECK (kind IN ('joint-preparation', 'discussion', 'training')),
  title text NOT NULL,
  state text NOT NULL DEFAULT 'scheduled'
    CONSTRAINT activity_state_known CHECK (state IN ('scheduled', 'held', 'cancelled')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- Where: in words, over a link, or in a classroom that is then held too; at least one of them.
  place text,
  meeting_link text CONSTRAINT activity_meeting_link_secure CHECK (meeting_link LIKE 'https://%'),
  classroom_id uuid CONSTRAINT activity_classroom REFERENCES classroom (id),
  arranged_by uuid NOT NULL CONSTRAINT activity_arranged_by REFERENCES person (id),
  -- What was asked, to tell a repeated request from another one with the same id.
  asked text NOT NULL,
  summary text,
  reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT activity_forward CHECK (starts_at < ends_at),
  CONSTRAINT activity_somewhere CHECK (num_nonnulls(place, meeting_link, classroom_id) > 0),
  CONSTRAINT activity_summary_when_held CHECK ((state = 'held') = (summary IS NOT NULL))
);
CREATE INDEX activity_studio_ix ON activity (studio_id, starts_at, id);
-- What is over and not written down yet: nobody forgets it.
CREATE INDEX activity_open_ix ON activity (ends_at, id) WHERE state = 'scheduled';

CREATE TABLE activity_person (
  activity_id uuid NOT NULL CONSTRAINT activity_person_of REFERENCES activity (id),
  person_id uuid NOT NULL CONSTRAINT activity_person_person REFERENCES person (id),
  -- Belonged to the studio when invited, or was a guest.
  is_guest boolean NOT NULL,
  -- Unknown until the meeting is written down.
  was_there boolean,
  CONSTRAINT activity_person_pk PRIMARY KEY (activity_id, person_id)
);
CREATE INDEX activity_person_ix ON activity_person (person_id, activity_id);

-- A diagnosis of a real lesson hangs on that lesson and makes no second one: no slot and no holds of its own.
CREATE TABLE studio_diagnosis (
  studio_id uuid NOT NULL CONSTRAINT studio_diagnosis_studio REFERENCES studio (id),
  lesson_id uuid NOT NULL CONSTRAINT studio_diagnosis_lesson REFERENCES lesson (id),
  attached_by uuid NOT NULL CONSTRAINT studio_diagnosis_attached_by REFERENCES person (id),
  attached_at timestamptz NOT NULL,
  -- What to look at.
  focus text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT studio_diagnosis_pk PRIMARY KEY (studio_id, lesson_id)
);
CREATE INDEX studio_diagnosis_lesson_ix ON studio_diagnosis (lesson_id);
CREATE INDEX studio_diagnosis_newest_ix ON studio_diagnosis (studio_id, attached_at, lesson_id);

-- A hold is made by a lesson or by an activity; the exclusion constraint stays the one guarantee for both.
ALTER TABLE hold
  DROP CONSTRAINT hold_pk,
  DROP CONSTRAINT hold_role_known,
  ALTER COLUMN lesson_id DROP NOT NULL,
  ADD COLUMN activity_id uuid CONSTRAINT hold_activity REFERENCES activity (id),
  ADD CONSTRAINT hold_role_known CHECK (role IN (
    'presenter', 'local-teacher', 'presenting-class', 'receiving-class', 'presenting-classroom', 'receiving-classroom',
    'participant', 'room')),
  ADD CONSTRAINT hold_one_cause CHECK (num_nonnulls(lesson_id, activity_id) = 1),
  ADD CONSTRAINT hold_role_fits CHECK ((activity_id IS NOT NULL) = (role IN ('participant', 'room')));
CREATE UNIQUE INDEX hold_lesson_once ON hold (lesson_id, role) WHERE lesson_id IS NOT NULL;
CREATE UNIQUE INDEX hold_activity_once ON hold (activity_id, party_id) WHERE activity_id IS NOT NULL;

-- Who leads, presents or guides later is looked for by studio and by person.
CREATE INDEX studio_lead_ix ON studio (lead_id);
CREATE INDEX studio_host_ix ON studio (host_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
