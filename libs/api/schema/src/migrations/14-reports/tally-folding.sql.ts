/** Folding deltas into the tallies, and tallying everything anew. */
export const tallyFolding = `
-- Takes some deltas into the tallies, in one statement: a reader sees each of them in one place and never in two.
CREATE FUNCTION lesson_tally_fold(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE folded integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(714014) THEN RETURN 0; END IF;
  WITH gone AS (
    DELETE FROM lesson_delta WHERE ctid = ANY (ARRAY(SELECT ctid FROM lesson_delta LIMIT most)) RETURNING *
  ), by_day AS (
    INSERT INTO lesson_day_tally AS t
    SELECT day, kind, state, is_make_up, sum(lessons), sum(minutes), sum(minutes_known), sum(heads), sum(heads_known)
    FROM gone GROUP BY 1, 2, 3, 4
    ON CONFLICT (day, kind, state, is_make_up) DO UPDATE SET lessons = t.lessons + EXCLUDED.lessons,
      minutes = t.minutes + EXCLUDED.minutes, minutes_known = t.minutes_known + EXCLUDED.minutes_known,
      heads = t.heads + EXCLUDED.heads, heads_known = t.heads_known + EXCLUDED.heads_known
  ), by_school AS (
    INSERT INTO lesson_school_tally AS t
    SELECT date_trunc('month', day)::date, school_id, supporting_school_id, kind, state, is_make_up,
      sum(lessons), sum(minutes), sum(minutes_known), sum(heads), sum(heads_known)
    FROM gone GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (month, school_id, supporting_school_id, kind, state, is_make_up) DO UPDATE SET
      lessons = t.lessons + EXCLUDED.lessons,
      minutes = t.minutes + EXCLUDED.minutes, minutes_known = t.minutes_known + EXCLUDED.minutes_known,
      heads = t.heads + EXCLUDED.heads, heads_known = t.heads_known + EXCLUDED.heads_known
  ), once AS (
    INSERT INTO lesson_once_tally AS t
    SELECT extract(year FROM day), v.field, state, kind, is_make_up, v.value, sum(lessons)
    FROM gone, LATERAL (VALUES ('school', school_id), ('class', class_id), ('presenter', presenter_id)) AS v (field, value)
    WHERE v.value IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (year, field, state, kind, is_make_up, value) DO UPDATE SET lessons = t.lessons + EXCLUDED.lessons
  )
  SELECT count(*) INTO folded FROM gone;
  DELETE FROM lesson_day_tally WHERE lessons = 0 AND minutes = 0 AND minutes_known = 0 AND heads = 0 AND heads_known = 0;
  DELETE FROM lesson_school_tally WHERE lessons = 0 AND minutes = 0 AND minutes_known = 0 AND heads = 0 AND heads_known = 0;
  DELETE FROM lesson_once_tally WHERE lessons = 0;
  RETURN folded;
END $$;

-- Tallies everything anew from the lessons. Ask it in a transaction of one snapshot (REPEATABLE READ): deltas that are
-- written meanwhile then stay for the next fold, and nobody who books has to wait.
CREATE FUNCTION lesson_tally_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(714014);
  DELETE FROM lesson_delta;
  DELETE FROM lesson_day_tally;
  DELETE FROM lesson_school_tally;
  DELETE FROM lesson_once_tally;
  INSERT INTO lesson_day_tally
  SELECT day, kind, state, is_make_up, sum(lessons), sum(minutes), sum(minutes_known), sum(heads), sum(heads_known)
  FROM lesson_counted GROUP BY 1, 2, 3, 4;
  INSERT INTO lesson_school_tally
  SELECT date_trunc('month', day)::date, school_id, supporting_school_id, kind, state, is_make_up,
    sum(lessons), sum(minutes), sum(minutes_known), sum(heads), sum(heads_known)
  FROM lesson_counted GROUP BY 1, 2, 3, 4, 5, 6;
  INSERT INTO lesson_once_tally
  SELECT extract(year FROM day), v.field, state, kind, is_make_up, v.value, sum(lessons)
  FROM lesson_counted, LATERAL (VALUES ('school', school_id), ('class', class_id), ('presenter', presenter_id)) AS v (field, value)
  WHERE v.value IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6;
END $$;
INSERT INTO lesson_delta SELECT day, kind, state, is_make_up, school_id, supporting_school_id, class_id, presenter_id,
  lessons, minutes, minutes_known, heads, heads_known FROM lesson_counted;
`;
