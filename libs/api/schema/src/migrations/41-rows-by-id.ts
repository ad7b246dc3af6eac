import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a report opens by its id is found by an index, whichever source it is of. Every other source has the primary key of a
 * table for it; what is due of an obligation in one period has none of its own, and its id is reckoned.
 */
export class RowsById1790000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The same id as before, so that rows frozen earlier are the rows of today. A day is written out part by part: as a cast its
-- text hangs on a setting of the session. Stored, since a page of rows is put in order by it (with 46,000 shares a page
-- reckoned it for all of them, and again for each of its 51 rows).
ALTER TABLE obligation_share ADD COLUMN report_id uuid NOT NULL GENERATED ALWAYS AS (
  md5(obligation_id::text || lpad(extract(year FROM first_day)::integer::text, 4, '0')
    || '-' || lpad(extract(month FROM first_day)::integer::text, 2, '0')
    || '-' || lpad(extract(day FROM first_day)::integer::text, 2, '0'))::uuid) STORED;
CREATE UNIQUE INDEX obligation_share_reported ON obligation_share (report_id);

CREATE OR REPLACE VIEW report_obligation AS
SELECT s.report_id AS id, s.first_day, s.last_day,
  CASE WHEN mentor.evidence = 'demo' OR mentee.evidence = 'demo' THEN 'demo' ELSE 'recorded' END AS certainty,
  s.kind, s.done >= s.due AS is_met, s.due, least(s.done, s.due) AS done, p.studio_id, mentee.organisation_id AS school_id,
  p.mentor_id, p.mentee_id, s.pairing_id, coalesce(studio.subject, '—') AS label
FROM obligation_share s JOIN pairing p ON p.id = s.pairing_id
JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id
LEFT JOIN studio ON studio.id = p.studio_id
WHERE s.due > 0;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
