import { dayOf } from './day-of';

/** Every change of a lesson appends what it changes in the tallies. */
export const tallyTriggers = `
CREATE FUNCTION lesson_delta_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lesson_delta
  SELECT ${dayOf('l.starts_at')}, l.kind, l.state, l.replaces_lesson_id IS NOT NULL, l.receiving_school_id,
    l.presenting_school_id, l.receiving_class_id, coalesce(l.presenter_actual_id, l.presenter_id), 1,
    coalesce(l.effective_minutes, 0), (l.effective_minutes IS NOT NULL)::integer,
    coalesce(l.receiving_heads, 0), (l.receiving_heads IS NOT NULL)::integer
  FROM made l;
  RETURN NULL;
END $$;
CREATE FUNCTION lesson_delta_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lesson_delta
  SELECT ${dayOf('l.starts_at')}, l.kind, l.state, l.replaces_lesson_id IS NOT NULL, l.receiving_school_id,
    l.presenting_school_id, l.receiving_class_id, coalesce(l.presenter_actual_id, l.presenter_id), -1,
    -coalesce(l.effective_minutes, 0), -(l.effective_minutes IS NOT NULL)::integer,
    -coalesce(l.receiving_heads, 0), -(l.receiving_heads IS NOT NULL)::integer
  FROM was l;
  RETURN NULL;
END $$;
-- What a change leaves as it is in every tally is not appended: topics, periods and shifts come and go.
CREATE FUNCTION lesson_delta_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lesson_delta
  SELECT delta.* FROM was o JOIN made n ON n.id = o.id CROSS JOIN LATERAL (VALUES
    (${dayOf('o.starts_at')}, o.kind, o.state, o.replaces_lesson_id IS NOT NULL, o.receiving_school_id,
      o.presenting_school_id, o.receiving_class_id, coalesce(o.presenter_actual_id, o.presenter_id), -1,
      -coalesce(o.effective_minutes, 0)::integer, -(o.effective_minutes IS NOT NULL)::integer,
      -coalesce(o.receiving_heads, 0)::integer, -(o.receiving_heads IS NOT NULL)::integer),
    (${dayOf('n.starts_at')}, n.kind, n.state, n.replaces_lesson_id IS NOT NULL, n.receiving_school_id,
      n.presenting_school_id, n.receiving_class_id, coalesce(n.presenter_actual_id, n.presenter_id), 1,
      coalesce(n.effective_minutes, 0)::integer, (n.effective_minutes IS NOT NULL)::integer,
      coalesce(n.receiving_heads, 0)::integer, (n.receiving_heads IS NOT NULL)::integer)) AS delta
  WHERE (o.state, ${dayOf('o.starts_at')}, o.kind, o.replaces_lesson_id IS NULL, o.receiving_school_id,
    o.presenting_school_id, o.receiving_class_id, o.presenter_id, o.presenter_actual_id, o.effective_minutes,
    o.receiving_heads)
    IS DISTINCT FROM (n.state, ${dayOf('n.starts_at')}, n.kind, n.replaces_lesson_id IS NULL, n.receiving_school_id,
    n.presenting_school_id, n.receiving_class_id, n.presenter_id, n.presenter_actual_id, n.effective_minutes,
    n.receiving_heads);
  RETURN NULL;
END $$;
CREATE TRIGGER lesson_made AFTER INSERT ON lesson REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION lesson_delta_made();
CREATE TRIGGER lesson_changed AFTER UPDATE ON lesson REFERENCING OLD TABLE AS was NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION lesson_delta_changed();
CREATE TRIGGER lesson_gone AFTER DELETE ON lesson REFERENCING OLD TABLE AS was
  FOR EACH STATEMENT EXECUTE FUNCTION lesson_delta_gone();
`;
