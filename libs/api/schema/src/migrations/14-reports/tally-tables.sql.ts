import { dayOf } from './day-of';

/** Minutes and heads on the lesson itself, and the tables into which lessons are tallied. */
export const tallyTables = `
-- The record says these once the lesson is over, or its pupils are counted; sums are taken from here.
ALTER TABLE lesson
  ADD COLUMN effective_minutes smallint CONSTRAINT lesson_minutes_count CHECK (effective_minutes >= 0),
  ADD COLUMN receiving_heads smallint CONSTRAINT lesson_heads_count CHECK (receiving_heads >= 0);
UPDATE lesson l SET effective_minutes = (h.detail ->> 'effectiveMinutes')::smallint
FROM history h
WHERE h.subject_id = l.id AND h.act = 'lesson.' || l.state AND h.detail ? 'effectiveMinutes'
  OR h.subject_id = l.id AND l.state = 'verified' AND h.act = 'lesson.ended' AND h.detail ? 'effectiveMinutes';
UPDATE lesson l SET receiving_heads = c.head_count
FROM head_count c WHERE c.lesson_id = l.id AND c.classroom_id = l.receiving_classroom_id;

CREATE FUNCTION lesson_heads_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lesson SET receiving_heads = CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.head_count END
  WHERE id = coalesce(NEW.lesson_id, OLD.lesson_id)
    AND receiving_classroom_id = coalesce(NEW.classroom_id, OLD.classroom_id);
  RETURN NULL;
END $$;
CREATE TRIGGER head_count_follows AFTER INSERT OR DELETE OR UPDATE OF head_count ON head_count
  FOR EACH ROW EXECUTE FUNCTION lesson_heads_follow();

-- What was tallied is never looked for by its key while a lesson is booked: changes are appended here and folded later.
CREATE TABLE lesson_delta (
  day date NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  is_make_up boolean NOT NULL,
  school_id uuid NOT NULL,
  supporting_school_id uuid NOT NULL,
  class_id uuid,
  presenter_id uuid NOT NULL,
  lessons integer NOT NULL,
  minutes integer NOT NULL,
  minutes_known integer NOT NULL,
  heads integer NOT NULL,
  heads_known integer NOT NULL
);

CREATE TABLE lesson_day_tally (
  day date NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  is_make_up boolean NOT NULL,
  lessons integer NOT NULL,
  minutes bigint NOT NULL,
  minutes_known integer NOT NULL,
  heads bigint NOT NULL,
  heads_known integer NOT NULL,
  CONSTRAINT lesson_day_tally_pk PRIMARY KEY (day, kind, state, is_make_up)
);
CREATE TABLE lesson_school_tally (
  month date NOT NULL,
  school_id uuid NOT NULL,
  supporting_school_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  is_make_up boolean NOT NULL,
  lessons integer NOT NULL,
  minutes bigint NOT NULL,
  minutes_known integer NOT NULL,
  heads bigint NOT NULL,
  heads_known integer NOT NULL,
  CONSTRAINT lesson_school_tally_pk PRIMARY KEY (month, school_id, supporting_school_id, kind, state, is_make_up)
);
-- How many lessons of a year a school, a class or a presenter has: whoever has any is counted once.
CREATE TABLE lesson_once_tally (
  year smallint NOT NULL,
  field text NOT NULL,
  state text NOT NULL,
  kind text NOT NULL,
  is_make_up boolean NOT NULL,
  value uuid NOT NULL,
  lessons integer NOT NULL,
  CONSTRAINT lesson_once_tally_pk PRIMARY KEY (year, field, state, kind, is_make_up, value) INCLUDE (lessons)
);
CREATE INDEX lesson_day_tally_empty_ix ON lesson_day_tally (day) WHERE lessons = 0;
CREATE INDEX lesson_school_tally_empty_ix ON lesson_school_tally (month) WHERE lessons = 0;
CREATE INDEX lesson_once_tally_empty_ix ON lesson_once_tally (year) WHERE lessons = 0;

-- A lesson as the tallies see it; the plain query that they have to equal.
CREATE VIEW lesson_counted AS
SELECT l.id, l.starts_at AS at, ${dayOf('l.starts_at')} AS day, l.kind, l.state, l.replaces_lesson_id IS NOT NULL AS is_make_up,
  l.receiving_school_id AS school_id, l.presenting_school_id AS supporting_school_id, l.receiving_class_id AS class_id,
  coalesce(l.presenter_actual_id, l.presenter_id) AS presenter_id, 1 AS lessons,
  coalesce(l.effective_minutes, 0)::integer AS minutes, (l.effective_minutes IS NOT NULL)::integer AS minutes_known,
  coalesce(l.receiving_heads, 0)::integer AS heads, (l.receiving_heads IS NOT NULL)::integer AS heads_known
FROM lesson l;
`;
