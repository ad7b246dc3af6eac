import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The report of a year: its draft, what both sides say to it, its issues with their rows and files, and links to it. */
export class YearlyReports1790000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Whose side somebody speaks for: what reports know of people besides a name.
CREATE VIEW report_speaker AS
SELECT p.id, p.name, o.id AS organisation_id, o.name AS organisation, o.side_id AS side
FROM person p JOIN organisation o ON o.id = p.organisation_id;

CREATE TABLE yearly_report (
  year smallint CONSTRAINT yearly_report_pk PRIMARY KEY,
  id uuid NOT NULL CONSTRAINT yearly_report_id_once UNIQUE,
  state text NOT NULL DEFAULT 'draft' CONSTRAINT yearly_report_state_known CHECK (state IN ('draft', 'freezing', 'issued')),
  opened_at timestamptz NOT NULL,
  opened_by uuid CONSTRAINT yearly_report_opened_by REFERENCES person (id),
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE yearly_section (
  year smallint NOT NULL CONSTRAINT yearly_section_report REFERENCES yearly_report (year),
  code text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CONSTRAINT yearly_section_kind_known CHECK (kind IN ('section', 'facts', 'text')),
  title jsonb NOT NULL,
  body jsonb NOT NULL,
  -- {paragraphs, figures, facts, charts}: what came from the template.
  plan jsonb NOT NULL,
  is_hidden boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL,
  changed_by uuid CONSTRAINT yearly_section_changed_by REFERENCES person (id),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT yearly_section_pk PRIMARY KEY (year, code),
  CONSTRAINT yearly_section_position_once UNIQUE (year, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE yearly_comment (
  id uuid CONSTRAINT yearly_comment_pk PRIMARY KEY,
  year smallint NOT NULL,
  section text NOT NULL,
  words text NOT NULL,
  by_id uuid NOT NULL CONSTRAINT yearly_comment_by REFERENCES person (id),
  side text NOT NULL CONSTRAINT yearly_comment_side REFERENCES side (id),
  organisation text NOT NULL,
  at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by uuid CONSTRAINT yearly_comment_resolved_by REFERENCES person (id),
  answer text,
  CONSTRAINT yearly_comment_section FOREIGN KEY (year, section) REFERENCES yearly_section (year, code)
);
CREATE INDEX yearly_comment_section_ix ON yearly_comment (year, section, at);

-- One approval a side; it names the version of the draft and the numbers that were approved ({key: printed}).
CREATE TABLE yearly_approval (
  year smallint NOT NULL CONSTRAINT yearly_approval_report REFERENCES yearly_report (year),
  side text NOT NULL CONSTRAINT yearly_approval_side REFERENCES side (id),
  by_id uuid NOT NULL CONSTRAINT yearly_approval_by REFERENCES person (id),
  name text NOT NULL,
  organisation text NOT NULL,
  at timestamptz NOT NULL,
  version integer NOT NULL,
  figures jsonb NOT NULL,
  CONSTRAINT yearly_approval_pk PRIMARY KEY (year, side)
);

-- A freeze that was asked for, and how far it came; its id is that of the issue that it makes.
CREATE TABLE yearly_freeze (
  id uuid CONSTRAINT yearly_freeze_pk PRIMARY KEY,
  year smallint NOT NULL CONSTRAINT yearly_freeze_report REFERENCES yearly_report (year),
  number integer NOT NULL CONSTRAINT yearly_freeze_number CHECK (number > 0),
  reason text,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL CONSTRAINT yearly_freeze_asked_by REFERENCES person (id),
  state text NOT NULL DEFAULT 'queued'
    CONSTRAINT yearly_freeze_state_known CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
  step text NOT NULL DEFAULT 'waiting',
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  -- {kind, detail}
  failure jsonb
);
CREATE UNIQUE INDEX yearly_freeze_one ON yearly_freeze (year) WHERE state IN ('queued', 'running');
CREATE INDEX yearly_freeze_year_ix ON yearly_freeze (year, asked_at);

-- An issue is seen once it is issued, files and all; from then on neither it nor what belongs to it changes.
CREATE TABLE yearly_issue (
  id uuid CONSTRAINT yearly_issue_pk PRIMARY KEY CONSTRAINT yearly_issue_freeze REFERENCES yearly_freeze (id),
  year smallint NOT NULL CONSTRAINT yearly_issue_report REFERENCES yearly_report (year),
  number integer NOT NULL,
  frozen_at timestamptz NOT NULL,
  frozen_by text NOT NULL,
  reason text,
  change_count integer NOT NULL,
  -- Everything that the issue says, as one text; the hash is its sha-256.
  canonical text NOT NULL,
  hash text NOT NULL,
  issued_at timestamptz,
  CONSTRAINT yearly_issue_once UNIQUE (year, number),
  CONSTRAINT yearly_issue_reason CHECK (number = 1 OR reason IS NOT NULL)
);

-- A row as it was, once an issue however many numerals count it.
CREATE TABLE yearly_issue_row (
  issue_id uuid NOT NULL CONSTRAINT yearly_issue_row_of REFERENCES yearly_issue (id) ON DELETE CASCADE,
  source text NOT NULL,
  id text NOT NULL,
  certainty text NOT NULL,
  label text NOT NULL,
  first_day date,
  last_day date,
  fields jsonb NOT NULL,
  CONSTRAINT yearly_issue_row_pk PRIMARY KEY (issue_id, source, id)
);

-- Which rows a numeral counts, in their order, some hundreds a block: a table of pairs would take several times the room.
CREATE TABLE yearly_issue_block (
  issue_id uuid NOT NULL CONSTRAINT yearly_issue_block_of REFERENCES yearly_issue (id) ON DELETE CASCADE,
  key text NOT NULL,
  block integer NOT NULL,
  source text NOT NULL,
  row_ids text[] NOT NULL,
  CONSTRAINT yearly_issue_block_pk PRIMARY KEY (issue_id, key, block)
);

-- A file made at freezing; where it could not be made, failure says why.
CREATE TABLE yearly_file (
  issue_id uuid NOT NULL CONSTRAINT yearly_file_of REFERENCES yearly_issue (id) ON DELETE CASCADE,
  name text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CONSTRAINT yearly_file_kind_known CHECK (kind IN ('pdf', 'xlsx', 'csv')),
  language text,
  content bytea,
  sha256 text,
  failure text,
  CONSTRAINT yearly_file_pk PRIMARY KEY (issue_id, name),
  CONSTRAINT yearly_file_made CHECK ((content IS NULL) = (sha256 IS NULL) AND (content IS NULL) = (failure IS NOT NULL))
);

-- What was issued stays as it is; what was being frozen can still go.
CREATE FUNCTION yearly_issue_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.issued_at IS NOT NULL THEN RAISE EXCEPTION 'an issue does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER yearly_issue_stays BEFORE UPDATE OR DELETE ON yearly_issue
  FOR EACH ROW EXECUTE FUNCTION yearly_issue_stays();

CREATE FUNCTION yearly_part_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM touched t JOIN yearly_issue i ON i.id = t.issue_id WHERE i.issued_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an issue does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER yearly_row_stays AFTER UPDATE ON yearly_issue_row REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_row_remains AFTER DELETE ON yearly_issue_row REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_block_stays AFTER UPDATE ON yearly_issue_block REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_block_remains AFTER DELETE ON yearly_issue_block REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_file_stays AFTER UPDATE ON yearly_file REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();
CREATE TRIGGER yearly_file_remains AFTER DELETE ON yearly_file REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION yearly_part_stays();

-- A way in without an account, known by the hash of its secret only. Openings are counted; nothing is kept of who opened.
CREATE TABLE yearly_link (
  id uuid CONSTRAINT yearly_link_pk PRIMARY KEY,
  year smallint NOT NULL CONSTRAINT yearly_link_report REFERENCES yearly_report (year),
  issue_id uuid CONSTRAINT yearly_link_issue REFERENCES yearly_issue (id),
  label text NOT NULL,
  token_hash bytea NOT NULL CONSTRAINT yearly_link_token_once UNIQUE,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL CONSTRAINT yearly_link_made_by REFERENCES person (id),
  last_day date NOT NULL,
  revoked_at timestamptz,
  openings integer NOT NULL DEFAULT 0
);
CREATE INDEX yearly_link_year_ix ON yearly_link (year, made_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
