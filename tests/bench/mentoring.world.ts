import type { TestDatabase } from '../support';

/** How much is generated. */
export interface MentoringSize {
  readonly mentors: number;
  readonly mentees: number;
  readonly pairings: number;
  readonly observations: number;
}

/** The size that the figures are promised for. */
export const promisedSize: MentoringSize = { mentors: 3000, mentees: 8000, pairings: 10_000, observations: 300_000 };

/** Sixty schools, a hundred studios led by mentors, and four terms of which the third runs today. */
const places = `
INSERT INTO organisation (id, code, name, short_name, category, stage, side_id, evidence)
SELECT gen_random_uuid(), 'BS-' || n, '学校 ' || n, '学校 ' || n, 'school', 'senior',
  CASE WHEN n <= 30 THEN 'hangzhou' ELSE 'aksu' END, 'demo'
FROM generate_series(1, 60) AS n;
INSERT INTO term (id, code, side_id, name, first_monday, week_count)
SELECT gen_random_uuid(), 'BT-' || n, s.id, '第' || n || '学期',
  date_trunc('week', current_date)::date - 84 + (n - 3) * 182, 20
FROM side s, generate_series(1, 4) AS n;`;

const people = ({ mentors, mentees }: MentoringSize) => `
CREATE TEMPORARY TABLE made AS
SELECT gen_random_uuid() AS id, n, kind, CASE kind WHEN 'mentor' THEN n % 30 + 1 ELSE n % 30 + 31 END AS school
FROM (SELECT n, 'mentor' AS kind FROM generate_series(1, ${String(mentors)}) AS n
      UNION ALL SELECT n, 'mentee' FROM generate_series(1, ${String(mentees)}) AS n) AS all_of_them;
INSERT INTO party (id, kind, organisation_id, name)
SELECT m.id, 'person', o.id, m.kind || ' ' || m.n FROM made m JOIN organisation o ON o.code = 'BS-' || m.school;
INSERT INTO person (id, code, organisation_id, name, roles, cohort, evidence)
SELECT m.id, 'B-' || m.kind || '-' || m.n, p.organisation_id, p.name, ARRAY[m.kind],
  CASE m.kind WHEN 'mentor' THEN '第' || (m.n % 3 + 1) || '期' END, 'demo'
FROM made m JOIN party p ON p.id = m.id;
INSERT INTO studio (id, code, subject, field, host_id, lead_id, evidence)
SELECT gen_random_uuid(), 'BQ-' || n, '学科 ' || n, 'education', p.organisation_id, p.id, 'demo'
FROM generate_series(1, 100) AS n JOIN person p ON p.code = 'B-mentor-' || n;`;

/** Mentors have from one to about ten mentees; nine of ten pairings run, and they began over the last 500 days. */
const pairings = (size: MentoringSize) => `
CREATE TEMPORARY TABLE paired AS
SELECT gen_random_uuid() AS id, g.n, r.id AS mentor_id, e.id AS mentee_id, s.id AS studio_id,
  current_date - 20 - g.n % 500 AS from_day,
  CASE WHEN g.n % 20 < 17 THEN 'active' WHEN g.n % 20 = 17 THEN 'paused'
    WHEN g.n % 20 = 18 THEN 'assessing' ELSE 'completed' END AS state
FROM (SELECT n, 1 + floor(${String(size.mentors)} * power((n * 7919 % 10007) / 10007.0, 1.3))::integer AS mentor,
        1 + n % ${String(size.mentees)} AS mentee, 'BQ-' || (n % 100 + 1) AS studio
      FROM generate_series(1, ${String(size.pairings)}) AS n) AS g
JOIN made r ON r.kind = 'mentor' AND r.n = g.mentor
JOIN made e ON e.kind = 'mentee' AND e.n = g.mentee
JOIN studio s ON s.code = g.studio;
INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day, to_day, state, agreement_state, ended_on)
SELECT id, mentor_id, mentee_id, studio_id, from_day, from_day + CASE WHEN n % 3 = 0 THEN 1095 ELSE 364 + n % 100 END, state,
  CASE WHEN n % 10 = 0 THEN 'asks' WHEN n % 10 < 4 THEN 'read' ELSE 'written' END,
  CASE WHEN state = 'completed' THEN current_date - 5 END
FROM paired;
INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at)
SELECT p.id, x.party, p.mentee_id, now() FROM paired p, unnest(ARRAY['mentor', 'mentee', 'school']) AS x (party)
WHERE p.n % 7 <> 0 OR x.party <> 'school';`;

/** P1 and P2 in turn; shares for every term, month and year of each pairing. */
const obligations = `
INSERT INTO obligation (pairing_id, owed_by, kind, number, per)
SELECT p.id, x.owed_by, x.kind, x.number, x.per
FROM paired p JOIN (VALUES
  (0, 'mentor', 'mentor-hears', 7, 'term'), (0, 'mentee', 'mentee-hears', 7, 'term'), (0, 'mentee', 'open-lesson', 2, 'year'),
  (0, 'mentee', 'paper', 1, 'year'), (1, 'mentor', 'discussion', 2, 'month'), (1, 'mentee', 'mentee-hears', 2, 'month'),
  (1, 'mentor', 'mentor-hears', 2, 'term'), (1, 'mentee', 'open-lesson', 1, 'year')) AS x (turn, owed_by, kind, number, per)
  ON x.turn = p.n % 2;
INSERT INTO obligation_share (obligation_id, pairing_id, kind, first_day, last_day, due)
SELECT o.id, p.id, o.kind, greatest(s.first_day, p.from_day), least(s.last_day, p.to_day), o.number
FROM obligation o JOIN pairing p ON p.id = o.pairing_id AND p.id IN (SELECT id FROM paired)
CROSS JOIN LATERAL (
  SELECT t.first_monday AS first_day, t.first_monday + t.week_count * 7 - 1 AS last_day
  FROM term t WHERE o.per = 'term' AND t.side_id = 'aksu' AND t.code LIKE 'BT-%'
  UNION ALL SELECT d::date, (d + interval '1 month')::date - 1
  FROM generate_series(date_trunc('month', p.from_day), p.to_day, interval '1 month') AS d WHERE o.per = 'month'
  UNION ALL SELECT d::date, (d + interval '1 year')::date - 1
  FROM generate_series(p.from_day::timestamp, p.to_day, interval '1 year') AS d WHERE o.per = 'year') AS s
WHERE s.last_day >= p.from_day AND s.first_day <= p.to_day;`;

/** Lessons heard since each pairing began, more of them in pairings with a greater number; one of a hundred waits. */
const visits = ({ observations, pairings: count }: MentoringSize) => `
CREATE TEMPORARY TABLE heard AS
SELECT gen_random_uuid() AS id, p.id AS pairing_id, p.mentor_id, p.mentee_id,
  CASE WHEN random() < 0.6 THEN 'mentor-hears' ELSE 'mentee-hears' END AS kind,
  (p.from_day + floor(random() * (current_date - p.from_day - p.n % 40 % 20))::integer) AS on_day
FROM (SELECT 1 + floor(${String(count)} * power(random(), 0.8))::integer AS n
      FROM generate_series(1, ${String(observations)})) AS g
JOIN paired p ON p.n = g.n;
INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, at)
SELECT pairing_id, kind, on_day, 'observation', id, '听课', now() FROM heard;
INSERT INTO observation (id, pairing_id, direction, mode, observer_id, observed_id, on_day, school, state, opened_at,
  submitted_at, locked_at, countersigned_at)
SELECT id, pairing_id, kind, 'on-site', CASE kind WHEN 'mentor-hears' THEN mentor_id ELSE mentee_id END,
  CASE kind WHEN 'mentor-hears' THEN mentee_id ELSE mentor_id END, on_day, '学校', state, on_day, on_day,
  CASE state WHEN 'locked' THEN on_day END, CASE state WHEN 'locked' THEN on_day END
FROM (SELECT *, CASE WHEN random() < 0.01 THEN 'submitted' ELSE 'locked' END AS state FROM heard) AS h;
-- As ShareBook marks it: what is due was made from these terms, so that nothing is reckoned anew while it is measured.
UPDATE pairing p SET shares_of = (
  SELECT string_agg(t.code || ':' || t.first_monday || ':' || t.week_count, ' ' ORDER BY t.code) FROM term t
  WHERE t.side_id = 'aksu');
UPDATE pairing p SET last_contact_on = c.last_day
FROM (SELECT pairing_id, max(on_day) AS last_day FROM credit GROUP BY pairing_id) AS c WHERE c.pairing_id = p.id;
UPDATE obligation_share s SET done = d.done
FROM (SELECT s.obligation_id, s.first_day, count(*) AS done FROM obligation_share s
      JOIN credit c ON c.pairing_id = s.pairing_id AND c.kind = s.kind AND c.on_day BETWEEN s.first_day AND s.last_day
      GROUP BY 1, 2) AS d
WHERE d.obligation_id = s.obligation_id AND d.first_day = s.first_day;`;

/** Fills a database with mentors, pairings, what they owe and what they heard of each other. */
export async function aMentoringWorld({ sql }: Pick<TestDatabase, 'sql'>, size = promisedSize): Promise<void> {
  const parts = [places, people(size), pairings(size), obligations, visits(size)];
  // One session: the parts hand temporary tables on.
  await sql(['BEGIN', ...parts, 'DROP TABLE made, paired, heard', 'COMMIT', 'VACUUM ANALYZE'].slice(0, -1).join(';'));
  await sql('VACUUM ANALYZE');
}
