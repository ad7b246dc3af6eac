import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Activities1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
