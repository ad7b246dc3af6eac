import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a pairing grows towards, its open lessons and their panels, petitions, and cohorts that went home. */
export class Growth1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE growth_plan (
  pairing_id uuid CONSTRAINT growth_plan_pk PRIMARY KEY CONSTRAINT growth_plan_of REFERENCES pairing (id),
  -- [{title, seenBy, byDay, state}], two to four
  goals jsonb NOT NULL CONSTRAINT growth_plan_goals CHECK (jsonb_array_length(goals) BETWEEN 2 AND 4),
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL CONSTRAINT growth_plan_by REFERENCES person (id),
  version integer NOT NULL DEFAULT 1
);

-- The self-assessment at the start, and what the mentor writes in the middle and at the end of a term.
CREATE TABLE growth_text (
  pairing_id uuid NOT NULL CONSTRAINT growth_text_of REFERENCES pairing (id),
  kind text NOT NULL CONSTRAINT growth_text_kind_known CHECK (kind IN ('baseline', 'mid-term', 'term-summary')),
  term_code text NOT NULL,
  text text NOT NULL,
  written_by uuid NOT NULL CONSTRAINT growth_text_by REFERENCES person (id),
  written_at timestamptz NOT NULL,
  reply text,
  replied_by uuid CONSTRAINT growth_text_replied_by REFERENCES person (id),
  replied_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT growth_text_pk PRIMARY KEY (pairing_id, kind, term_code),
  CONSTRAINT growth_text_start CHECK ((kind = 'baseline') = (term_code = 'start')),
  CONSTRAINT growth_text_reply CHECK ((reply IS NULL) = (replied_by IS NULL) AND (reply IS NULL) = (replied_at IS NULL))
);

CREATE TABLE open_lesson (
  id uuid CONSTRAINT open_lesson_pk PRIMARY KEY,
  pairing_id uuid NOT NULL CONSTRAINT open_lesson_of REFERENCES pairing (id),
  lesson_id uuid CONSTRAINT open_lesson_lesson REFERENCES lesson (id),
  -- Of a lesson of the timetable the timetable knows better; these stand for one that is not in it.
  on_day date,
  topic text,
  closed_at timestamptz,
  closed_by uuid CONSTRAINT open_lesson_closed_by REFERENCES person (id),
  mean numeric(4, 1),
  is_passed boolean,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT open_lesson_held CHECK ((lesson_id IS NULL) = (on_day IS NOT NULL) AND (on_day IS NULL) = (topic IS NULL)),
  CONSTRAINT open_lesson_closed CHECK (
    (closed_at IS NULL) = (mean IS NULL) AND (closed_at IS NULL) = (is_passed IS NULL)
    AND (closed_at IS NULL) = (closed_by IS NULL))
);
CREATE INDEX open_lesson_pairing_ix ON open_lesson (pairing_id);
CREATE UNIQUE INDEX open_lesson_once ON open_lesson (pairing_id, lesson_id) WHERE lesson_id IS NOT NULL;

CREATE TABLE panel_mark (
  open_lesson_id uuid NOT NULL CONSTRAINT panel_mark_of REFERENCES open_lesson (id),
  person_id uuid NOT NULL CONSTRAINT panel_mark_person REFERENCES person (id),
  mark smallint CONSTRAINT panel_mark_range CHECK (mark BETWEEN 0 AND 100),
  word text,
  marked_at timestamptz,
  CONSTRAINT panel_mark_pk PRIMARY KEY (open_lesson_id, person_id),
  CONSTRAINT panel_mark_whole CHECK ((mark IS NULL) = (word IS NULL) AND (mark IS NULL) = (marked_at IS NULL))
);
CREATE INDEX panel_mark_person_ix ON panel_mark (person_id, open_lesson_id);

CREATE TABLE pairing_petition (
  id uuid CONSTRAINT pairing_petition_pk PRIMARY KEY,
  pairing_id uuid NOT NULL CONSTRAINT pairing_petition_of REFERENCES pairing (id),
  by_id uuid NOT NULL CONSTRAINT pairing_petition_by REFERENCES person (id),
  reason text NOT NULL,
  asked_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid CONSTRAINT pairing_petition_decided_by REFERENCES person (id),
  is_granted boolean,
  answer text,
  CONSTRAINT pairing_petition_decided CHECK (
    (decided_at IS NULL) = (is_granted IS NULL) AND (decided_at IS NULL) = (answer IS NULL))
);
-- One waits at a time.
CREATE UNIQUE INDEX pairing_petition_waiting ON pairing_petition (pairing_id) WHERE decided_at IS NULL;
CREATE INDEX pairing_petition_pairing_ix ON pairing_petition (pairing_id);
CREATE INDEX pairing_petition_open_ix ON pairing_petition (asked_at, id) WHERE decided_at IS NULL;

-- One pause holds at a time.
CREATE UNIQUE INDEX pairing_pause_open ON pairing_pause (pairing_id) WHERE last_day IS NULL;

CREATE TABLE cohort_closure (
  cohort text CONSTRAINT cohort_closure_pk PRIMARY KEY,
  -- What its history stands under.
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT cohort_closure_id_once UNIQUE,
  closed_at timestamptz NOT NULL,
  closed_by uuid NOT NULL CONSTRAINT cohort_closure_by REFERENCES person (id)
);
CREATE INDEX person_cohort_ix ON person (cohort) WHERE cohort IS NOT NULL;

-- Whoever begins, reopens or takes over a pairing with a mentor of a cohort waits here for whoever is closing it, and the
-- other way round; a closed cohort takes none, whichever way the row comes in. What goes on at a distance is no longer
-- the cohort's.
CREATE FUNCTION pairing_cohort_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_cohort text;
BEGIN
  IF NEW.at_distance OR NEW.state IN ('completed', 'extended', 'handed-over', 'dissolved', 'lapsed') THEN
    RETURN NEW;
  END IF;
  SELECT p.cohort INTO of_cohort FROM person p WHERE p.id = NEW.mentor_id;
  IF of_cohort IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(of_cohort, 7311));
  IF EXISTS (SELECT FROM cohort_closure c WHERE c.cohort = of_cohort) THEN
    RAISE EXCEPTION 'the cohort is closed' USING ERRCODE = '23514', CONSTRAINT = 'pairing_cohort_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pairing_cohort_open BEFORE INSERT OR UPDATE OF state, mentor_id, at_distance ON pairing
  FOR EACH ROW EXECUTE FUNCTION pairing_cohort_is_open();

-- Nor does a mentor bring open pairings into a cohort that is closed.
CREATE FUNCTION person_cohort_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.cohort, 7311));
  IF EXISTS (SELECT FROM cohort_closure c WHERE c.cohort = NEW.cohort) AND EXISTS (
    SELECT FROM pairing p WHERE p.mentor_id = NEW.id AND NOT p.at_distance AND (
      p.state NOT IN ('completed', 'extended', 'handed-over', 'dissolved', 'lapsed')
      OR (p.state = 'handed-over' AND NOT EXISTS (SELECT FROM pairing n WHERE n.continues_id = p.id
        AND n.state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed'))))) THEN
    RAISE EXCEPTION 'the cohort is closed' USING ERRCODE = '23514', CONSTRAINT = 'person_cohort_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_cohort_open BEFORE UPDATE OF cohort ON person
  FOR EACH ROW WHEN (NEW.cohort IS NOT NULL AND NEW.cohort IS DISTINCT FROM OLD.cohort)
  EXECUTE FUNCTION person_cohort_is_open();
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
