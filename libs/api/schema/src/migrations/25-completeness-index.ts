import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a lesson lacks, found by the index of the lessons that replace another. */
export class CompletenessIndex1790000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The same rows as before. That the other lesson replaces one is said again, or Postgres reads every lesson for it and not
-- the index of those few.
CREATE OR REPLACE VIEW report_board_lesson AS
SELECT l.id AS lesson_id, l.starts_at, l.state, l.subject, l.topic, l.presenting_school_id AS school_id,
  l.receiving_school_id AS partner_id, coalesce(l.presenter_actual_id, l.presenter_id) AS teacher_id,
  CASE WHEN l.state = 'ended' AND NOT EXISTS (SELECT FROM record_signature s
      WHERE s.lesson_id = l.id AND s.school_id = l.presenting_school_id) THEN 'signature'
    WHEN l.state IN ('missed', 'interrupted') AND NOT EXISTS (SELECT FROM lesson r
      WHERE r.replaces_lesson_id = l.id AND r.replaces_lesson_id IS NOT NULL
        AND r.state NOT IN ('draft', 'declined', 'expired', 'withdrawn', 'cancelled')) THEN 'make-up' END AS lack
FROM lesson l WHERE l.state IN ('ended', 'verified', 'missed', 'interrupted')
UNION ALL
SELECT l.id, l.starts_at, l.state, l.subject, l.topic, l.receiving_school_id, l.presenting_school_id,
  coalesce(l.local_teacher_actual_id, l.local_teacher_id),
  CASE WHEN l.state = 'ended' AND NOT EXISTS (SELECT FROM record_signature s
      WHERE s.lesson_id = l.id AND s.school_id = l.receiving_school_id) THEN 'signature'
    WHEN l.state IN ('missed', 'interrupted') AND NOT EXISTS (SELECT FROM lesson r
      WHERE r.replaces_lesson_id = l.id AND r.replaces_lesson_id IS NOT NULL
        AND r.state NOT IN ('draft', 'declined', 'expired', 'withdrawn', 'cancelled')) THEN 'make-up' END
FROM lesson l WHERE l.state IN ('ended', 'verified', 'missed', 'interrupted');
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
