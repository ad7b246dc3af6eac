import type { MigrationInterface, QueryRunner } from 'typeorm';

const dayOf = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;
const endedStates = `'completed', 'extended', 'handed-over', 'dissolved', 'lapsed'`;
const endActs = `'pairing.completed', 'pairing.extended', 'pairing.handed-over', 'pairing.dissolved', 'pairing.lapsed'`;

/** Had a pairing `p` come to its end when the day was over? What ends on a day is over when that day is. */
const hasEnded = (p: string) => `(${p}.state IN (${endedStates}) AND coalesce(${p}.closed_on <= $1, true))`;

/**
 * The last day of a pairing `p` by the text that was in force when the day was over. Few were revised since: found once for
 * all pairings, not for each. A text is in force on the day of its third name; the first one has none of its own.
 */
const agreedTo = (p: string) => `(CASE WHEN ${p}.id IN (SELECT r.pairing_id FROM agreement_revision r
    WHERE r.state = 'in-force' AND ${dayOf('r.settled_at')} > $1)
  THEN (SELECT r.to_day FROM agreement_revision r WHERE r.pairing_id = ${p}.id AND r.state = 'replaced'
    AND (r.settled_at IS NULL OR ${dayOf('r.settled_at')} <= $1) ORDER BY r.settled_at DESC NULLS LAST LIMIT 1)
  ELSE ${p}.to_day END)`;

const lastDay = (p: string) =>
  `(CASE WHEN ${p}.ended_on IS NOT NULL AND ${hasEnded(p)} THEN ${p}.ended_on ELSE ${agreedTo(p)} END)`;

// What holds is few: found once for all pairings, not for each.
const holds = (table: string) => `p.id IN (SELECT s.pairing_id FROM ${table} s
      WHERE s.first_day <= $1 AND (s.last_day IS NULL OR s.last_day > $1))`;

const kept = `
-- When a pairing was assessed: on a day of the past that is known by this alone. Both ends are days of it.
CREATE TABLE pairing_assessment (
  id uuid CONSTRAINT pairing_assessment_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  pairing_id uuid NOT NULL CONSTRAINT pairing_assessment_of REFERENCES pairing (id),
  first_day date NOT NULL,
  -- Still assessed while null.
  last_day date,
  CONSTRAINT pairing_assessment_forward CHECK (last_day IS NULL OR last_day >= first_day)
);
CREATE INDEX pairing_assessment_ix ON pairing_assessment (pairing_id);
CREATE UNIQUE INDEX pairing_assessment_open ON pairing_assessment (pairing_id) WHERE last_day IS NULL;

INSERT INTO pairing_assessment (pairing_id, first_day, last_day)
SELECT s.id, s.day, CASE WHEN s.next_day IS NOT NULL THEN greatest(s.day, s.next_day) END FROM (
  SELECT p.id, h.act, ${dayOf('h.at')} AS day, lead(${dayOf('h.at')}) OVER (PARTITION BY p.id ORDER BY h.id) AS next_day
  FROM pairing p JOIN history h ON h.subject_id = p.id
  WHERE h.act IN ('pairing.active', 'pairing.paused', 'pairing.assessing', ${endActs})
) s WHERE s.act = 'pairing.assessing' AND (s.next_day IS NOT NULL OR EXISTS (
  SELECT FROM pairing p WHERE p.id = s.id AND p.state = 'assessing'));

ALTER TABLE pairing
  -- Its first day, or the one of the third name where that came later; null where it has not begun, or never did.
  ADD COLUMN began_on date,
  -- The day on which somebody said how it ends. It can be later than the day on which it ended: the last one agreed on.
  ADD COLUMN closed_on date,
  -- Periods that are over before this day stay as they were owed by an earlier text; null while the first one is in force.
  ADD COLUMN owed_from date;
ALTER TABLE obligation_share
  -- Owed by an earlier text, and over before the later one counted: never made anew, though the obligation may be gone.
  ADD COLUMN is_settled boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT obligation_share_of;

-- A pairing that runs keeps its first day, whatever a later text says; a text that was signed before took it along.
UPDATE pairing p SET owed_from = greatest(r.from_day, ${dayOf('r.settled_at')})
FROM agreement_revision r WHERE r.pairing_id = p.id AND r.state = 'in-force';
UPDATE obligation_share s SET is_settled = true FROM pairing p WHERE p.id = s.pairing_id AND s.last_day < p.owed_from;
UPDATE pairing p SET from_day = r.from_day
FROM agreement_revision r WHERE r.pairing_id = p.id AND r.state = 'replaced' AND r.settled_at IS NULL
  AND r.from_day <> p.from_day AND (p.to_day IS NULL OR r.from_day <= p.to_day) AND NOT EXISTS (
    SELECT FROM pairing o WHERE o.mentor_id = p.mentor_id AND o.mentee_id = p.mentee_id AND o.from_day = r.from_day
      AND o.id <> p.id);

-- Who was asked began when all had signed; what the register knows began on its first day.
UPDATE pairing p SET began_on = CASE WHEN asked.id IS NULL THEN p.from_day
    WHEN signed.at IS NOT NULL THEN greatest(p.from_day, ${dayOf('signed.at')})
    WHEN p.state <> 'dissolved' THEN p.from_day END
FROM pairing q
LEFT JOIN LATERAL (SELECT h.id FROM history h WHERE h.subject_id = q.id
  AND h.act IN ('pairing.nominated', 'pairing.consenting', 'pairing.agreed') ORDER BY h.id LIMIT 1) asked ON true
LEFT JOIN LATERAL (SELECT h.at FROM history h WHERE h.subject_id = q.id AND h.act = 'pairing.active' AND h.id > asked.id
  ORDER BY h.id LIMIT 1) signed ON true
WHERE q.id = p.id AND p.state NOT IN ('nominated', 'consenting', 'agreed', 'lapsed');
UPDATE pairing p SET closed_on = greatest(p.ended_on, (
  SELECT ${dayOf('h.at')} FROM history h WHERE h.subject_id = p.id AND h.act = 'pairing.' || p.state ORDER BY h.id LIMIT 1))
WHERE p.state IN (${endedStates});
CREATE INDEX pairing_closed_ix ON pairing (closed_on);

-- Who writes a pairing that runs, and says no day, means its first one; of one that ended, the day on which it did. What
-- waits for its names has not begun.
CREATE FUNCTION pairing_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('nominated', 'consenting', 'agreed', 'lapsed') THEN NEW.began_on := NULL; END IF;
  IF NEW.began_on IS NULL AND (NEW.state IN ('active', 'paused', 'assessing')
    OR TG_OP = 'INSERT' AND NEW.state IN ('completed', 'extended', 'handed-over', 'dissolved')) THEN
    NEW.began_on := NEW.from_day;
  END IF;
  IF NEW.state IN (${endedStates}) THEN NEW.closed_on := coalesce(NEW.closed_on, NEW.ended_on); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pairing_days BEFORE INSERT OR UPDATE OF state, ended_on ON pairing
  FOR EACH ROW EXECUTE FUNCTION pairing_days();
`;

/** Pairings and partnerships as they stood when a day was over: the report of a year tells nothing that came later. */
export class StateAsOf1790000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${kept}
-- A pairing as it stood when a day was over: the rules pairingOn and pairingFormOn of the domain. Inlined by the planner
-- (one SELECT, STABLE, not STRICT), so that it costs what a view does.
DROP VIEW report_ending;
DROP VIEW report_pairing;
CREATE FUNCTION report_pairing_on(on_day date) RETURNS TABLE (
  id uuid, first_day date, last_day date, closed_on date, certainty text, state text, has_begun boolean, form text,
  outcome text, at_distance boolean, studio_id uuid, field text, school_id uuid, mentor_school_id uuid, cohort text,
  mentor_id uuid, mentee_id uuid, label text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT p.id, p.from_day, ${lastDay('p')}, p.closed_on,
  CASE WHEN mentor.evidence = 'demo' OR mentee.evidence = 'demo' THEN 'demo' ELSE 'recorded' END,
  CASE WHEN p.state IN ('nominated', 'consenting', 'agreed', 'lapsed') OR ${hasEnded('p')} THEN p.state
    WHEN p.began_on IS NULL OR p.began_on > $1 THEN 'agreed'
    -- The last day itself is one of the pairing.
    WHEN ${agreedTo('p')} < $1 THEN 'overdue'
    WHEN ${holds('pairing_pause')} THEN 'paused'
    WHEN ${holds('pairing_assessment')} THEN 'assessing'
    ELSE 'active' END,
  coalesce(p.began_on <= $1, false),
  -- One to many: the mentor guided somebody else at some time of the pairing, as far as that had begun.
  CASE WHEN EXISTS (
    SELECT FROM pairing other WHERE other.mentor_id = p.mentor_id AND other.mentee_id <> p.mentee_id
      AND other.began_on <= $1 AND other.from_day <= coalesce(${lastDay('p')}, 'infinity')
      AND coalesce(${lastDay('other')}, 'infinity') >= p.from_day
  ) THEN 'one-to-many' ELSE 'one-to-one' END,
  CASE WHEN p.state = 'lapsed' OR ${hasEnded('p')} THEN p.outcome END,
  p.at_distance, p.studio_id, s.field, mentee.organisation_id, mentor.organisation_id, mentor.cohort, p.mentor_id,
  p.mentee_id, coalesce(s.subject, '—')
FROM pairing p JOIN person mentor ON mentor.id = p.mentor_id JOIN person mentee ON mentee.id = p.mentee_id
LEFT JOIN studio s ON s.id = p.studio_id
WHERE p.from_day <= $1
$$;
-- Of the day on which it was said: nothing that is closed later belongs to a year that is over. An index has the days.
CREATE FUNCTION report_ending_on(on_day date) RETURNS TABLE (
  id uuid, first_day date, last_day date, certainty text, state text, has_begun boolean, form text, outcome text,
  at_distance boolean, studio_id uuid, field text, school_id uuid, mentor_school_id uuid, cohort text, mentor_id uuid,
  mentee_id uuid, label text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT r.id, r.closed_on, r.closed_on, r.certainty, r.state, r.has_begun, r.form, r.outcome, r.at_distance, r.studio_id,
  r.field, r.school_id, r.mentor_school_id, r.cohort, r.mentor_id, r.mentee_id, r.label
FROM report_pairing_on($1) r WHERE r.closed_on <= $1
$$;

-- When a partnership ends is said when it does: before that day it has no last one.
DROP VIEW report_partnership;
CREATE FUNCTION report_partnership_on(on_day date) RETURNS TABLE (
  id uuid, first_day date, last_day date, certainty text, school_id uuid, supporting_school_id uuid, stage text,
  label text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT p.id, p.from_day, CASE WHEN p.to_day <= $1 THEN p.to_day END, p.evidence, p.receiving_school_id,
  p.supporting_school_id, o.stage, o.name
FROM partnership p JOIN organisation o ON o.id = p.receiving_school_id
WHERE p.from_day <= $1
$$;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
