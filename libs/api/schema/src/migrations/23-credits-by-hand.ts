import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was counted by hand in a pairing, taken back or not, is found without a look at every credit. */
export class CreditsByHand1790000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX credit_hand_ix ON credit (pairing_id, on_day, at) WHERE source = 'hand'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
