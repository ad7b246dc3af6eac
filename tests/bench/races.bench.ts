import { randomUUID } from 'node:crypto';
import { saveSeries } from '@qinglan/contracts';
import type { SeriesId } from '@qinglan/domain';
import { aHouse, aTown, type Client, type House, type Town } from '../support';
import { figure, type Line, quantile } from './measure';

const rounds = Number(process.env['RACES'] ?? 1000);
const racers = 80;

interface Race {
  readonly winners: number;
  readonly statuses: readonly number[];
  readonly times: readonly number[];
}

const put = async (client: Client, body: object) => {
  const began = performance.now();
  const response = await client.raw(`/api/proposals/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return { status: response.status, ms: performance.now() - began };
};

const drafts = 20;
/** Starts that fit both bells on Wednesday 14 October 2026 and overlap one another. */
const starts = ['2026-10-14T02:00:00Z', '2026-10-14T02:05:00Z', '2026-10-14T02:10:00Z'];

const castOf = ({ hangzhou, aksu }: Town) => ({
  presentingSchoolId: hangzhou.id,
  receivingSchoolId: aksu.id,
  presenterId: hangzhou.teachers[0].id,
  presentingClassId: hangzhou.classes[0].id,
  presentingClassroomId: hangzhou.classrooms[0].id,
  localTeacherId: aksu.teachers[0].id,
  receivingClassId: aksu.classes[0].id,
  receivingClassroomId: aksu.classrooms[0].id,
});

/** A term of Wednesdays for the same people, class and rooms, as a draft of its own. */
async function aDraft(client: Client, town: Town): Promise<SeriesId> {
  const seriesId = randomUUID() as SeriesId;
  const place = { termCode: '2026-1', weekday: 3, period: 3, weeks: '3-18', minutes: null, skipWeeks: [], choices: [] };
  const body = { code: null, kind: 'synchronous' as const, subject: '数学', ...castOf(town), ...place };
  const saved = await client.call(saveSeries, { params: { seriesId }, body, version: 0 });
  return saved.body.id;
}

/** Sixty ask for one lesson and twenty for a term, all for the same teachers, classes and rooms; one may win. */
function wish(town: Town, series: readonly SeriesId[], racer: number): object {
  const seriesId = series[racer];
  if (seriesId) return { of: 'series', seriesId, message: null, includesPast: false };
  const what = {
    kind: 'synchronous',
    subject: '数学',
    topic: null,
    minutes: 40,
    startsAt: starts[racer % starts.length],
  };
  return { of: 'lesson', lessonId: randomUUID(), lesson: { ...castOf(town), ...what }, message: null };
}

/** Frees what the last race took, so that the next one is about the same slot. */
async function clear(house: House): Promise<void> {
  await house.sql(`UPDATE hold SET released_at = now() WHERE released_at IS NULL`);
  await house.sql(`UPDATE lesson SET state = 'withdrawn' WHERE state = 'proposed'`);
  await house.sql(`UPDATE proposal SET closed_at = now() WHERE closed_at IS NULL`);
}

interface Field {
  readonly house: House;
  readonly town: Town;
  readonly clients: readonly Client[];
  readonly series: readonly SeriesId[];
}

async function race(field: Field): Promise<Race & { readonly overlaps: number }> {
  const { house, town, clients, series } = field;
  const answers = await Promise.all(clients.map((client, racer) => put(client, wish(town, series, racer))));
  const overlaps = await overlapsIn(house);
  await clear(house);
  const statuses = answers.map((answer) => answer.status);
  const winners = statuses.filter((status) => status === 200).length;
  return { winners, statuses, overlaps, times: answers.map((one) => one.ms) };
}

async function overlapsIn(house: House): Promise<number> {
  const [row] = await house.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM hold a JOIN hold b ON a.party_id = b.party_id AND a.lesson_id < b.lesson_id
     AND a.released_at IS NULL AND b.released_at IS NULL AND a.during && b.during`,
  );
  return row?.n ?? -1;
}

const deadlocksIn = async (house: House): Promise<number> => {
  const [row] = await house.sql<{ n: number }>(
    'SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()',
  );
  return row?.n ?? -1;
};

/** A thousand races of eighty clients over the same teacher, classes and rooms, against the running API. */
export async function racesBench(): Promise<readonly Line[]> {
  const house = await aHouse();
  const town = await aTown(house);
  const clients = await Promise.all(Array.from({ length: racers }, () => house.as(town.hangzhou.coordinator)));
  const [first] = clients;
  if (!first) throw new Error('nobody races');
  const series: SeriesId[] = [];
  for (let draft = 0; draft < drafts; draft += 1) series.push(await aDraft(first, town));
  const races = [];
  for (let round = 0; round < rounds; round += 1) races.push(await race({ house, town, clients, series }));
  const overlaps = races.reduce((sum, one) => sum + one.overlaps, 0);
  const deadlocks = await deadlocksIn(house);
  await house.close();
  const statuses = races.flatMap((one) => one.statuses);
  const odd = statuses.filter((status) => status !== 200 && status !== 409).length;
  const notOne = races.filter((one) => one.winners !== 1).length;
  const times = races.flatMap((one) => one.times);
  return [
    {
      what: `${figure(rounds, 0)} races of ${String(racers)} clients, singles and series, over the same teachers, classes and rooms`,
      ours: `${String(notOne)} races without exactly one winner, ${String(overlaps)} overlaps, ${String(deadlocks)} deadlocks, ${String(odd)} answers but 200 and 409`,
      baseline: 'aim: none',
      ratio: `p50 ${figure(quantile(times, 0.5), 0)} ms, p99 ${figure(quantile(times, 0.99), 0)} ms`,
    },
  ];
}
