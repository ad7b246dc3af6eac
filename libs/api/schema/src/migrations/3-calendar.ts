import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bells, terms and the exceptions of the calendar. */
export class Calendar1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE bell_season (
  id uuid CONSTRAINT bell_season_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  bell_schedule_id uuid NOT NULL CONSTRAINT bell_season_of REFERENCES bell_schedule (id),
  name text NOT NULL,
  first_day text NOT NULL CONSTRAINT bell_season_first_day CHECK (first_day ~ '^[01][0-9]-[0-3][0-9]$'),
  last_day text NOT NULL CONSTRAINT bell_season_last_day CHECK (last_day ~ '^[01][0-9]-[0-3][0-9]$'),
  CONSTRAINT bell_season_once UNIQUE (bell_schedule_id, name)
);

CREATE TABLE bell_period (
  bell_season_id uuid NOT NULL CONSTRAINT bell_period_of REFERENCES bell_season (id),
  number smallint NOT NULL,
  starts_at time NOT NULL,
  ends_at time NOT NULL,
  kind text NOT NULL CONSTRAINT bell_period_kind_known CHECK (kind IN ('lesson', 'other')),
  CONSTRAINT bell_period_pk PRIMARY KEY (bell_season_id, number),
  CONSTRAINT bell_period_forward CHECK (starts_at < ends_at)
);

CREATE TABLE term (
  id uuid CONSTRAINT term_pk PRIMARY KEY,
  code text NOT NULL,
  side_id text NOT NULL CONSTRAINT term_side REFERENCES side (id),
  name text NOT NULL,
  first_monday date NOT NULL CONSTRAINT term_begins_on_monday CHECK (extract(isodow FROM first_monday) = 1),
  week_count smallint NOT NULL CONSTRAINT term_weeks CHECK (week_count BETWEEN 1 AND 30),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT term_once UNIQUE (code, side_id)
);
CREATE INDEX term_newest_ix ON term (first_monday, id);

CREATE TABLE calendar_day (
  id uuid CONSTRAINT calendar_day_pk PRIMARY KEY,
  scope text NOT NULL CONSTRAINT calendar_day_scope_known CHECK (scope IN ('nation', 'side', 'school')),
  side_id text CONSTRAINT calendar_day_side REFERENCES side (id),
  school_id uuid CONSTRAINT calendar_day_school REFERENCES organisation (id),
  day date NOT NULL,
  kind text NOT NULL CONSTRAINT calendar_day_kind_known CHECK (kind IN ('day-off', 'make-up', 'exam', 'closed')),
  follows_weekday smallint CONSTRAINT calendar_day_weekday CHECK (follows_weekday BETWEEN 1 AND 7),
  status text NOT NULL CONSTRAINT calendar_day_status_known CHECK (status IN ('provisional', 'confirmed')),
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  withdrawn_at timestamptz,
  CONSTRAINT calendar_day_scope_clear CHECK (
    (scope = 'nation' AND side_id IS NULL AND school_id IS NULL)
    OR (scope = 'side' AND side_id IS NOT NULL AND school_id IS NULL)
    OR (scope = 'school' AND side_id IS NULL AND school_id IS NOT NULL)),
  CONSTRAINT calendar_day_follows CHECK (follows_weekday IS NULL OR kind = 'make-up')
);
-- One live entry a day and scope.
CREATE UNIQUE INDEX calendar_day_once
  ON calendar_day (day, scope, coalesce(side_id, ''), coalesce(school_id, '00000000-0000-0000-0000-000000000000'))
  WHERE withdrawn_at IS NULL;
CREATE INDEX calendar_day_day_ix ON calendar_day (day, id) WHERE withdrawn_at IS NULL;
-- Days of the nation and of a side are found here too, as those of no school.
CREATE INDEX calendar_day_school_ix ON calendar_day (school_id, day) WHERE withdrawn_at IS NULL;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
