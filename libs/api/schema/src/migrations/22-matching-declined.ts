import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever declined in a round is found without a look at every pairing. */
export class MatchingDeclined1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX pairing_lapsed_ix ON pairing (id) WHERE state = 'lapsed'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
