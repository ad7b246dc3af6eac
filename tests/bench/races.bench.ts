import { randomUUID } from 'node:crypto';
import { aHouse, aTown, type Client, type House, type Town } from '../support';
import { figure, type Line, quantile } from './measure';

const rounds = 1000;
const racers = 80;
const firstMonday = Date.UTC(2031, 0, 6, 0, 0);

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

/** Eighty clients ask for the same teacher, rooms and slot, half a lesson apart at most; one may win. */
function wish(town: Town, round: number, racer: number): object {
  const startsAt = new Date(
    firstMonday + Math.floor(round / 5) * 86_400_000 + (round % 5) * 3 * 3_600_000 + (racer % 8) * 5 * 60_000,
  ).toISOString();
  const { hangzhou, aksu } = town;
  const lesson = {
    kind: 'training',
    subject: '数学',
    topic: null,
    presentingSchoolId: hangzhou.id,
    receivingSchoolId: aksu.id,
    presenterId: hangzhou.teachers[0].id,
    presentingClassId: hangzhou.classes[0].id,
    presentingClassroomId: hangzhou.classrooms[0].id,
    localTeacherId: aksu.teachers[0].id,
    receivingClassId: aksu.classes[0].id,
    receivingClassroomId: aksu.classrooms[0].id,
    startsAt,
    minutes: 40,
  };
  const meeting = { ...lesson, presentingClassId: null, receivingClassId: null };
  return { of: 'lesson', lessonId: randomUUID(), lesson: meeting, message: null };
}

async function race(clients: readonly Client[], town: Town, round: number): Promise<Race> {
  const answers = await Promise.all(clients.map((client, racer) => put(client, wish(town, round, racer))));
  const statuses = answers.map((answer) => answer.status);
  return { winners: statuses.filter((status) => status === 200).length, statuses, times: answers.map((one) => one.ms) };
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
  const races: Race[] = [];
  for (let round = 0; round < rounds; round += 1) races.push(await race(clients, town, round));
  const overlaps = await overlapsIn(house);
  const deadlocks = await deadlocksIn(house);
  await house.close();
  const statuses = races.flatMap((one) => one.statuses);
  const odd = statuses.filter((status) => status !== 200 && status !== 409).length;
  const notOne = races.filter((one) => one.winners !== 1).length;
  const times = races.flatMap((one) => one.times);
  return [
    {
      what: `${figure(rounds, 0)} races of ${String(racers)} clients over the same parties`,
      ours: `${String(notOne)} races without exactly one winner, ${String(overlaps)} overlaps, ${String(deadlocks)} deadlocks, ${String(odd)} answers but 200 and 409`,
      baseline: 'aim: none',
      ratio: `p50 ${figure(quantile(times, 0.5), 0)} ms, p99 ${figure(quantile(times, 0.99), 0)} ms`,
    },
  ];
}
