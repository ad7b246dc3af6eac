import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matching1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
