import type { TestDatabase } from '../support';

/** How much is generated, all of it in one year. */
export interface ProgrammeSize {
  readonly people: number;
  readonly items: number;
  /** On each list of a class, of which a third of the items are. */
  readonly listed: number;
}

/** Ten thousand items of one year with two hundred thousand enrolments. */
export const programmeSize: ProgrammeSize = { people: 8000, items: 10_000, listed: 60 };

const places = `
INSERT INTO organisation (id, code, name, short_name, category, stage, side_id, evidence)
SELECT gen_random_uuid(), 'PS-' || n, '学校 ' || n, '学校 ' || n, 'school', 'senior',
  CASE WHEN n <= 30 THEN 'hangzhou' ELSE 'aksu' END, 'demo'
FROM generate_series(1, 60) AS n;`;

const people = ({ people: count }: ProgrammeSize) => `
CREATE TEMPORARY TABLE made AS
SELECT gen_random_uuid() AS id, n, o.id AS organisation_id
FROM generate_series(1, ${String(count)}) AS n JOIN organisation o ON o.code = 'PS-' || n % 60 + 1;
INSERT INTO party (id, kind, organisation_id, name) SELECT id, 'person', organisation_id, '教师 ' || n FROM made;
INSERT INTO person (id, code, organisation_id, name, roles, evidence)
SELECT id, 'PP-' || n, organisation_id, '教师 ' || n, ARRAY['teacher'], 'demo' FROM made;`;

/** Of every category alike, over the twelve months; what is past was held, and one of fifty is called off. */
const items = ({ items: count }: ProgrammeSize) => `
CREATE TEMPORARY TABLE planned AS
SELECT gen_random_uuid() AS id, n, (ARRAY['showcase', 'medical-class', 'teaching-visit', 'medical-visit', 'training', 'placement'])[1 + n % 6] AS category,
  make_date(extract(year FROM now())::int, 1 + n / 6 % 12, 1 + n % 28) AS day
FROM generate_series(1, ${String(count)}) AS n;
INSERT INTO programme_item (id, code, category, title, year, ordinal, begins, first_day, last_day, state, sender_id, host_id,
  people, enrolled, attended, completed, certainty, capacity, is_open)
SELECT p.id, 'PI-' || p.n, p.category, '第' || p.n || '期', extract(year FROM p.day), p.n, p.day::text, p.day, p.day + 1,
  CASE WHEN p.n % 50 = 0 THEN 'cancelled' WHEN p.day < current_date THEN 'held' ELSE 'planned' END, sender.id, host.id,
  CASE WHEN p.category LIKE '%visit' AND p.n % 7 > 0 THEN p.n % 20 END,
  CASE WHEN p.n % 5 = 0 AND p.category IN ('training', 'medical-class') THEN 50 END, NULL, NULL,
  (ARRAY['stated', 'inferred', 'demo'])[1 + p.n % 3], CASE WHEN p.category IN ('training', 'medical-class') THEN 50 END, true
FROM planned p JOIN organisation sender ON sender.code = 'PS-' || p.n % 30 + 1
JOIN organisation host ON host.code = 'PS-' || p.n % 30 + 31;`;

/** Fifty on each list of a class and ten who wait; four of five of those who came are known. */
const enrolments = ({ people: count, listed }: ProgrammeSize) => `
INSERT INTO enrolment (id, item_id, person_id, state, attended, completed, turn, certainty)
SELECT gen_random_uuid(), p.id, m.id, CASE WHEN g <= 50 THEN 'enrolled' ELSE 'waiting' END,
  CASE WHEN g <= 50 AND p.day < current_date AND (p.n + g) % 5 > 0 THEN g % 10 > 0 END,
  CASE WHEN g <= 50 AND p.day < current_date AND (p.n + g) % 5 > 1 THEN g % 10 > 1 END, g, 'recorded'
FROM planned p CROSS JOIN generate_series(1, ${String(listed)}) AS g
JOIN made m ON m.n = 1 + (p.n * 37 + g * 131) % ${String(count)}
WHERE p.category IN ('training', 'medical-class');
INSERT INTO history (subject_id, at, act, detail)
SELECT id, now() - interval '1 day', 'enrolment.added', jsonb_build_object('after', jsonb_build_object('state', state)) FROM enrolment;
INSERT INTO history (subject_id, at, act, detail) SELECT id, now() - interval '1 day', 'programme-item.added', '{"after": {}}' FROM planned;
INSERT INTO certificate (id, code, item_id, person_id, printed_title, printed_name, printed_day, issued_at, issued_by)
SELECT gen_random_uuid(), upper(replace(gen_random_uuid()::text, '-', '')), e.item_id, e.person_id, '培训', '教师', '2026', now(), e.person_id
FROM enrolment e WHERE e.completed;`;

/** Two times of every class to come, with whoever is free held. */
const sittings = `
INSERT INTO sitting (id, item_id, starts_at, ends_at, place, arranged_by, asked)
SELECT gen_random_uuid(), p.id, t, t + interval '1 hour', '报告厅', (SELECT id FROM made WHERE n = 1), '-'
FROM planned p CROSS JOIN generate_series(0, 1) AS g
CROSS JOIN LATERAL (SELECT (p.day + g)::timestamp AT TIME ZONE 'Asia/Shanghai' + interval '8 hours' + p.n % 12 * interval '1 hour') AS s (t)
WHERE p.category IN ('training', 'medical-class') AND p.n % 50 > 0;
INSERT INTO hold (sitting_id, party_id, role, starts_at, ends_at)
SELECT t.id, e.person_id, 'participant', t.starts_at, t.ends_at
FROM sitting t JOIN enrolment e ON e.item_id = t.item_id AND e.state = 'enrolled' WHERE t.starts_at > now()
ON CONFLICT DO NOTHING;`;

/** A year of the programme as large as promised. */
export async function aProgrammeWorld({ sql }: Pick<TestDatabase, 'sql'>, size: ProgrammeSize): Promise<void> {
  // One text, so that its temporary tables live in one session.
  await sql([places, people(size), items(size), enrolments(size), sittings].join('\n'));
  await sql('VACUUM ANALYZE');
}
