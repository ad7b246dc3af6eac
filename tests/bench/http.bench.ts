import { randomUUID } from 'node:crypto';
import { aPerson, aClassroom, aTown, type TestDatabase, type Town } from '../support';
import { aRival, type Call, figure, inTurn, type Line, type Load, load, median, type Rival } from './measure';
import { sessionOf } from './session';

const rounds = 5;
const clients = 16;

interface Stage {
  readonly database: TestDatabase;
  readonly town: Town;
  /** One person at many devices: the limit of requests counts by session. */
  readonly cookies: readonly string[];
  readonly app: Rival;
  readonly bare: Rival;
}

interface Replayed {
  readonly statements: readonly { text: string }[];
}

/** Statements that do not belong to the request: the relay and the sweeps run beside it. */
const isBeside = (text: string) => /^\s*DELETE FROM outbox|presence_interval|FROM session s/.test(text);

/** Records what one request of ours sends, without what runs beside it, and hands it to the baseline. */
async function teach(stage: Stage, call: Call, recorded: readonly string[]): Promise<number> {
  await load(stage.app, { count: 1, clients: 1, call: () => call });
  await stage.app.tell({ ask: 'record' });
  await load(stage.app, { count: 1, clients: 1, call: () => call });
  const { statements } = (await stage.app.tell({ ask: 'recorded' })) as Replayed;
  const own = statements.filter(({ text }) => !isBeside(text));
  await stage.bare.tell({ ask: 'replay', statements: own, recorded });
  return own.length;
}

const perSecond = (loads: readonly Load[]) => median(loads.map((one) => one.perSecond));
const cpuEach = (loads: readonly Load[]) => median(loads.map((one) => one.cpuEach));
const told = (loads: readonly Load[]) =>
  `${figure(perSecond(loads), 0)}/s, p50 ${figure(median(loads.map((one) => one.p50)), 1)} ms, ` +
  `p99 ${figure(median(loads.map((one) => one.p99)), 1)} ms, ${figure(cpuEach(loads))} ms CPU`;

function lineOf(what: string, found: { readonly ours: readonly Load[]; readonly theirs: readonly Load[] }): Line {
  const ratio = perSecond(found.ours) / perSecond(found.theirs);
  const cpu = cpuEach(found.theirs) / cpuEach(found.ours);
  return {
    what,
    ours: told(found.ours),
    baseline: told(found.theirs),
    ratio: `${figure(ratio)} of the requests; ${figure(cpu)} by CPU`,
  };
}

interface Cast {
  readonly presenter: string;
  readonly localTeacher: string;
  readonly rooms: readonly [string, string];
}

/** As many teachers and classrooms as there are clients, so that bookings do not wait for one another. */
async function casts({ database, town }: Stage): Promise<Cast[]> {
  const { hangzhou, aksu } = town;
  return Promise.all(
    Array.from({ length: clients }, async () => ({
      presenter: (await aPerson(database, hangzhou.id)).id,
      localTeacher: (await aPerson(database, aksu.id)).id,
      rooms: [
        (await aClassroom(database, hangzhou.id, 'presenting')).id,
        (await aClassroom(database, aksu.id, 'receiving')).id,
      ] as const,
    })),
  );
}

/** Six in the morning of a day in Beijing; twenty slots of 45 minutes fit below its midnight. */
const firstSlot = Date.UTC(2030, 0, 6, 22, 0);
const slotsADay = 20;
const slotAt = (n: number) =>
  new Date(firstSlot + Math.floor(n / slotsADay) * 86_400_000 + (n % slotsADay) * 45 * 60_000);
let slots = 0;

interface Booking {
  readonly cast: Cast;
  readonly proposalId: string;
  readonly lessonId: string;
  readonly startsAt: Date;
}

/** Each booking has a slot of its own. */
function aBooking(all: readonly Cast[], n: number): Booking {
  slots += 1;
  const cast = all[n % all.length] as Cast;
  return { cast, proposalId: randomUUID(), lessonId: randomUUID(), startsAt: slotAt(slots) };
}

const cookieAt = ({ cookies }: Stage, n: number) => cookies[n % cookies.length] ?? '';

function bookingCall(stage: Stage, booking: Booking): Call {
  const { town } = stage;
  const { cast } = booking;
  const lesson = {
    kind: 'training',
    subject: '数学',
    topic: null,
    presentingSchoolId: town.hangzhou.id,
    receivingSchoolId: town.aksu.id,
    presenterId: cast.presenter,
    presentingClassId: null,
    presentingClassroomId: cast.rooms[0],
    localTeacherId: cast.localTeacher,
    receivingClassId: null,
    receivingClassroomId: cast.rooms[1],
    startsAt: booking.startsAt.toISOString(),
    minutes: 40,
  };
  return {
    method: 'PUT',
    path: `/api/proposals/${booking.proposalId}`,
    headers: { cookie: cookieAt(stage, slots), 'content-type': 'application/json' },
    body: JSON.stringify({ of: 'lesson', lessonId: booking.lessonId, lesson, message: null }),
  };
}

/** The forms in which a booking's parts appear among the values of its statements. */
function partsOf(booking: Booking): readonly string[] {
  const short = (at: Date) => at.toISOString().replace('.000Z', 'Z');
  const { cast } = booking;
  return [
    booking.proposalId,
    booking.lessonId,
    short(booking.startsAt),
    short(new Date(booking.startsAt.getTime() + 40 * 60_000)),
    cast.presenter,
    cast.localTeacher,
    ...cast.rooms,
  ];
}

const bareCall = (booking: Booking): Call => ({
  method: 'PUT',
  path: '/',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ parts: partsOf(booking) }),
});

async function booking(stage: Stage): Promise<Line> {
  const all = await casts(stage);
  const sample = aBooking(all, 0);
  // The sample is warmed up with another booking and then recorded: a repeated one would send less.
  await load(stage.app, { count: 50, clients: 1, call: (n) => bookingCall(stage, aBooking(all, n)) });
  await stage.app.tell({ ask: 'record' });
  await load(stage.app, { count: 1, clients: 1, call: () => bookingCall(stage, sample) });
  const { statements } = (await stage.app.tell({ ask: 'recorded' })) as Replayed;
  const own = statements.filter(({ text }) => !isBeside(text));
  await stage.bare.tell({ ask: 'replay', statements: trimmed(own), recorded: partsOf(sample) });
  const wish = { count: 400, clients };
  const found = await inTurn(
    rounds,
    () => load(stage.app, { ...wish, call: (n) => bookingCall(stage, aBooking(all, n)) }),
    () => load(stage.bare, { ...wish, call: (n) => bareCall(aBooking(all, n)) }),
  );
  return lineOf(
    `booking a lesson (${String(own.length)} statements; with authentication, validation, history, outbox)`,
    found,
  );
}

/** The relay's transaction may follow within the recording; what belongs to the request ends with its last reading. */
function trimmed<T extends { readonly text: string }>(statements: readonly T[]): readonly T[] {
  const begins = statements.map(({ text }, place) => (text === 'BEGIN' ? place : -1)).filter((place) => place >= 0);
  const isEmpty = (place: number) => statements[place + 1]?.text === 'COMMIT';
  const idle = new Set(begins.filter(isEmpty).flatMap((place) => [place, place + 1]));
  return statements.filter((_, place) => !idle.has(place));
}

async function week(stage: Stage): Promise<Line> {
  const path = `/api/schools/${stage.town.hangzhou.id}/weeks/2030-01-07?partnerId=${stage.town.aksu.id}`;
  const call = (n: number) => ({ method: 'GET', path, headers: { cookie: cookieAt(stage, n) } });
  const count = await teach(stage, call(0), []);
  const wish = { count: 400, clients };
  const bare = { method: 'GET', path: '/', headers: {} };
  const found = await inTurn(
    rounds,
    () => load(stage.app, { ...wish, call }),
    () => load(stage.bare, { ...wish, call: () => bare }),
  );
  return lineOf(`reading a week of two schools (${String(count)} statements, both bells and calendars)`, found);
}

async function list(stage: Stage): Promise<Line> {
  const path = `/api/lessons?limit=50&schoolId=${stage.town.hangzhou.id}&from=2030-01-01T00:00:00Z`;
  const call = (n: number) => ({ method: 'GET', path, headers: { cookie: cookieAt(stage, n) } });
  const wish = { count: 400, clients };
  const found = await inTurn(
    rounds,
    () => load(stage.app, { ...wish, call }),
    () => load(stage.bare, { ...wish, call: () => ({ method: 'GET', path: '/rows', headers: {} }) }),
  );
  return lineOf('a list of 50 lessons, against pg rows and JSON.stringify', found);
}

/** The columns of a lesson's card as flat rows, as a list is commonly written. */
const listSql = `
  SELECT l.id, l.proposal_id, l.series_id, l.partnership_id, l.week, l.kind, l.subject, l.topic, l.state, l.starts_at, l.ends_at,
    ps.id AS ps_id, ps.name AS ps_name, ps.short_name AS ps_short, ps.side_id AS ps_side,
    rs.id AS rs_id, rs.name AS rs_name, rs.short_name AS rs_short, rs.side_id AS rs_side,
    p.id AS p_id, p.name AS p_name, t.id AS t_id, t.name AS t_name, pc.id AS pc_id, pc.name AS pc_name,
    rc.id AS rc_id, rc.name AS rc_name, pr.id AS pr_id, pr.name AS pr_name, rr.id AS rr_id, rr.name AS rr_name,
    l.presenting_period, l.receiving_period, l.presenting_shift, l.receiving_shift, l.reason, l.version
  FROM lesson l
  JOIN organisation ps ON ps.id = l.presenting_school_id JOIN organisation rs ON rs.id = l.receiving_school_id
  JOIN person p ON p.id = l.presenter_id JOIN person t ON t.id = l.local_teacher_id
  LEFT JOIN class pc ON pc.id = l.presenting_class_id LEFT JOIN class rc ON rc.id = l.receiving_class_id
  JOIN classroom pr ON pr.id = l.presenting_classroom_id JOIN classroom rr ON rr.id = l.receiving_classroom_id
  WHERE l.presenting_school_id = $1 AND l.starts_at >= '2030-01-01' ORDER BY l.starts_at, l.id LIMIT 51`;

/** Booking, a week and a list over HTTP, each beside bare node:http with pg. */
export async function httpBench(database: TestDatabase): Promise<readonly Line[]> {
  const town = await aTown(database);
  const cookies = await Promise.all(Array.from({ length: 60 }, () => sessionOf(database, town.hangzhou.coordinator)));
  const env = { DATABASE_URL: database.url, LIST_SQL: listSql, LIST_SCHOOL: town.hangzhou.id };
  const stage = {
    database,
    town,
    cookies,
    app: await aRival('app-server', env),
    bare: await aRival('bare-server', env),
  };
  try {
    return [await booking(stage), await week(stage), await list(stage)];
  } finally {
    await stage.app.stop();
    await stage.bare.stop();
  }
}
