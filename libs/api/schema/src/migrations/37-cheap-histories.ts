import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a section of a yearly report said after a change is found at once, however long the history is. */
export class CheapHistories1790000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX history_section_ix ON history (subject_id, (detail ->> 'section'), id)
  WHERE act IN ('yearly.section-added', 'yearly.section-written', 'yearly.items-arranged', 'yearly.section-removed');
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
