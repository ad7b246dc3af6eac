import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a row of the report rests on, whatever it is a row of: who signed, what shows it, and its history. */
export class ReportEvidence1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE VIEW report_signature AS
SELECT s.lesson_id AS subject_id, o.name AS organisation, s.signed_at AS at
FROM record_signature s JOIN organisation o ON o.id = s.school_id
UNION ALL
SELECT s.pairing_id, o.name, s.signed_at
FROM agreement_signature s JOIN person p ON p.id = s.person_id JOIN organisation o ON o.id = p.organisation_id
UNION ALL
SELECT v.id, o.name, v.countersigned_at
FROM observation v JOIN person p ON p.id = v.observed_id JOIN organisation o ON o.id = p.organisation_id
WHERE v.countersigned_at IS NOT NULL;

CREATE VIEW report_evidence AS
SELECT id AS subject_id, 'source' AS title, source AS text FROM programme_item WHERE source IS NOT NULL
UNION ALL
SELECT id, 'note', note FROM programme_item WHERE note IS NOT NULL
UNION ALL
SELECT e.id, 'source', i.source FROM enrolment e JOIN programme_item i ON i.id = e.item_id WHERE i.source IS NOT NULL
UNION ALL
SELECT id, 'proof', proof FROM person_honour
UNION ALL
SELECT id, 'agreement', agreement FROM pairing WHERE agreement IS NOT NULL
UNION ALL
SELECT pairing_id, 'done', title FROM credit WHERE withdrawn_at IS NULL
UNION ALL
SELECT id, 'source', source FROM statement
UNION ALL
SELECT i.lesson_id, 'presence', room.name || ' ' || to_char(i.opened_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') || '–'
  || coalesce(to_char(i.closed_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI'), '')
FROM presence_interval i JOIN party room ON room.id = i.classroom_id
UNION ALL
SELECT c.lesson_id, 'heads', room.name || ' ' || c.head_count FROM head_count c JOIN party room ON room.id = c.classroom_id;

CREATE VIEW report_history AS SELECT id, subject_id, at, act FROM history;

-- What is named in rows and breakdowns by its id: organisations, studios, items and classes, never people.
CREATE VIEW report_named AS
SELECT id, 'organisation' AS kind, code, name FROM organisation
UNION ALL
SELECT id, 'studio', code, subject FROM studio
UNION ALL
SELECT id, 'item', code, title FROM programme_item
UNION ALL
SELECT id, 'thing', code, name FROM class;

-- People by name, for lists that are asked for with a reason.
CREATE VIEW report_person AS
SELECT p.id, p.code, p.name, p.organisation_id AS school_id, o.name AS organisation
FROM person p JOIN organisation o ON o.id = p.organisation_id;

-- The first day on which the system recorded anything itself.
CREATE VIEW report_in_use AS
SELECT (at AT TIME ZONE 'Asia/Shanghai')::date AS since FROM history ORDER BY id LIMIT 1;

-- Every year of which anything is known.
CREATE VIEW report_year AS
SELECT year::integer FROM programme_item
UNION SELECT year FROM statement
UNION SELECT year FROM studio_honour
UNION SELECT year FROM lesson_once_tally
UNION SELECT extract(year FROM day)::integer FROM lesson_delta
UNION SELECT extract(year FROM from_day)::integer FROM pairing
  WHERE state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed');
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
