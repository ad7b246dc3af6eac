import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beat, enterRoom } from '@qinglan/contracts';
import { Temporal } from '@qinglan/domain';
import {
  aDatabase,
  aLesson,
  aTab,
  aTown,
  type HeldLesson,
  ServerProcess,
  type TestDatabase,
  within,
} from '../../support';

let database: TestDatabase;
let server: ServerProcess;

/** A tab that enters again by itself whenever its link is back, as the page does. */
async function stays(lesson: HeldLesson, personId: string, classroomId: HeldLesson['presentingClassroomId']) {
  const tab = await aTab(await server.as(personId), { reconnectionDelayMax: 500 });
  const enter = () => tab.does(enterRoom, { lessonId: lesson.id, classroomId, since: null });
  await enter();
  const back = Promise.withResolvers<undefined>();
  tab.socket.on('connect', () => void enter().then(() => back.resolve(undefined), back.reject));
  return { tab, isBack: back.promise };
}

beforeAll(async () => {
  database = await aDatabase();
  server = await ServerProcess.on(database);
});
afterAll(async () => {
  await server.kill();
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

    await server.kill();
    expect(await intervals()).toEqual(before);
    await server.start();
    await within(Promise.all([hangzhou.isBack, aksu.isBack]), 'the return of both', 3000);
    expect(await intervals()).toEqual(before);
    expect((await database.sql('SELECT state FROM lesson WHERE id = $1', [lesson.id]))[0]).toEqual({ state: 'live' });
    await Promise.all([hangzhou, aksu].map(({ tab }) => tab.does(beat, { lessonId: lesson.id })));
    [hangzhou, aksu].forEach(({ tab }) => tab.close());
  });
});
