import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was issued takes nothing more, but for a page that could not be printed then; a link to a draft ends with that draft;
 * what the enrolled of an item come to is counted off an index.
 */
export class IssuesWhole1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TRIGGER yearly_row_comes AFTER INSERT ON yearly_issue_row REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_block_comes AFTER INSERT ON yearly_issue_block REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_file_comes AFTER INSERT ON yearly_file REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();

-- When a page was printed that could not be printed at freezing.
ALTER TABLE yearly_file ADD COLUMN made_later_at timestamptz;
DROP TRIGGER yearly_file_stays ON yearly_file;
CREATE FUNCTION yearly_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM yearly_issue i WHERE i.id = OLD.issue_id AND i.issued_at IS NOT NULL) THEN RETURN NEW; END IF;
  -- Bytes that are missing may come, once; nothing else of a file ever changes.
  IF OLD.content IS NULL AND NEW.content IS NOT NULL AND NEW.made_later_at IS NOT NULL
     AND (NEW.issue_id, NEW.name, NEW.position, NEW.kind, NEW.language)
       IS NOT DISTINCT FROM (OLD.issue_id, OLD.name, OLD.position, OLD.kind, OLD.language) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an issue does not change' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER yearly_file_stays BEFORE UPDATE ON yearly_file FOR EACH ROW EXECUTE FUNCTION yearly_file_stays();

-- Pages of an issue that somebody asked to print after all.
CREATE TABLE yearly_printing (
  issue_id uuid CONSTRAINT yearly_printing_pk PRIMARY KEY
    CONSTRAINT yearly_printing_of REFERENCES yearly_issue (id) ON DELETE CASCADE,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL CONSTRAINT yearly_printing_by REFERENCES person (id),
  ended_at timestamptz,
  failure text
);

-- A link to a draft is to that of one issue: the draft of the next correction is another.
ALTER TABLE yearly_link ADD COLUMN draft_number integer;
UPDATE yearly_link l SET draft_number = 1 + (
  SELECT count(*) FROM yearly_issue i WHERE i.year = l.year AND i.issued_at <= l.made_at)
WHERE l.issue_id IS NULL;
ALTER TABLE yearly_link ADD CONSTRAINT yearly_link_one_thing CHECK ((issue_id IS NULL) = (draft_number IS NOT NULL));

-- Ten thousand items of a year with twenty enrolled each: what is counted of them is read off the index alone, and not at
-- all where every number is stated (230,000 pages became 24,000).
CREATE INDEX enrolment_counted_ix ON enrolment (item_id) INCLUDE (attended, completed) WHERE state = 'enrolled';
CREATE OR REPLACE VIEW report_item AS
SELECT i.id, i.code, i.title, i.category, i.category_words, i.ordinal, i.year, i.first_day, i.last_day, i.certainty,
  i.sender_id, sent.side_id AS sender_side, i.host_id, host.side_id AS host_side, i.people,
  coalesce(i.enrolled, rows.enrolled) AS enrolled,
  coalesce(i.attended, rows.attended) AS attended,
  coalesce(i.completed, rows.completed) AS completed,
  CASE WHEN i.category IN ('teaching-visit', 'medical-visit') THEN 'visitor'
    WHEN i.category = 'placement' THEN 'placed'
    WHEN i.category IN ('training', 'medical-class') THEN 'enrolled' ELSE 'participant' END AS population,
  i.source, i.note
FROM programme_item i
LEFT JOIN organisation sent ON sent.id = i.sender_id
LEFT JOIN organisation host ON host.id = i.host_id
LEFT JOIN LATERAL (
  SELECT count(*)::int AS enrolled,
    CASE WHEN bool_and(e.attended IS NOT NULL) THEN count(*) FILTER (WHERE e.attended)::int END AS attended,
    CASE WHEN bool_and(e.completed IS NOT NULL) THEN count(*) FILTER (WHERE e.completed)::int END AS completed
  FROM enrolment e
  WHERE e.item_id = i.id AND e.state = 'enrolled' AND num_nulls(i.enrolled, i.attended, i.completed) > 0
  HAVING count(*) > 0) rows ON true
WHERE i.state = 'held';
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
