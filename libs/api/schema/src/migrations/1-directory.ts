import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who and what the programme knows: regions, organisations, parties, partnerships, and the history of every entry. */
export class Directory1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Every sign and every two signs that follow each other: the names looked for are shorter than a trigram.
-- A loop takes a tenth of the time of a query over generate_series, and an import asks fifty thousand times.
CREATE FUNCTION search_grams(words text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  signs text[] := string_to_array(lower(words), NULL);
  grams text[] := signs;
BEGIN
  FOR at IN 2..cardinality(signs) LOOP
    grams := grams || (signs[at - 1] || signs[at]);
  END LOOP;
  RETURN grams;
END $$;

CREATE TABLE side (
  id text CONSTRAINT side_pk PRIMARY KEY,
  name text NOT NULL CONSTRAINT side_name_once UNIQUE,
  clock_name text,
  clock_zone text
);
INSERT INTO side (id, name, clock_name, clock_zone)
VALUES ('hangzhou', '杭州', NULL, NULL), ('aksu', '阿克苏', '新疆时间', 'Asia/Urumqi');

CREATE TABLE bell_schedule (
  id uuid CONSTRAINT bell_schedule_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT bell_schedule_code_once UNIQUE,
  name text NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE organisation (
  id uuid CONSTRAINT organisation_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT organisation_code_once UNIQUE,
  name text NOT NULL,
  short_name text NOT NULL,
  category text NOT NULL CONSTRAINT organisation_category_known
    CHECK (category IN ('school', 'university', 'delegation', 'medical', 'headquarters')),
  stage text CONSTRAINT organisation_stage_known CHECK (stage IN ('primary', 'junior', 'senior')),
  side_id text NOT NULL CONSTRAINT organisation_side REFERENCES side (id),
  bell_schedule_id uuid CONSTRAINT organisation_bell_schedule REFERENCES bell_schedule (id),
  evidence text NOT NULL CONSTRAINT organisation_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX organisation_bell_schedule_ix ON organisation (bell_schedule_id);
CREATE INDEX organisation_category_ix ON organisation (category, code);
CREATE INDEX organisation_side_ix ON organisation (side_id, code);
CREATE INDEX organisation_search_ix ON organisation USING gin (search_grams(code || ' ' || name || ' ' || short_name));

CREATE TABLE organisation_name (
  organisation_id uuid NOT NULL CONSTRAINT organisation_name_of REFERENCES organisation (id),
  name text NOT NULL,
  valid_to date NOT NULL,
  CONSTRAINT organisation_name_pk PRIMARY KEY (organisation_id, valid_to, name)
);

-- Whatever cannot be in two places at once; holds refer to it, and a booking locks its rows in id order.
CREATE TABLE party (
  id uuid CONSTRAINT party_pk PRIMARY KEY,
  kind text NOT NULL CONSTRAINT party_kind_known CHECK (kind IN ('person', 'class', 'classroom')),
  organisation_id uuid NOT NULL CONSTRAINT party_organisation REFERENCES organisation (id),
  name text NOT NULL
);
CREATE INDEX party_organisation_ix ON party (organisation_id);

CREATE TABLE classroom (
  id uuid CONSTRAINT classroom_pk PRIMARY KEY CONSTRAINT classroom_party REFERENCES party (id),
  code text NOT NULL CONSTRAINT classroom_code_once UNIQUE,
  organisation_id uuid NOT NULL CONSTRAINT classroom_organisation REFERENCES organisation (id),
  name text NOT NULL,
  endpoint text NOT NULL CONSTRAINT classroom_endpoint_known CHECK (endpoint IN ('presenting', 'receiving')),
  seats integer,
  evidence text NOT NULL CONSTRAINT classroom_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX classroom_organisation_ix ON classroom (organisation_id, code);
CREATE INDEX classroom_search_ix ON classroom USING gin (search_grams(code || ' ' || name));

CREATE TABLE class (
  id uuid CONSTRAINT class_pk PRIMARY KEY CONSTRAINT class_party REFERENCES party (id),
  code text NOT NULL CONSTRAINT class_code_once UNIQUE,
  organisation_id uuid NOT NULL CONSTRAINT class_organisation REFERENCES organisation (id),
  name text NOT NULL,
  grade text NOT NULL,
  roll integer,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX class_organisation_ix ON class (organisation_id, code);
CREATE INDEX class_search_ix ON class USING gin (search_grams(code || ' ' || name));

CREATE TABLE person (
  id uuid CONSTRAINT person_pk PRIMARY KEY CONSTRAINT person_party REFERENCES party (id),
  code text NOT NULL CONSTRAINT person_code_once UNIQUE,
  organisation_id uuid NOT NULL CONSTRAINT person_organisation REFERENCES organisation (id),
  name text NOT NULL,
  roles text[] NOT NULL CONSTRAINT person_roles_known
    CHECK (roles <@ ARRAY['administrator', 'coordinator', 'teacher', 'mentor', 'mentee', 'viewer'] AND cardinality(roles) > 0),
  subject text,
  cohort text,
  evidence text NOT NULL CONSTRAINT person_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX person_organisation_ix ON person (organisation_id, code);
CREATE INDEX person_search_ix ON person USING gin (search_grams(code || ' ' || name));
CREATE INDEX person_roles_ix ON person USING gin (roles);

CREATE TABLE partnership (
  id uuid CONSTRAINT partnership_pk PRIMARY KEY,
  supporting_school_id uuid NOT NULL CONSTRAINT partnership_supporting REFERENCES organisation (id),
  receiving_school_id uuid NOT NULL CONSTRAINT partnership_receiving REFERENCES organisation (id),
  from_day date NOT NULL,
  to_day date,
  evidence text NOT NULL CONSTRAINT partnership_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT partnership_once UNIQUE (supporting_school_id, receiving_school_id),
  CONSTRAINT partnership_two_schools CHECK (supporting_school_id <> receiving_school_id),
  CONSTRAINT partnership_days CHECK (to_day IS NULL OR to_day >= from_day)
);
CREATE INDEX partnership_receiving_ix ON partnership (receiving_school_id);
CREATE INDEX partnership_newest_ix ON partnership (from_day, id);

-- Who did what, and when, to anything; written with the change in one transaction, never changed.
CREATE TABLE history (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT history_pk PRIMARY KEY,
  subject_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid CONSTRAINT history_actor REFERENCES person (id),
  act text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX history_subject_ix ON history (subject_id, id);

-- What has to leave after the commit; the relay deletes a row when it has been sent.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_pk PRIMARY KEY,
  type text NOT NULL,
  body jsonb NOT NULL
);
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
