import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Growth1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT 1`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
