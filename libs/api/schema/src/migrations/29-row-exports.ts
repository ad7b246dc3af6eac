import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of rows that are made in the background and kept for some days, and the parts of their bytes. */
export class RowExports1790000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE row_export (
  id uuid CONSTRAINT row_export_pk PRIMARY KEY,
  asked_by uuid NOT NULL CONSTRAINT row_export_asked_by REFERENCES person (id),
  asked_at timestamptz NOT NULL,
  -- Whose rows; null: every school's.
  school_id uuid CONSTRAINT row_export_school REFERENCES organisation (id),
  -- {key, year, asOf, sort, direction, by, value, of, as, language}
  request jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued'
    CONSTRAINT row_export_state_known CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  bytes bigint CONSTRAINT row_export_bytes CHECK ((bytes IS NOT NULL) = (state = 'done')),
  kept_until timestamptz NOT NULL
);
CREATE UNIQUE INDEX row_export_one ON row_export (asked_by) WHERE state IN ('queued', 'running');
CREATE INDEX row_export_asked_ix ON row_export (asked_by, asked_at DESC);
CREATE INDEX row_export_kept_ix ON row_export (kept_until);

CREATE TABLE row_export_part (
  export_id uuid NOT NULL CONSTRAINT row_export_part_of REFERENCES row_export (id) ON DELETE CASCADE,
  place integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT row_export_part_pk PRIMARY KEY (export_id, place)
);
-- Read once and gone in days: not worth the time that compressing takes.
ALTER TABLE row_export_part ALTER COLUMN content SET STORAGE EXTERNAL;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
