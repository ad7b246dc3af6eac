import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the monthly board of completeness reads: ends of lessons, days of pairings, contacts, whom to ask. */
export class Completeness1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX lesson_replaces_ix ON lesson (replaces_lesson_id) WHERE replaces_lesson_id IS NOT NULL;
CREATE INDEX credit_day_ix ON credit (on_day, pairing_id)
  WHERE withdrawn_at IS NULL AND kind NOT IN ('lesson-plan', 'paper');
CREATE INDEX observation_day_ix ON observation (on_day, pairing_id) WHERE state <> 'open';
CREATE INDEX activity_held_ix ON activity (starts_at, id) WHERE state = 'held';

-- A row for each end of a lesson that was held or meant to be held, with what that school owes: the rule lackOfLesson.
-- Two branches, so that one school is found by its own index.
CREATE VIEW report_board_lesson AS
SELECT l.id AS lesson_id, l.starts_at, l.state, l.subject, l.topic, l.presenting_school_id AS school_id,
  l.receiving_school_id AS partner_id, coalesce(l.presenter_actual_id, l.presenter_id) AS teacher_id,
  CASE WHEN l.state = 'ended' AND NOT EXISTS (SELECT FROM record_signature s
      WHERE s.lesson_id = l.id AND s.school_id = l.presenting_school_id) THEN 'signature'
    WHEN l.state IN ('missed', 'interrupted') AND NOT EXISTS (SELECT FROM lesson r
      WHERE r.replaces_lesson_id = l.id AND r.state NOT IN ('draft', 'declined', 'expired', 'withdrawn', 'cancelled')) THEN 'make-up' END AS lack
FROM lesson l WHERE l.state IN ('ended', 'verified', 'missed', 'interrupted')
UNION ALL
SELECT l.id, l.starts_at, l.state, l.subject, l.topic, l.receiving_school_id, l.presenting_school_id,
  coalesce(l.local_teacher_actual_id, l.local_teacher_id),
  CASE WHEN l.state = 'ended' AND NOT EXISTS (SELECT FROM record_signature s
      WHERE s.lesson_id = l.id AND s.school_id = l.receiving_school_id) THEN 'signature'
    WHEN l.state IN ('missed', 'interrupted') AND NOT EXISTS (SELECT FROM lesson r
      WHERE r.replaces_lesson_id = l.id AND r.state NOT IN ('draft', 'declined', 'expired', 'withdrawn', 'cancelled')) THEN 'make-up' END
FROM lesson l WHERE l.state IN ('ended', 'verified', 'missed', 'interrupted');

-- Every day on which the two of a pairing met and one of them confirmed it: what moves last_contact_on.
CREATE VIEW report_board_contact AS
SELECT pairing_id, on_day FROM credit WHERE withdrawn_at IS NULL AND kind NOT IN ('lesson-plan', 'paper')
UNION ALL
SELECT pairing_id, on_day FROM observation WHERE state <> 'open'
UNION ALL
SELECT p.id, (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date
FROM activity a
JOIN activity_person mentor ON mentor.activity_id = a.id AND mentor.was_there
JOIN activity_person mentee ON mentee.activity_id = a.id AND mentee.was_there
JOIN pairing p ON p.mentor_id = mentor.person_id AND p.mentee_id = mentee.person_id
WHERE a.state = 'held';

-- Pairings that began, with the days on which they ran; past its last day nobody is expected to meet any more.
CREATE VIEW report_board_pairing AS
SELECT p.id, p.mentor_id, p.mentee_id, p.studio_id, p.from_day AS first_day, least(p.to_day, p.ended_on) AS last_day,
  p.last_contact_on, mentor.organisation_id AS mentor_school_id, mentee.organisation_id AS mentee_school_id
FROM pairing p JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id
WHERE p.state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed');

CREATE VIEW report_board_pause AS SELECT pairing_id, first_day, last_day FROM pairing_pause;

-- Whom to ask, by the name in the register.
CREATE VIEW report_board_person AS
SELECT p.id, p.code, p.name, p.organisation_id AS school_id, o.short_name AS school, 'coordinator' = ANY (p.roles) AS coordinates
FROM person p JOIN organisation o ON o.id = p.organisation_id;

CREATE VIEW report_board_school AS
SELECT o.id, o.code, o.short_name AS name, o.side_id, side.name AS side
FROM organisation o JOIN side ON side.id = o.side_id;

CREATE VIEW report_board_studio AS SELECT id, subject, lead_id FROM studio;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
