import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rows behind each number of a frozen report's charts, in their order: a page of the last month costs what one of the first
 * does. Issues of before have none, and there the rows of the whole numeral are walked through.
 */
export class FrozenGroups1790000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- As blocks are kept of a numeral. Within and part are empty where a group is whole; a value is empty where rows have none.
CREATE TABLE yearly_issue_group (
  issue_id uuid NOT NULL CONSTRAINT yearly_issue_group_of REFERENCES yearly_issue (id) ON DELETE CASCADE,
  key text NOT NULL,
  field text NOT NULL,
  value text NOT NULL,
  within text NOT NULL,
  part text NOT NULL,
  block integer NOT NULL,
  source text NOT NULL,
  row_ids text[] NOT NULL,
  CONSTRAINT yearly_issue_group_pk PRIMARY KEY (issue_id, key, field, within, value, part, block)
);

CREATE TRIGGER yearly_group_stays AFTER UPDATE ON yearly_issue_group REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_group_remains AFTER DELETE ON yearly_issue_group REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_group_comes AFTER INSERT ON yearly_issue_group REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_group_kept BEFORE TRUNCATE ON yearly_issue_group EXECUTE FUNCTION yearly_table_stays();
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
