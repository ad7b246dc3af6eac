import { dayOf } from './day-of';

/** What comes out of lessons and pairings, as the report counts it. */
export const viewsOfWork = `
CREATE VIEW report_lesson AS
SELECT l.id, l.starts_at AS at, ${dayOf('l.starts_at')} AS first_day, ${dayOf('l.starts_at')} AS last_day,
  to_char(l.starts_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, 'recorded' AS certainty,
  l.kind, l.state, l.replaces_lesson_id IS NOT NULL AS is_make_up, l.receiving_school_id AS school_id,
  l.presenting_school_id AS supporting_school_id, o.stage, l.subject, l.reason, l.receiving_class_id AS class_id,
  coalesce(l.presenter_actual_id, l.presenter_id) AS presenter_id,
  coalesce(l.local_teacher_actual_id, l.local_teacher_id) AS local_teacher_id, l.effective_minutes AS minutes,
  (extract(epoch FROM l.ends_at - l.starts_at) / 60)::integer AS planned_minutes, l.receiving_heads AS heads,
  l.subject AS label
FROM lesson l JOIN organisation o ON o.id = l.receiving_school_id;

-- One to many: the mentor guides somebody else at some time of the pairing.
CREATE VIEW report_pairing AS
SELECT p.id, p.from_day AS first_day, coalesce(p.ended_on, p.to_day) AS last_day, p.ended_on,
  CASE WHEN mentor.evidence = 'demo' OR mentee.evidence = 'demo' THEN 'demo' ELSE 'recorded' END AS certainty,
  p.state, p.state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed') AS has_begun,
  CASE WHEN EXISTS (
    SELECT FROM pairing other WHERE other.mentor_id = p.mentor_id AND other.mentee_id <> p.mentee_id
      AND other.state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed')
      AND other.from_day <= coalesce(p.ended_on, p.to_day, 'infinity')
      AND coalesce(other.ended_on, other.to_day, 'infinity') >= p.from_day
  ) THEN 'one-to-many' ELSE 'one-to-one' END AS form,
  p.outcome, p.at_distance, p.studio_id, s.field, mentee.organisation_id AS school_id,
  mentor.organisation_id AS mentor_school_id, mentor.cohort, p.mentor_id, p.mentee_id,
  coalesce(s.subject, '—') AS label
FROM pairing p JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id
LEFT JOIN studio s ON s.id = p.studio_id;

CREATE VIEW report_ending AS
SELECT id, ended_on AS first_day, ended_on AS last_day, certainty, state, has_begun, form, outcome, at_distance, studio_id,
  field, school_id, mentor_school_id, cohort, mentor_id, mentee_id, label
FROM report_pairing WHERE ended_on IS NOT NULL;

CREATE VIEW report_obligation AS
SELECT md5(s.obligation_id::text || s.first_day::text)::uuid AS id, s.first_day, s.last_day,
  CASE WHEN mentor.evidence = 'demo' OR mentee.evidence = 'demo' THEN 'demo' ELSE 'recorded' END AS certainty,
  s.kind, s.done >= s.due AS is_met, s.due, least(s.done, s.due) AS done, p.studio_id, mentee.organisation_id AS school_id,
  p.mentor_id, p.mentee_id, s.pairing_id, coalesce(studio.subject, '—') AS label
FROM obligation_share s JOIN pairing p ON p.id = s.pairing_id
JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id
LEFT JOIN studio ON studio.id = p.studio_id
WHERE s.due > 0;

CREATE VIEW report_observation AS
SELECT o.id, o.on_day AS first_day, o.on_day AS last_day, to_char(o.on_day, 'YYYY-MM') AS month, 'recorded' AS certainty,
  o.direction, o.countersigned_at IS NOT NULL AS is_countersigned, p.studio_id, mentee.organisation_id AS school_id,
  p.mentor_id, p.mentee_id, coalesce(o.subject, studio.subject, '—') AS label
FROM observation o JOIN pairing p ON p.id = o.pairing_id JOIN person mentee ON mentee.id = p.mentee_id
LEFT JOIN studio ON studio.id = p.studio_id
WHERE o.state <> 'open';
CREATE INDEX observation_reported_ix ON observation (on_day, id) WHERE state <> 'open';

CREATE VIEW report_activity AS
SELECT a.id, ${dayOf('a.starts_at')} AS first_day, ${dayOf('a.starts_at')} AS last_day,
  to_char(a.starts_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, 'recorded' AS certainty, a.kind, a.state,
  a.studio_id, s.field, s.host_id AS school_id,
  CASE WHEN a.state = 'held' THEN (
    SELECT count(*)::integer FROM activity_person p WHERE p.activity_id = a.id AND p.was_there) END AS people,
  a.title AS label
FROM activity a JOIN studio s ON s.id = a.studio_id;
`;
