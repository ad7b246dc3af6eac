import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms as the programme counts them, and how often each mentee was heard in each. */
export class Tracking1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A term of the programme: from where either side begins to where both have ended.
CREATE VIEW term_span AS
SELECT code, min(name) AS name, min(first_monday) AS first_day, max(first_monday + week_count * 7 - 1) AS last_day
FROM term GROUP BY code;

-- Lessons that the mentor heard in a term, kept with the credits: counted from the credits themselves, equity of visits
-- cost 95 ms of processor with 75,000 visits a term. A gap is the days between two visits; null where there is but one.
CREATE TABLE visit_count (
  term_code text NOT NULL,
  pairing_id uuid NOT NULL CONSTRAINT visit_count_pairing REFERENCES pairing (id),
  visits integer NOT NULL CONSTRAINT visit_count_visits CHECK (visits > 0),
  first_day date NOT NULL,
  last_day date NOT NULL,
  longest_gap integer,
  CONSTRAINT visit_count_pk PRIMARY KEY (term_code, pairing_id) INCLUDE (visits, first_day, last_day, longest_gap)
);
CREATE INDEX visit_count_pairing_ix ON visit_count (pairing_id);

-- The same from the credits: what the table holds at any time.
CREATE VIEW visit_count_counted AS
SELECT term_code, pairing_id, count(*)::integer AS visits, min(on_day) AS first_day, max(on_day) AS last_day,
  max(on_day - day_before) AS longest_gap
FROM (
  SELECT t.code AS term_code, c.pairing_id, c.on_day,
    lag(c.on_day) OVER (PARTITION BY t.code, c.pairing_id ORDER BY c.on_day) AS day_before
  FROM credit c JOIN term_span t ON c.on_day BETWEEN t.first_day AND t.last_day
  WHERE c.kind = 'mentor-hears' AND c.withdrawn_at IS NULL
) AS visit
GROUP BY term_code, pairing_id;

-- Two who write for one pairing at once would each count without the other: the pairing is locked before anything is read.
CREATE FUNCTION visit_count_renew(pairings uuid[], codes text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM pairing WHERE id = ANY (pairings) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM visit_count WHERE pairing_id = ANY (pairings) AND term_code = ANY (codes);
  INSERT INTO visit_count
  SELECT * FROM visit_count_counted WHERE pairing_id = ANY (pairings) AND term_code = ANY (codes);
END $$;

CREATE FUNCTION visit_count_after_credit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[];
  codes text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT pairing_id), array_agg(DISTINCT t.code) INTO touched, codes
    FROM made c JOIN term_span t ON c.on_day BETWEEN t.first_day AND t.last_day WHERE c.kind = 'mentor-hears';
  ELSE
    SELECT array_agg(DISTINCT pairing_id), array_agg(DISTINCT t.code) INTO touched, codes
    FROM (SELECT pairing_id, kind, on_day FROM was UNION SELECT pairing_id, kind, on_day FROM made) AS c
    JOIN term_span t ON c.on_day BETWEEN t.first_day AND t.last_day WHERE c.kind = 'mentor-hears';
  END IF;
  IF touched IS NOT NULL THEN PERFORM visit_count_renew(touched, codes); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER visit_count_credit_made AFTER INSERT ON credit REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION visit_count_after_credit();
CREATE TRIGGER visit_count_credit_changed AFTER UPDATE ON credit REFERENCING OLD TABLE AS was NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION visit_count_after_credit();

-- Terms change rarely, and then everything is counted anew; no credit comes or goes meanwhile.
CREATE FUNCTION visit_count_after_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE credit IN SHARE MODE;
  DELETE FROM visit_count;
  INSERT INTO visit_count SELECT * FROM visit_count_counted;
  RETURN NULL;
END $$;
CREATE TRIGGER visit_count_term AFTER INSERT OR UPDATE OR DELETE ON term
  FOR EACH STATEMENT EXECUTE FUNCTION visit_count_after_term();

-- From which day a share is late (amber) and from which it fails (red), if nothing more is done: the rules of shareTone as
-- days, so that a board compares two days a share. At half of the period with less than 35 % done; at three quarters with
-- less than half done, or when it is over with anything owed.
ALTER TABLE obligation_share
  ADD COLUMN amber_from date NOT NULL GENERATED ALWAYS AS (
    CASE WHEN done < due AND 20 * done < 7 * due THEN first_day + (last_day - first_day + 2) / 2 - 1 ELSE 'infinity' END) STORED,
  ADD COLUMN red_from date NOT NULL GENERATED ALWAYS AS (
    CASE WHEN done >= due THEN 'infinity' WHEN 2 * done < due THEN first_day + (3 * (last_day - first_day + 1) + 3) / 4 - 1
      ELSE last_day + 1 END) STORED;
DROP INDEX obligation_share_days_ix;
CREATE INDEX obligation_share_days_ix ON obligation_share (last_day, first_day)
  INCLUDE (pairing_id, kind, due, done, amber_from, red_from);

-- Which observations wait for their countersignature, replied to or not.
CREATE INDEX observation_waiting_ix ON observation (pairing_id, submitted_at) WHERE stage = 'waiting';

-- Which pairings wait for the word of the two.
CREATE INDEX pairing_consenting_ix ON pairing (id) WHERE state = 'consenting';
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
