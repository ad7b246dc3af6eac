import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To what a frozen numeral counts once each nothing comes either, once it is issued. */
export class FrozenThingsWhole1790000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TRIGGER yearly_counted_comes AFTER INSERT ON yearly_issue_counted REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_thing_comes AFTER INSERT ON yearly_issue_thing REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
