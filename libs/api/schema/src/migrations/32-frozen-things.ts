import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a frozen numeral counts once each, so that "which 34" is answered of an issue as it is of the live number. */
export class FrozenThings1790000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A numeral of an issue that counts things once each: what the things are ({field, name, kind, choices}), and how many
-- rows do not say of which they are.
CREATE TABLE yearly_issue_counted (
  issue_id uuid NOT NULL CONSTRAINT yearly_issue_counted_of REFERENCES yearly_issue (id) ON DELETE CASCADE,
  key text NOT NULL,
  field jsonb NOT NULL,
  things integer NOT NULL,
  row_count integer NOT NULL,
  unknown_rows integer NOT NULL,
  CONSTRAINT yearly_issue_counted_pk PRIMARY KEY (issue_id, key)
);

-- One of them with the rows behind it, in their order. Of a person the number in the register, never a name or an id.
CREATE TABLE yearly_issue_thing (
  issue_id uuid NOT NULL,
  key text NOT NULL,
  place integer NOT NULL,
  label text NOT NULL,
  first_day date NOT NULL,
  last_day date,
  certainty text NOT NULL,
  source text NOT NULL,
  row_ids uuid[] NOT NULL,
  CONSTRAINT yearly_issue_thing_pk PRIMARY KEY (issue_id, key, place),
  CONSTRAINT yearly_issue_thing_of FOREIGN KEY (issue_id, key) REFERENCES yearly_issue_counted (issue_id, key)
    ON DELETE CASCADE
);

CREATE TRIGGER yearly_counted_stays AFTER UPDATE ON yearly_issue_counted REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_counted_remains AFTER DELETE ON yearly_issue_counted REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_thing_stays AFTER UPDATE ON yearly_issue_thing REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_thing_remains AFTER DELETE ON yearly_issue_thing REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
