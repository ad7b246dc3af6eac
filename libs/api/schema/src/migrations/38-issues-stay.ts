import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emptying a table is no way around it either: what was issued stays. */
export class IssuesStay1790000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION yearly_table_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM yearly_issue WHERE issued_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an issue does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER yearly_issue_kept BEFORE TRUNCATE ON yearly_issue EXECUTE FUNCTION yearly_table_stays();
CREATE TRIGGER yearly_row_kept BEFORE TRUNCATE ON yearly_issue_row EXECUTE FUNCTION yearly_table_stays();
CREATE TRIGGER yearly_block_kept BEFORE TRUNCATE ON yearly_issue_block EXECUTE FUNCTION yearly_table_stays();
CREATE TRIGGER yearly_file_kept BEFORE TRUNCATE ON yearly_file EXECUTE FUNCTION yearly_table_stays();
CREATE TRIGGER yearly_counted_kept BEFORE TRUNCATE ON yearly_issue_counted EXECUTE FUNCTION yearly_table_stays();
CREATE TRIGGER yearly_thing_kept BEFORE TRUNCATE ON yearly_issue_thing EXECUTE FUNCTION yearly_table_stays();
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
