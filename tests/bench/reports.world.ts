import pg from 'pg';
import type { TestDatabase } from '../support';

/** Schools that lend teachers, and schools that receive lessons: a thousand together. */
const schools = { supporting: 400, receiving: 600 };

/** Ids that tell their kind and number: made in order, so that an index of ten million takes them in order. */
const id = (kind: number, number: string) =>
  `('${String(kind)}0000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const places = `
INSERT INTO organisation (id, code, name, short_name, category, stage, side_id, evidence)
SELECT ${id(1, 'n')}, 'RB-' || n, '学校 ' || n, '学校 ' || n, 'school', (ARRAY['primary', 'junior', 'senior'])[1 + n % 3],
  CASE WHEN n <= ${String(schools.supporting)} THEN 'hangzhou' ELSE 'aksu' END, 'stated'
FROM generate_series(1, ${String(schools.supporting + schools.receiving)}) AS n;
INSERT INTO party (id, kind, organisation_id, name)
SELECT ${id(2, 'n')}, 'classroom', ${id(1, 'n')}, '教室' FROM generate_series(1, 1000) AS n
UNION ALL SELECT ${id(3, 'n')}, 'class', ${id(1, '(400 + (n - 1) / 6 + 1)')}, '班 ' || n FROM generate_series(1, 3600) AS n
UNION ALL SELECT ${id(4, 'n')}, 'person', ${id(1, '((n - 1) / 3 + 1)')}, '教师 ' || n FROM generate_series(1, 3000) AS n;
INSERT INTO classroom (id, code, organisation_id, name, endpoint, evidence)
SELECT p.id, 'RR-' || row_number() OVER (), p.organisation_id, p.name,
  CASE WHEN o.side_id = 'aksu' THEN 'receiving' ELSE 'presenting' END, 'stated'
FROM party p JOIN organisation o ON o.id = p.organisation_id WHERE p.kind = 'classroom';
INSERT INTO class (id, code, organisation_id, name, grade)
SELECT id, 'RC-' || row_number() OVER (), organisation_id, name, '高一' FROM party WHERE kind = 'class';
INSERT INTO person (id, code, organisation_id, name, roles, cohort, evidence)
SELECT id, 'RP-' || row_number() OVER (), organisation_id, name, ARRAY['mentor', 'mentee'], '第一期', 'stated'
FROM party WHERE kind = 'person';
INSERT INTO partnership (id, supporting_school_id, receiving_school_id, from_day, evidence)
SELECT ${id(5, 'n')}, ${id(1, '(1 + n % 400)')}, ${id(1, '(400 + n)')}, '2017-01-01', 'stated' FROM generate_series(1, 600) AS n;
INSERT INTO proposal (id, partnership_id, from_school_id, to_school_id, proposed_by, proposed_at, expires_at, asked, closed_at)
SELECT ${id(6, 'n')}, ${id(5, 'n')}, ${id(1, '(1 + n % 400)')}, ${id(1, '(400 + n)')}, ${id(4, '1')},
  '2017-01-01', '2017-01-05', '-', '2017-01-02' FROM generate_series(1, 600) AS n;
INSERT INTO history (subject_id, at, act) VALUES (${id(1, '1')}, '2017-01-01', 'organisation.added');`;

/** What does not come out of lessons: pairings of ten years, items, enrolments, honours and facts. */
const programme = `
INSERT INTO studio (id, code, subject, field, host_id, evidence)
SELECT ${id(7, 'n')}, 'RQ-' || n, '学科 ' || n, CASE WHEN n % 4 = 0 THEN 'medical' ELSE 'education' END, ${id(1, '(400 + n)')}, 'stated'
FROM generate_series(1, 60) AS n;
INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day, to_day, state)
SELECT ${id(8, 'n')}, ${id(4, '(1 + n % 1200)')}, ${id(4, '(1201 + n % 1800)')}, ${id(7, '(1 + n % 60)')},
  DATE '2017-01-01' + n % 3300, DATE '2017-01-01' + n % 3300 + 300, CASE WHEN n % 20 = 0 THEN 'lapsed' ELSE 'active' END
FROM generate_series(1, 9000) AS n;
INSERT INTO programme_item (id, code, category, title, year, ordinal, first_day, last_day, sender_id, people, enrolled, certainty)
SELECT ${id(9, 'n')}, 'RI-' || n, (ARRAY['showcase', 'medical-class', 'teaching-visit', 'medical-visit', 'training'])[1 + n % 5],
  '第' || n || '期', 2017 + n % 10, n, make_date(2017 + n % 10, 1 + n % 12, 3), make_date(2017 + n % 10, 1 + n % 12, 4),
  ${id(1, '(1 + n % 400)')}, CASE WHEN n % 7 > 0 THEN n % 20 END, CASE WHEN n % 5 > 0 THEN 40 END, 'stated'
FROM generate_series(1, 2000) AS n;
INSERT INTO enrolment (id, item_id, person_id, state, certainty)
SELECT gen_random_uuid(), ${id(9, '(n / 10 * 5 + 4)')}, ${id(4, '(1201 + n % 1800)')}, 'enrolled', 'stated'
FROM generate_series(1, 3900) AS n ON CONFLICT DO NOTHING;`;

/** Lessons from one number to another, in the order of their days over the ten years from 2017. */
const lessons = (all: number, from: number, to: number) => `
INSERT INTO lesson (id, proposal_id, partnership_id, kind, subject, state, starts_at, ends_at, presenting_school_id,
  receiving_school_id, presenter_id, local_teacher_id, receiving_class_id, presenting_classroom_id, receiving_classroom_id,
  reason, effective_minutes, receiving_heads, replaces_lesson_id)
SELECT lesson_id, ${id(6, 'pair')}, ${id(5, 'pair')}, (ARRAY['synchronous', 'synchronous', 'tutoring', 'training', 'diagnosis'])[1 + n % 5],
  (ARRAY['数学', '语文', '英语', '物理', '化学'])[1 + n / 7 % 5], state, starts_at, starts_at + interval '40 minutes',
  ${id(1, '(1 + pair % 400)')}, ${id(1, '(400 + pair)')}, ${id(4, '((pair % 400) * 3 + 1 + n / 600 % 3)')}, ${id(4, '((399 + pair) * 3 + 1)')},
  CASE WHEN n % 5 <> 3 THEN ${id(3, '((pair - 1) * 6 + 1 + n / 600 % 6)')} END, ${id(2, '(1 + pair % 400)')}, ${id(2, '(400 + pair)')},
  CASE state WHEN 'cancelled' THEN (ARRAY['停电', '考试', '教师请假'])[1 + n % 3] END,
  CASE WHEN state IN ('ended', 'verified') THEN 30 + n % 11 WHEN state = 'interrupted' THEN n % 20 END,
  CASE WHEN state IN ('ended', 'verified') AND n % 10 > 0 THEN 30 + n % 25 END, CASE WHEN n % 50 = 0 THEN lesson_id END
FROM (
  SELECT n, 1 + n % 600 AS pair, ${id(0, 'n')} AS lesson_id,
    timestamptz '2017-01-01T01:00:00Z' + (n::bigint * 3650 / ${String(all)}) * interval '1 day' + n % 8 * interval '55 minutes' AS starts_at,
    CASE WHEN n % 100 < 80 THEN 'verified' WHEN n % 100 < 88 THEN 'ended' WHEN n % 100 < 94 THEN 'cancelled'
      WHEN n % 100 < 97 THEN 'missed' WHEN n % 100 < 99 THEN 'interrupted' ELSE 'confirmed' END AS state
  FROM generate_series(${String(from)}, ${String(to)}) AS n
) made`;

const chunk = 500_000;

/** Takes indexes, foreign keys and triggers from the lessons, and gives what puts them back. */
async function bare(client: pg.Client): Promise<readonly string[]> {
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = 'lesson' AND indexname <> 'lesson_pk'`,
  );
  const { rows: keys } = await client.query<{ name: string; made: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS made FROM pg_constraint WHERE conrelid = 'lesson'::regclass AND contype = 'f'`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (const { name } of keys) await client.query(`ALTER TABLE lesson DROP CONSTRAINT ${name}`);
  await client.query('ALTER TABLE lesson DISABLE TRIGGER USER');
  return [
    ...indexes.map(({ made }) => made),
    // What was made here refers to what is there: it is not asked again.
    ...keys.map(({ name, made }) => `ALTER TABLE lesson ADD CONSTRAINT ${name} ${made} NOT VALID`),
    'ALTER TABLE lesson ENABLE TRIGGER USER',
  ];
}

/** A thousand schools with so many lessons over ten years, tallied. Made as a whole: foreign keys are not asked row by row. */
export async function aReportingWorld(database: TestDatabase, count: number): Promise<void> {
  await database.sql(places);
  await database.sql(programme);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(`SET maintenance_work_mem = '512MB'`);
    const putBack = await bare(client);
    for (let from = 1; from <= count; from += chunk)
      await client.query(lessons(count, from, Math.min(count, from + chunk - 1)));
    for (const made of putBack) await client.query(made);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await client.query('SELECT lesson_tally_rebuild()');
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
