import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { aTown, type TestDatabase } from '../support';
import { aLesson, type HeldLesson } from '../support/live';
import { aRival, figure, type Line, median, quantile, type Rival } from './measure';
import { sessionOf } from './session';

/** Longer than what a room gathers into one frame, so that every change is a frame of its own. */
const pace = 130;
const changes = 40;
const rounds = 3;

interface Stage {
  readonly lesson: HeldLesson;
  readonly watching: readonly string[];
  readonly presenting: string;
  readonly app: Rival;
  readonly bare: Rival;
}

const connect = (port: number, cookie: string): Promise<Socket> =>
  new Promise((done, failed) => {
    const socket = io(`http://127.0.0.1:${String(port)}`, {
      path: '/ws',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie },
    });
    socket.once('connect', () => done(socket));
    socket.once('connect_error', failed);
  });

async function asks(socket: Socket, event: string, body: object): Promise<void> {
  const answer = (await socket.timeout(60_000).emitWithAck(event, body)) as { ok: boolean };
  if (!answer.ok) throw new Error(`${event}: ${JSON.stringify(answer)}`);
}

const enter = (stage: Stage, classroomId: string | null) => ({ lessonId: stage.lesson.id, classroomId, since: null });

async function join(rival: Rival, stage: Stage, n: number): Promise<Socket> {
  const socket = await connect(rival.port, stage.watching[n % stage.watching.length] ?? '');
  await asks(socket, 'room.enter', enter(stage, null));
  return socket;
}

/** Joins by a hundred at once, as when a lesson begins. */
async function joinAll(rival: Rival, stage: Stage, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at += 100) {
    const wave = Array.from({ length: Math.min(100, count - at) }, (_, n) => join(rival, stage, at + n));
    sockets.push(...(await Promise.all(wave)));
  }
  return sockets;
}

interface FanOut {
  readonly delivered: number;
  readonly cpuMicroseconds: number;
  readonly p50: number;
  readonly p99: number;
}

async function fanOut(rival: Rival, stage: Stage, count: number): Promise<FanOut> {
  const sockets = await joinAll(rival, stage, count);
  const classroom = await connect(rival.port, stage.presenting);
  const late: number[] = [];
  let began = 0;
  for (const socket of sockets) socket.on('room.delta', () => late.push(performance.now() - began));
  await asks(classroom, 'room.enter', enter(stage, stage.lesson.presentingClassroomId));
  await pause(pace * 3);
  late.length = 0;
  await rival.cpu();
  for (let change = 0; change < changes; change += 1) {
    began = performance.now();
    const body = change % 2 ? enter(stage, stage.lesson.presentingClassroomId) : { lessonId: stage.lesson.id };
    await asks(classroom, change % 2 ? 'room.enter' : 'room.leave', body);
    await pause(pace);
  }
  const cpu = await rival.cpu();
  [...sockets, classroom].forEach((socket) => socket.close());
  await pause(500);
  return {
    delivered: late.length,
    cpuMicroseconds: (cpu * 1000) / late.length,
    p50: quantile(late, 0.5),
    p99: quantile(late, 0.99),
  };
}

async function fanOutLine(stage: Stage, count: number): Promise<Line> {
  const ours: FanOut[] = [];
  const theirs: FanOut[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await fanOut(stage.app, stage, count));
    theirs.push(await fanOut(stage.bare, stage, count));
  }
  const of = (found: readonly FanOut[], key: keyof FanOut) => median(found.map((one) => one[key]));
  const told = (found: readonly FanOut[]) =>
    `${figure(of(found, 'cpuMicroseconds'), 1)} µs CPU a frame, p50 ${figure(of(found, 'p50'), 1)} ms, p99 ${figure(of(found, 'p99'), 1)} ms`;
  return {
    what: `one presence change to ${String(count)} sockets of a room (written to Postgres first)`,
    ours: `${told(ours)}; ${figure(of(ours, 'delivered'), 0)} frames`,
    baseline: `${told(theirs)}; ${figure(of(theirs, 'delivered'), 0)} frames`,
    ratio: `${figure(of(ours, 'cpuMicroseconds') / of(theirs, 'cpuMicroseconds'))} times the CPU`,
  };
}

async function joinsPerSecond(rival: Rival, stage: Stage): Promise<number> {
  const began = performance.now();
  const sockets = await joinAll(rival, stage, 2000);
  const seconds = (performance.now() - began) / 1000;
  sockets.forEach((socket) => socket.close());
  await pause(1000);
  return 2000 / seconds;
}

async function joinsLine(stage: Stage): Promise<Line> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await joinsPerSecond(stage.app, stage));
    theirs.push(await joinsPerSecond(stage.bare, stage));
  }
  return {
    what: 'joins of 2,000 sockets (handshake with session, rights, snapshot)',
    ours: `${figure(median(ours), 0)}/s`,
    baseline: `${figure(median(theirs), 0)}/s`,
    ratio: figure(median(ours) / median(theirs)),
  };
}

/** Presence over sockets, beside bare socket.io. */
export async function liveBench(database: TestDatabase): Promise<readonly Line[]> {
  const town = await aTown(database);
  const inFiveMinutes = new Date(Date.now() + 300_000);
  const lesson = await aLesson(database, town, {
    startsAt: inFiveMinutes.toISOString(),
    endsAt: new Date(inFiveMinutes.getTime() + 2_400_000).toISOString(),
  });
  const stage: Stage = {
    lesson,
    watching: await Promise.all(Array.from({ length: 60 }, () => sessionOf(database, town.viewer))),
    presenting: await sessionOf(database, lesson.presenter),
    app: await aRival('app-server', { DATABASE_URL: database.url }),
    bare: await aRival('bare-live-server', {}),
  };
  try {
    return [await fanOutLine(stage, 50), await fanOutLine(stage, 500), await joinsLine(stage)];
  } finally {
    await stage.app.stop();
    await stage.bare.stop();
  }
}
