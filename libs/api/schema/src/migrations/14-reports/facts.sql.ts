/** Facts and honours, definitions that somebody wrote, and who asked for names. */
export const facts = `
-- What a source states and no other row holds; a number that is null is unknown, never zero.
CREATE TABLE statement (
  id uuid CONSTRAINT statement_pk PRIMARY KEY,
  code text NOT NULL,
  year smallint NOT NULL,
  about text NOT NULL CONSTRAINT statement_about_known CHECK (about IN (
    'programme', 'people', 'first-classroom', 'classroom', 'activity', 'partnership', 'training', 'visit', 'mentoring',
    'honour', 'result')),
  text_zh text NOT NULL,
  text_en text NOT NULL DEFAULT '',
  text_ug text NOT NULL DEFAULT '',
  number integer CONSTRAINT statement_number_counts CHECK (number >= 0),
  unit text,
  quote text,
  source text NOT NULL,
  organisation_ids uuid[] NOT NULL DEFAULT '{}',
  evidence text NOT NULL CONSTRAINT statement_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT statement_once UNIQUE (year, code)
);
CREATE INDEX statement_organisations_ix ON statement USING gin (organisation_ids);

-- Honours and awards of people who are guided.
CREATE TABLE person_honour (
  id uuid CONSTRAINT person_honour_pk PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT person_honour_of REFERENCES person (id),
  title text NOT NULL,
  level text NOT NULL CONSTRAINT person_honour_level_known
    CHECK (level IN ('国家', '自治区', '省', '自治区、地区', '地区', '市', '县', '校')),
  year smallint NOT NULL,
  -- What shows it: words, or an address.
  proof text NOT NULL,
  evidence text NOT NULL CONSTRAINT person_honour_evidence_known CHECK (evidence IN ('stated', 'inferred', 'demo')),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT person_honour_once UNIQUE (person_id, title, year)
);
CREATE INDEX person_honour_year_ix ON person_honour (year, id);

-- Definitions that somebody wrote: each version stays; what a new house begins with stands in the rules.
CREATE TABLE indicator (
  key text NOT NULL,
  version integer NOT NULL CONSTRAINT indicator_version_counts CHECK (version > 0),
  body jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by uuid CONSTRAINT indicator_saved_by REFERENCES person (id),
  CONSTRAINT indicator_pk PRIMARY KEY (key, version)
);

-- Who asked for the names behind a numeral, and why; never changed.
CREATE TABLE name_list (
  id uuid CONSTRAINT name_list_pk PRIMARY KEY,
  indicator_key text NOT NULL,
  indicator_version integer NOT NULL,
  year smallint NOT NULL,
  as_of date NOT NULL,
  reason text NOT NULL,
  by_id uuid NOT NULL CONSTRAINT name_list_by REFERENCES person (id),
  at timestamptz NOT NULL,
  names integer NOT NULL
);
CREATE INDEX name_list_newest_ix ON name_list (at, id);
`;
