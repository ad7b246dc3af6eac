import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft ends with its pairing, who need not come any more is told so, and long lists have their indexes. */
export class MentoringGaps1790000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- 'lapsed': the pairing ended before all three had signed it.
ALTER TABLE agreement_revision
  DROP CONSTRAINT agreement_revision_state_known,
  ADD CONSTRAINT agreement_revision_state_known CHECK (state IN ('draft', 'in-force', 'replaced', 'dropped', 'lapsed'));
UPDATE agreement_revision r SET state = 'lapsed', settled_at = now()
FROM pairing p WHERE p.id = r.pairing_id AND r.state = 'draft'
  AND p.state IN ('completed', 'extended', 'handed-over', 'dissolved', 'lapsed');

-- Who was asked to a meeting and need not come any more.
CREATE INDEX hold_let_go_ix ON hold (party_id) WHERE activity_id IS NOT NULL AND released_at IS NOT NULL;

-- Who works with whom in a studio, told from the index alone.
CREATE INDEX pairing_studio_working_ix ON pairing (studio_id, mentor_id) INCLUDE (mentee_id, to_day)
  WHERE state IN ('active', 'paused', 'assessing');
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
