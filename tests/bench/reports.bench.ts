import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Database, type Read, statement, Transactions } from '@qinglan/api-platform';
import { BreakdownQueries, DefinitionQueries, IndicatorQueries, RowQueries } from '@qinglan/api-reports';
import { type IndicatorVersion, isCounting, yearlyTemplate } from '@qinglan/domain';
import pg from 'pg';
import { aDatabase, type TestDatabase } from '../support';
import { figure, type Line, median, quantile } from './measure';
import { aReportingWorld } from './reports.world';

/** Ten million are made when asked for: `npm run bench -- reports 10000000`. */
const sizes = [100_000, 1_000_000, ...(process.argv.includes('10000000') ? [10_000_000] : [])];
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];

interface Stage {
  readonly transactions: Transactions;
  readonly indicators: IndicatorQueries;
  readonly rows: RowQueries;
  readonly breakdowns: BreakdownQueries;
  readonly definitions: readonly IndicatorVersion[];
}

const asOf = (year: number) => `${String(year)}-12-31`;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function times(count: number, act: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const found: number[] = [];
  // The first asking of a connection plans the statement.
  await act(0);
  for (let round = 0; round < count; round += 1) found.push(await timed(() => act(round)));
  return found;
}

const yearAt = (round: number) => years[round % years.length] ?? 2018;
const reading = (stage: Stage, act: (read: Read) => Promise<unknown>) => stage.transactions.read(act);

/** Every indicator by itself, over the years in turn: all times, and the slowest indicator's. */
async function eachIndicator(stage: Stage, rounds: number) {
  const all: number[] = [];
  let slowest = { key: '', p95: 0 };
  for (const { key } of stage.definitions) {
    const found = await times(rounds, (round) => {
      const year = yearAt(round);
      return reading(stage, (read) => stage.indicators.answers(read, { year, asOf: asOf(year), keys: [key] }));
    });
    all.push(...found);
    const p95 = quantile(found, 0.95);
    if (p95 > slowest.p95) slowest = { key, p95 };
  }
  return { all, slowest };
}

/** Every number, list, fact and chart of a year. */
function wholeReport(stage: Stage, rounds: number) {
  const charts = yearlyTemplate.sections.flatMap((section) => section.charts);
  return times(rounds, (round) => {
    const year = yearAt(round);
    return reading(stage, async (read) => {
      await stage.indicators.answers(read, { year, asOf: asOf(year) });
      await stage.indicators.lists(read, { year, asOf: asOf(year) });
      await stage.indicators.statements(read, year);
      for (const { indicator: key, by } of charts) {
        const indicator = stage.definitions.find((one) => one.key === key);
        if (indicator && isCounting(indicator))
          await stage.breakdowns.groups(read, { indicator, year, asOf: asOf(year), by });
      }
    });
  });
}

async function firstPages(stage: Stage, rounds: number) {
  const all: number[] = [];
  let slowest = { key: '', p95: 0 };
  for (const indicator of stage.definitions.filter(isCounting)) {
    const found = await times(rounds, (round) => {
      const year = yearAt(round);
      const direction = round % 2 === 0 ? 'up' : 'down';
      return reading(stage, (read) =>
        stage.rows.page(read, { indicator, year, asOf: asOf(year), limit: 50, direction }),
      );
    });
    all.push(...found);
    const p95 = quantile(found, 0.95);
    if (p95 > slowest.p95) slowest = { key: indicator.key, p95 };
  }
  return { all, slowest };
}

const lessonNumbers = ['lessons-held', 'lesson-minutes', 'classes-reached', 'lesson-schools', 'presenters'];

/** The same numbers from the tallies and from the lessons themselves. */
async function againstPlain(stage: Stage) {
  const asked = (year: number) => ({ year, asOf: asOf(year), keys: lessonNumbers });
  const ours = await times(12, (round) =>
    reading(stage, (read) => stage.indicators.answers(read, asked(yearAt(round)))),
  );
  const plain = await times(3, (round) =>
    reading(stage, (read) => stage.indicators.plainAnswers(read, asked(yearAt(round)))),
  );
  return { ours: median(ours), plain: median(plain) };
}

const backend = statement('bench-backend', 'SELECT pg_backend_pid() AS pid');
const tickMs = 10;

/** Processor milliseconds of this process and of the one connection's, so far: on a busy machine the clock tells little. */
async function processor({ transactions }: Stage): Promise<number> {
  const found = await transactions.read((read) => read.row<{ pid: number }>(backend));
  const stat = readFileSync(`/proc/${String(found?.pid ?? 0)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const { user, system } = process.cpuUsage();
  return (Number(fields[11]) + Number(fields[12])) * tickMs + (user + system) / 1000;
}

/** What an act costs of the processor, once, beside what it gives. */
async function costing<T>(stage: Stage, act: () => Promise<T>, count: (found: T) => number) {
  const before = await processor(stage);
  const found = await act();
  return { found, cpu: ((await processor(stage)) - before) / count(found) };
}

const ms = (value: number) => `${figure(value, 1)} ms`;
const told = (all: readonly number[]) => `p50 ${ms(median(all))}, p95 ${ms(quantile(all, 0.95))}`;

async function linesOf(database: TestDatabase, count: number): Promise<readonly Line[]> {
  const began = performance.now();
  await aReportingWorld(database, count);
  console.log(`${figure(count, 0)} lessons made and tallied in ${figure((performance.now() - began) / 1000, 0)} s`);
  const pool = new Database(database.url, 1);
  try {
    const transactions = new Transactions(pool);
    const [definitions, rows] = [new DefinitionQueries(), new RowQueries()];
    const indicators = new IndicatorQueries(definitions, rows);
    const known = await transactions.read((read) => definitions.all(read));
    const stage = { transactions, indicators, rows, breakdowns: new BreakdownQueries(definitions), definitions: known };
    const of = `${figure(count, 0)} lessons`;
    const each = await costing(
      stage,
      () => eachIndicator(stage, 24),
      ({ all }) => all.length,
    );
    const whole = await costing(
      stage,
      () => wholeReport(stage, 24),
      (all) => all.length,
    );
    const pages = await costing(
      stage,
      () => firstPages(stage, 16),
      ({ all }) => all.length,
    );
    const plain = await againstPlain(stage);
    const slow = ({ key, p95 }: { key: string; p95: number }) => `slowest: ${key}, p95 ${ms(p95)}`;
    const cpu = (value: number) => `${ms(value)} CPU`;
    return [
      {
        what: `each indicator of one year, ${of}`,
        ours: `${told(each.found.all)}, ${cpu(each.cpu)}`,
        baseline: 'aim: p95 under 50 ms',
        ratio: slow(each.found.slowest),
      },
      {
        what: `a whole yearly report, ${of}`,
        ours: `${told(whole.found)}, ${cpu(whole.cpu)}`,
        baseline: 'aim: under 1 s',
        ratio: `${figure(1000 / whole.cpu, 1)} a second by CPU`,
      },
      {
        what: `first page of the rows of each numeral, ${of}`,
        ours: `${told(pages.found.all)}, ${cpu(pages.cpu)}`,
        baseline: 'aim: under 100 ms',
        ratio: slow(pages.found.slowest),
      },
      {
        what: `${String(lessonNumbers.length)} numbers of lessons from tallies, ${of}`,
        ours: ms(plain.ours),
        baseline: `plain SQL ${ms(plain.plain)}`,
        ratio: `${figure(plain.plain / plain.ours, 1)} times faster`,
      },
    ];
  } finally {
    await pool.close();
  }
}

const booking = `WITH asked AS (
    INSERT INTO proposal (id, partnership_id, from_school_id, to_school_id, proposed_by, proposed_at, expires_at, asked)
    SELECT $1, partnership_id, presenting_school_id, receiving_school_id, presenter_id, now(), now() + interval '3 days', $3 FROM lesson LIMIT 1
  ), made AS (
    INSERT INTO lesson (id, proposal_id, partnership_id, kind, subject, state, starts_at, ends_at, presenting_school_id,
      receiving_school_id, presenter_id, local_teacher_id, presenting_classroom_id, receiving_classroom_id)
    SELECT $2, $1, partnership_id, 'training', '数学', 'proposed', $4::timestamptz, $4::timestamptz + interval '40 minutes',
      presenting_school_id, receiving_school_id, presenter_id, local_teacher_id, presenting_classroom_id, receiving_classroom_id
    FROM lesson LIMIT 1
  ), held AS (
    INSERT INTO hold (lesson_id, party_id, role, starts_at, ends_at)
    SELECT $2::uuid, p.id, p.role, $4::timestamptz, $4::timestamptz + interval '40 minutes' FROM (
      SELECT l.*, row_number() OVER () FROM lesson l LIMIT 1) l, LATERAL (VALUES (l.presenter_id, 'presenter'), (l.local_teacher_id, 'local-teacher'),
      (l.presenting_classroom_id, 'presenting-classroom'), (l.receiving_classroom_id, 'receiving-classroom')) AS p (id, role)
  ), told AS (INSERT INTO outbox (type, body) VALUES ('timetable.changed', '{}'))
  INSERT INTO history (subject_id, at, act) VALUES ($2, now(), 'lesson.proposed')`;
const confirming = `WITH written AS (INSERT INTO history (subject_id, at, act) VALUES ($1, now(), 'lesson.confirmed'))
  UPDATE lesson SET state = 'confirmed', version = version + 1 WHERE id = $1`;

/** Bookings and their confirmation straight in SQL, with the tallies kept and without: what they add to a booking. */
async function bookingLine(database: TestDatabase): Promise<Line> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  let slot = 0;
  const book = async () => {
    const [proposal, lesson] = [randomUUID(), randomUUID()];
    slot += 1;
    const at = new Date(Date.UTC(2031, 0, 1) + slot * 3_600_000).toISOString();
    await client.query('BEGIN');
    await client.query({ name: 'book', text: booking, values: [proposal, lesson, '-', at] });
    await client.query('COMMIT');
    await client.query({ name: 'confirm', text: confirming, values: [lesson] });
  };
  const round = async (mode: 'ENABLE' | 'DISABLE') => {
    await client.query(`ALTER TABLE lesson ${mode} TRIGGER USER`);
    for (let warm = 0; warm < 30; warm += 1) await book();
    return median(await times(300, book));
  };
  const found: { readonly kept: number; readonly bare: number }[] = [];
  for (let turn = 0; turn < 5; turn += 1) found.push({ bare: await round('DISABLE'), kept: await round('ENABLE') });
  await client.end();
  const [kept, bare] = [median(found.map((one) => one.kept)), median(found.map((one) => one.bare))];
  return {
    what: 'a booking and its confirmation in bare SQL, tallies kept',
    ours: `${figure(kept)} ms`,
    baseline: `without them ${figure(bare)} ms; aim: at most 20 % more`,
    ratio: `${figure((kept / bare - 1) * 100, 1)} % more`,
  };
}

/** What the yearly report costs with lessons of ten years and a thousand schools behind it, and how that grows. */
export async function reportsBench(first: TestDatabase): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const count of sizes) {
    const database = count === sizes[0] ? first : await aDatabase();
    try {
      lines.push(...(await linesOf(database, count)));
      if (count === sizes[0]) lines.push(await bookingLine(database));
    } finally {
      if (database !== first) await database.drop();
    }
  }
  return lines;
}
