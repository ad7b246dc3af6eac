import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lesson is made up by one lesson at a time. */
export class MakeUp1790000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Of two that would make up the same lesson one wins. Those that came to nothing do not count, as on the board of what is
-- lacking; until now nothing wrote the column.
CREATE UNIQUE INDEX lesson_made_up_once ON lesson (replaces_lesson_id)
  WHERE replaces_lesson_id IS NOT NULL AND state NOT IN ('draft', 'declined', 'expired', 'withdrawn', 'cancelled');
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
