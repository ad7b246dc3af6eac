import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programme items in full: editions, partial days, sittings that hold people and rooms, waiting lists, certificates. */
export class Programme1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE programme_item
  ADD COLUMN category_words text,
  ADD COLUMN ordinal integer CONSTRAINT programme_item_ordinal_counts CHECK (ordinal > 0),
  -- Without an ordinal an item stands behind those that have one.
  ADD COLUMN rank integer GENERATED ALWAYS AS (coalesce(ordinal, 2147483647)) STORED,
  -- The span that begins and ends leave open: the whole month or year where no day is known. Both days are held.
  ADD COLUMN first_day date,
  ADD COLUMN last_day date,
  ADD COLUMN state text NOT NULL DEFAULT 'held'
    CONSTRAINT programme_item_state_known CHECK (state IN ('planned', 'held', 'cancelled')),
  ADD COLUMN certainty text,
  -- What the register wrote behind the word: 原文“等” is stated, with the remark “等”.
  ADD COLUMN certainty_remark text,
  ADD COLUMN purpose text,
  ADD COLUMN note text,
  ADD COLUMN source text,
  -- How many can enrol; null is without a limit.
  ADD COLUMN capacity integer CONSTRAINT programme_item_capacity_counts CHECK (capacity > 0),
  ADD COLUMN is_open boolean NOT NULL DEFAULT false,
  -- Why it was called off.
  ADD COLUMN reason text;

UPDATE programme_item SET
  category_words = CASE WHEN category IN
    ('杭派教育展示活动', '医疗业务培训班', '送教', '送医', '教师培训', '赴杭进修') THEN NULL ELSE category END,
  category = CASE category
    WHEN '杭派教育展示活动' THEN 'showcase' WHEN '医疗业务培训班' THEN 'medical-class'
    WHEN '送教' THEN 'teaching-visit' WHEN '送医' THEN 'medical-visit'
    WHEN '教师培训' THEN 'training' WHEN '赴杭进修' THEN 'placement' ELSE 'other' END,
  certainty = CASE WHEN evidence LIKE '原文%' THEN 'stated' WHEN evidence LIKE '示例%' THEN 'demo' ELSE 'inferred' END,
  certainty_remark = nullif(regexp_replace(evidence, '^(原文|推断|示例)', ''), ''),
  first_day = make_date(
    left(coalesce(begins, year::text), 4)::int, coalesce(nullif(substr(begins, 6, 2), ''), '01')::int,
    coalesce(nullif(substr(begins, 9, 2), ''), '01')::int),
  last_day = CASE length(coalesce(ends, begins, year::text))
    WHEN 10 THEN coalesce(ends, begins)::date
    WHEN 7 THEN (make_date(left(coalesce(ends, begins), 4)::int, right(coalesce(ends, begins), 2)::int, 1)
      + interval '1 month' - interval '1 day')::date
    ELSE make_date(coalesce(ends, begins, year::text)::int, 12, 31) END;
UPDATE programme_item SET last_day = first_day WHERE last_day < first_day;
UPDATE programme_item i SET ordinal = n.ordinal FROM (
  SELECT id, (regexp_match(title, '^第(\\d{1,4})(期|批|批次)$'))[1]::int AS ordinal,
    count(*) OVER (PARTITION BY category, category_words, year, (regexp_match(title, '^第(\\d{1,4})(期|批|批次)$'))[1]) AS alike
  FROM programme_item WHERE title ~ '^第\\d{1,4}(期|批|批次)$') n
WHERE n.id = i.id AND n.alike = 1 AND n.ordinal > 0;

ALTER TABLE programme_item
  DROP COLUMN evidence,
  ALTER COLUMN first_day SET NOT NULL,
  ALTER COLUMN last_day SET NOT NULL,
  ALTER COLUMN certainty SET NOT NULL,
  ADD CONSTRAINT programme_item_days CHECK (first_day <= last_day),
  ADD CONSTRAINT programme_item_certainty_known CHECK (certainty IN ('stated', 'inferred', 'demo')),
  ADD CONSTRAINT programme_item_category_known CHECK (category IN
    ('showcase', 'medical-class', 'teaching-visit', 'medical-visit', 'training', 'placement', 'other')),
  -- A category that the list does not know keeps its words.
  ADD CONSTRAINT programme_item_other_named CHECK ((category = 'other') = (category_words IS NOT NULL)),
  ADD COLUMN category_place smallint GENERATED ALWAYS AS (array_position(ARRAY[
    'showcase', 'medical-class', 'teaching-visit', 'medical-visit', 'training', 'placement', 'other'], category)) STORED;
CREATE UNIQUE INDEX programme_item_ordinal_once
  ON programme_item (category, year, ordinal, (coalesce(category_words, ''))) WHERE ordinal IS NOT NULL;
CREATE INDEX programme_item_year_ix ON programme_item (year, category_place, rank, code);
CREATE INDEX programme_item_days_ix ON programme_item (first_day, last_day);
CREATE INDEX programme_item_sender_ix ON programme_item (sender_id);
CREATE INDEX programme_item_host_ix ON programme_item (host_id);
CREATE INDEX programme_item_search_ix ON programme_item USING gin (search_grams(code || ' ' || title));

ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_state_known CHECK (state IN ('enrolled', 'waiting', 'withdrawn')),
  -- Who came first moves up first; null stands behind, as no order was told.
  ADD COLUMN turn integer,
  -- As sure as the sheet that brought it, or recorded where somebody enrolled here.
  ADD COLUMN certainty text;
UPDATE enrolment e SET certainty = i.certainty FROM programme_item i WHERE i.id = e.item_id;
ALTER TABLE enrolment
  ALTER COLUMN certainty SET NOT NULL,
  ADD CONSTRAINT enrolment_certainty_known CHECK (certainty IN ('stated', 'inferred', 'demo', 'recorded'));
CREATE INDEX enrolment_person_ix ON enrolment (person_id, item_id);
CREATE INDEX enrolment_waiting_ix ON enrolment (item_id, turn, id) WHERE state = 'waiting';

-- One time and place of an item (场次); it holds people and a room like any meeting.
CREATE TABLE sitting (
  id uuid CONSTRAINT sitting_pk PRIMARY KEY,
  item_id uuid NOT NULL CONSTRAINT sitting_item REFERENCES programme_item (id),
  state text NOT NULL DEFAULT 'scheduled' CONSTRAINT sitting_state_known CHECK (state IN ('scheduled', 'cancelled')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  topic text,
  place text,
  meeting_link text CONSTRAINT sitting_meeting_link_secure CHECK (meeting_link LIKE 'https://%'),
  classroom_id uuid CONSTRAINT sitting_classroom REFERENCES classroom (id),
  arranged_by uuid NOT NULL CONSTRAINT sitting_arranged_by REFERENCES person (id),
  -- What was asked, to tell a repeated request from another one with the same id.
  asked text NOT NULL,
  reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT sitting_forward CHECK (starts_at < ends_at),
  CONSTRAINT sitting_somewhere CHECK (num_nonnulls(place, meeting_link, classroom_id) > 0)
);
CREATE INDEX sitting_item_ix ON sitting (item_id, starts_at, id);
CREATE INDEX sitting_classroom_ix ON sitting (classroom_id);

CREATE TABLE sitting_person (
  sitting_id uuid NOT NULL CONSTRAINT sitting_person_of REFERENCES sitting (id),
  person_id uuid NOT NULL CONSTRAINT sitting_person_person REFERENCES person (id),
  CONSTRAINT sitting_person_pk PRIMARY KEY (sitting_id, person_id)
);
CREATE INDEX sitting_person_ix ON sitting_person (person_id, sitting_id);

-- A hold is made by a lesson, by an activity or by a sitting; the exclusion constraint stays the one guarantee for all.
ALTER TABLE hold
  DROP CONSTRAINT hold_one_cause,
  DROP CONSTRAINT hold_role_fits,
  ADD COLUMN sitting_id uuid CONSTRAINT hold_sitting REFERENCES sitting (id),
  ADD CONSTRAINT hold_one_cause CHECK (num_nonnulls(lesson_id, activity_id, sitting_id) = 1),
  ADD CONSTRAINT hold_role_fits CHECK ((lesson_id IS NULL) = (role IN ('participant', 'room')));
CREATE UNIQUE INDEX hold_sitting_once ON hold (sitting_id, party_id) WHERE sitting_id IS NOT NULL;

-- A certificate of completion as it was printed; whoever has its code can ask whether it holds.
CREATE TABLE certificate (
  id uuid CONSTRAINT certificate_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT certificate_code_once UNIQUE,
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  printed_title text NOT NULL,
  printed_name text NOT NULL,
  -- A day, a month or a year, as far as it was known.
  printed_day text NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid NOT NULL CONSTRAINT certificate_issued_by REFERENCES person (id),
  revoked_at timestamptz,
  reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT certificate_of FOREIGN KEY (item_id, person_id) REFERENCES enrolment (item_id, person_id),
  CONSTRAINT certificate_revoked_with_reason CHECK ((revoked_at IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX certificate_once ON certificate (item_id, person_id) WHERE revoked_at IS NULL;

-- What the yearly report counts: items that were held. Of people not one number is guessed: a list of which one row is
-- unknown gives none, and what was stated goes before what the list gives.
CREATE VIEW report_item AS
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
  FROM enrolment e WHERE e.item_id = i.id AND e.state = 'enrolled' HAVING count(*) > 0) rows ON true
WHERE i.state = 'held';

CREATE VIEW report_enrolment AS
SELECT e.id, e.item_id, e.person_id, p.organisation_id, i.year, i.first_day, i.last_day, e.state, e.attended,
  e.completed, i.category, e.certainty, 'enrolled' AS population
FROM enrolment e
JOIN programme_item i ON i.id = e.item_id
JOIN person p ON p.id = e.person_id
WHERE i.state = 'held';
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
