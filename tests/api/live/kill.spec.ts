import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sessions } from '@qinglan/api-platform';
import { beat, enterRoom } from '@qinglan/contracts';
import { Temporal } from '@qinglan/domain';
import { aDatabase, aLesson, aTab, aTown, Client, type HeldLesson, type TestDatabase, within } from '../../support';

const program = resolve(import.meta.dirname, '../../../dist/api/main.mjs');
let database: TestDatabase;
let port: number;
let server: ChildProcess;

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The built server as a process of its own, once it answers. */
async function start(): Promise<void> {
  const env = { ...process.env, DATABASE_URL: database.url, PORT: String(port), LOG_LEVEL: 'silent', NODE_OPTIONS: '' };
  server = spawn(process.execPath, [program], { env, stdio: 'ignore' });
  const answers = async (): Promise<void> => {
    const isUp = await fetch(`http://127.0.0.1:${String(port)}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await pause(25);
    await answers();
  };
  await within(answers(), 'the server', 20_000);
}

const killed = () =>
  new Promise((gone) => {
    server.once('exit', gone);
    server.kill('SIGKILL');
  });

async function as(personId: string): Promise<Client> {
  const token = randomBytes(32).toString('base64url');
  await database.sql(
    `INSERT INTO session (token_hash, person_id, started_at, expires_at) VALUES ($1, $2, now(), now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest(), personId],
  );
  return new Client(`http://127.0.0.1:${String(port)}`, `${Sessions.cookie}=${token}`, personId);
}

/** A tab that enters again by itself whenever its link is back, as the page does. */
async function stays(lesson: HeldLesson, personId: string, classroomId: HeldLesson['presentingClassroomId']) {
  const tab = await aTab(await as(personId), { reconnectionDelayMax: 500 });
  const enter = () => tab.does(enterRoom, { lessonId: lesson.id, classroomId, since: null });
  await enter();
  const back = Promise.withResolvers<undefined>();
  tab.socket.on('connect', () => void enter().then(() => back.resolve(undefined), back.reject));
  return { tab, isBack: back.promise };
}

beforeAll(async () => {
  database = await aDatabase();
  port = await freePort();
  await start();
});
afterAll(async () => {
  await killed();
  await database.drop();
});

describe('a server that is killed outright in the middle of a lesson', () => {
  it('loses no interval; clients are back within three seconds of its return', async () => {
    const town = await aTown(database);
    const now = Temporal.Now.instant();
    const slot = { startsAt: now.subtract({ minutes: 5 }).toString(), endsAt: now.add({ minutes: 35 }).toString() };
    const lesson = await aLesson(database, town, slot);
    const hangzhou = await stays(lesson, lesson.presenter.id, lesson.presentingClassroomId);
    const aksu = await stays(lesson, lesson.localTeacher.id, lesson.receivingClassroomId);
    const intervals = () =>
      database.sql(
        'SELECT classroom_id, opened_at, closed_at FROM presence_interval WHERE lesson_id = $1 ORDER BY opened_at',
        [lesson.id],
      );
    const before = await intervals();
    expect(before).toHaveLength(2);

    await killed();
    expect(await intervals()).toEqual(before);
    await start();
    await within(Promise.all([hangzhou.isBack, aksu.isBack]), 'the return of both', 3000);
    expect(await intervals()).toEqual(before);
    expect((await database.sql('SELECT state FROM lesson WHERE id = $1', [lesson.id]))[0]).toEqual({ state: 'live' });
    await Promise.all([hangzhou, aksu].map(({ tab }) => tab.does(beat, { lessonId: lesson.id })));
    [hangzhou, aksu].forEach(({ tab }) => tab.close());
  });
});
