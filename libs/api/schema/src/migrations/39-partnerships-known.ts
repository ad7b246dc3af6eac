import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A pair of schools that was but inferred is known once it has held a lesson here. */
export class PartnershipsKnown1790000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE FUNCTION report_partnership_on(on_day date) RETURNS TABLE (
  id uuid, first_day date, last_day date, certainty text, school_id uuid, supporting_school_id uuid, stage text,
  label text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT p.id, p.from_day, CASE WHEN p.to_day <= $1 THEN p.to_day END,
  -- Inferred pairs are few, and the index of the receiving school's lessons finds their first one.
  CASE WHEN p.evidence = 'inferred' AND EXISTS (
    SELECT FROM lesson l WHERE l.receiving_school_id = p.receiving_school_id
      AND l.presenting_school_id = p.supporting_school_id AND l.state IN ('ended', 'verified')
      AND l.starts_at < ($1 + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
  ) THEN 'recorded' ELSE p.evidence END,
  p.receiving_school_id, p.supporting_school_id, o.stage, o.name
FROM partnership p JOIN organisation o ON o.id = p.receiving_school_id
WHERE p.from_day <= $1
$$;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
