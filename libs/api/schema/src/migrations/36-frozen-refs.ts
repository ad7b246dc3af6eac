import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The numbers of a frozen report's charts open: rows are narrowed by the things that they name, which are kept beside the names.
 * They only find rows; what the hash is taken of stays what it was. Null: frozen before they were kept, or names nothing.
 */
export class FrozenRefs1790000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE yearly_issue_row ADD COLUMN refs jsonb');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
