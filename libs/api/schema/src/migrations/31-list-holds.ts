import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People on a list are held for its sittings; who moved up from the queue is told so. */
export class ListHolds1790000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- When somebody moved up by herself from the queue; null where she did not, or is not on the list any more.
ALTER TABLE enrolment ADD COLUMN moved_up_at timestamptz;

-- Who is on a list already is held for what is still to come, as far as nothing else takes her then.
DO $$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT t.id AS sitting_id, e.person_id, t.starts_at, t.ends_at
    FROM sitting t JOIN enrolment e ON e.item_id = t.item_id AND e.state = 'enrolled'
    WHERE t.state = 'scheduled' AND t.starts_at > now()
      AND NOT EXISTS (SELECT FROM hold h WHERE h.sitting_id = t.id AND h.party_id = e.person_id)
    ORDER BY t.starts_at, t.id, e.person_id
  LOOP
    BEGIN
      INSERT INTO hold (sitting_id, party_id, role, starts_at, ends_at)
      VALUES (one.sitting_id, one.person_id, 'participant', one.starts_at, one.ends_at);
    EXCEPTION WHEN exclusion_violation THEN
      NULL;
    END;
  END LOOP;
END $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
