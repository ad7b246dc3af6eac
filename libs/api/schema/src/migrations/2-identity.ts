import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and sessions; a session is known by the hash of its secret only. */
export class Identity1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE account (
  person_id uuid CONSTRAINT account_pk PRIMARY KEY CONSTRAINT account_person REFERENCES person (id),
  password_hash text,
  enabled boolean NOT NULL DEFAULT true
);

CREATE TABLE session (
  token_hash bytea CONSTRAINT session_pk PRIMARY KEY,
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT session_id_once UNIQUE,
  person_id uuid NOT NULL CONSTRAINT session_person REFERENCES person (id),
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_person_ix ON session (person_id);
CREATE INDEX session_expires_ix ON session (expires_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
