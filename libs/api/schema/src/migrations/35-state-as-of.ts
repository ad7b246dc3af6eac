import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pairings and partnerships as they stood when a day was over: the report of a year tells nothing that came later. */
export class StateAsOf1790000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- When a pairing was assessed: on a day of the past that is known by this alone. Both ends are days of it.
CREATE TABLE pairing_assessment (
  id uuid CONSTRAINT pairing_assessment_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  pairing_id uuid NOT NULL CONSTRAINT pairing_assessment_of REFERENCES pairing (id),
  first_day date NOT NULL,
  -- Still assessed while null.
  last_day date,
  CONSTRAINT pairing_assessment_forward CHECK (last_day IS NULL OR last_day >= first_day)
);
CREATE INDEX pairing_assessment_ix ON pairing_assessment (pairing_id);
CREATE UNIQUE INDEX pairing_assessment_open ON pairing_assessment (pairing_id) WHERE last_day IS NULL;

INSERT INTO pairing_assessment (pairing_id, first_day, last_day)
SELECT s.id, s.day, greatest(s.day, s.next_day) FROM (
  SELECT p.id, h.act, (h.at AT TIME ZONE 'Asia/Shanghai')::date AS day,
    lead((h.at AT TIME ZONE 'Asia/Shanghai')::date) OVER (PARTITION BY p.id ORDER BY h.id) AS next_day
  FROM pairing p JOIN history h ON h.subject_id = p.id
  WHERE h.act IN ('pairing.active', 'pairing.paused', 'pairing.assessing', 'pairing.completed', 'pairing.extended',
    'pairing.handed-over', 'pairing.dissolved')
) s WHERE s.act = 'pairing.assessing' AND (s.next_day IS NOT NULL OR EXISTS (
  SELECT FROM pairing p WHERE p.id = s.id AND p.state = 'assessing'));

-- A pairing as it stood when a day was over: the rules pairingOn and pairingFormOn of the domain. Inlined by the planner
-- (one SELECT, STABLE, not STRICT), so that it costs what a view does.
DROP VIEW report_ending;
DROP VIEW report_pairing;
CREATE FUNCTION report_pairing_on(on_day date) RETURNS TABLE (
  id uuid, first_day date, last_day date, ended_on date, certainty text, state text, has_begun boolean, form text,
  outcome text, at_distance boolean, studio_id uuid, field text, school_id uuid, mentor_school_id uuid, cohort text,
  mentor_id uuid, mentee_id uuid, label text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT p.id, p.from_day, CASE WHEN p.ended_on <= $1 THEN p.ended_on ELSE p.to_day END,
  CASE WHEN p.ended_on <= $1 THEN p.ended_on END,
  CASE WHEN mentor.evidence = 'demo' OR mentee.evidence = 'demo' THEN 'demo' ELSE 'recorded' END,
  CASE WHEN p.state IN ('nominated', 'consenting', 'agreed', 'lapsed') THEN p.state
    WHEN p.state IN ('completed', 'extended', 'handed-over', 'dissolved') AND coalesce(p.ended_on <= $1, true) THEN p.state
    -- What ends on a day is over when that day is. What holds is few: found once for all pairings, not for each.
    WHEN p.id IN (SELECT s.pairing_id FROM pairing_pause s
      WHERE s.first_day <= $1 AND (s.last_day IS NULL OR s.last_day > $1)) THEN 'paused'
    WHEN p.id IN (SELECT s.pairing_id FROM pairing_assessment s
      WHERE s.first_day <= $1 AND (s.last_day IS NULL OR s.last_day > $1)) THEN 'assessing'
    ELSE 'active' END,
  p.state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed'),
  -- One to many: the mentor guided somebody else at some time of the pairing, as far as that had begun.
  CASE WHEN EXISTS (
    SELECT FROM pairing other WHERE other.mentor_id = p.mentor_id AND other.mentee_id <> p.mentee_id
      AND other.state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed') AND other.from_day <= $1
      AND other.from_day <= coalesce(CASE WHEN p.ended_on <= $1 THEN p.ended_on ELSE p.to_day END, 'infinity')
      AND coalesce(CASE WHEN other.ended_on <= $1 THEN other.ended_on ELSE other.to_day END, 'infinity') >= p.from_day
  ) THEN 'one-to-many' ELSE 'one-to-one' END,
  CASE WHEN p.state = 'lapsed' OR p.state IN ('completed', 'extended', 'handed-over', 'dissolved')
    AND coalesce(p.ended_on <= $1, true) THEN p.outcome END,
  p.at_distance, p.studio_id, s.field, mentee.organisation_id, mentor.organisation_id, mentor.cohort, p.mentor_id,
  p.mentee_id, coalesce(s.subject, '—')
FROM pairing p JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id
LEFT JOIN studio s ON s.id = p.studio_id
WHERE p.from_day <= $1
$$;
CREATE FUNCTION report_ending_on(on_day date) RETURNS TABLE (
  id uuid, first_day date, last_day date, certainty text, state text, has_begun boolean, form text, outcome text,
  at_distance boolean, studio_id uuid, field text, school_id uuid, mentor_school_id uuid, cohort text, mentor_id uuid,
  mentee_id uuid, label text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT r.id, r.ended_on, r.ended_on, r.certainty, r.state, r.has_begun, r.form, r.outcome, r.at_distance, r.studio_id,
  r.field, r.school_id, r.mentor_school_id, r.cohort, r.mentor_id, r.mentee_id, r.label
FROM report_pairing_on($1) r WHERE r.ended_on IS NOT NULL
$$;

-- When a partnership ends is said when it does: before that day it has no last one.
DROP VIEW report_partnership;
CREATE FUNCTION report_partnership_on(on_day date) RETURNS TABLE (
  id uuid, first_day date, last_day date, certainty text, school_id uuid, supporting_school_id uuid, stage text,
  label text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT p.id, p.from_day, CASE WHEN p.to_day <= $1 THEN p.to_day END, p.evidence, p.receiving_school_id,
  p.supporting_school_id, o.stage, o.name
FROM partnership p JOIN organisation o ON o.id = p.receiving_school_id
WHERE p.from_day <= $1
$$;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
