import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { beat, enterRoom, readRecord, roomChanged } from '@qinglan/contracts';
import { CloseSilent, SettleLessons } from '@qinglan/api-live';
import { aHouse, aLesson, aTab, aTown, type HeldLesson, type House, type Person, Tab, type Town } from '../../support';

let house: House;
let town: Town;
let lesson: HeldLesson;
const tabs: Tab[] = [];

beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:45:00Z' });
  town = await aTown(house);
});
afterEach(() => tabs.splice(0).forEach((tab) => tab.close()));
afterAll(() => house.close());

/** A tab that enters, and enters again by itself whenever its link is back, as the page does. */
async function stays(person: Person, classroomId: HeldLesson['presentingClassroomId']) {
  const tab = await aTab(await house.as(person));
  tabs.push(tab);
  const enter = () => tab.does(enterRoom, { lessonId: lesson.id, classroomId, since: null });
  await enter();
  const isBack = Promise.withResolvers<undefined>();
  tab.socket.on('connect', () => void enter().then(() => isBack.resolve(undefined), isBack.reject));
  return { tab, isBack: isBack.promise };
}

const intervals = () =>
  house.sql<{ opened_at: Date; closed_at: Date | null }>(
    'SELECT opened_at, closed_at FROM presence_interval WHERE lesson_id = $1 ORDER BY opened_at',
    [lesson.id],
  );

describe('a restart in the middle of a lesson', () => {
  it('loses no interval; clients come back by themselves within three seconds', async () => {
    house.clock.moveTo('2026-09-16T01:45:00Z');
    lesson = await aLesson(house, town);
    const hangzhou = await stays(lesson.presenter, lesson.presentingClassroomId);
    const aksu = await stays(lesson.localTeacher, lesson.receivingClassroomId);
    house.clock.pass({ minutes: 4 });
    const before = await intervals();
    expect(before.map((one) => one.closed_at)).toEqual([null, null]);

    await house.restart();
    const since = performance.now();
    await Promise.all([hangzhou.isBack, aksu.isBack]);
    expect(performance.now() - since).toBeLessThan(3000);
    expect(await intervals()).toEqual(before);

    await hangzhou.tab.does(beat, { lessonId: lesson.id });
    aksu.tab.heard.length = 0;
    const heard = aksu.tab.hears(roomChanged);
    hangzhou.tab.close();
    expect((await heard).changes).toEqual([
      expect.objectContaining({ connected: false, since: '2026-09-16T01:49:00Z' }),
    ]);
  });
});

describe('a crash in the middle of a lesson', () => {
  /** What a server leaves behind that was killed outright: open intervals and their last beats. */
  async function crashed(lastBeatAt: string) {
    await house.sql(
      `INSERT INTO presence_interval (lesson_id, classroom_id, opened_at, last_beat_at)
       SELECT $1, room, '2026-09-16T01:45:00Z', $3 FROM unnest($2::uuid[]) AS room`,
      [lesson.id, [lesson.presentingClassroomId, lesson.receivingClassroomId], lastBeatAt],
    );
  }
  const closeSilent = () => house.app.get(CloseSilent, { strict: false }).execute();

  it.each([
    ['before anybody looked', false],
    ['after the silence was noticed', true],
  ])('is joined by a return within the grace, %s', async (_, isNoticed) => {
    lesson = await aLesson(house, town);
    await crashed('2026-09-16T02:00:00Z');
    house.clock.moveTo('2026-09-16T02:04:50Z');
    if (isNoticed) await closeSilent();
    await stays(lesson.presenter, lesson.presentingClassroomId);
    await stays(lesson.localTeacher, lesson.receivingClassroomId);
    expect(await intervals()).toEqual([
      { opened_at: new Date('2026-09-16T01:45:00Z'), closed_at: null },
      { opened_at: new Date('2026-09-16T01:45:00Z'), closed_at: null },
    ]);
  });

  it('ends at the last beat where nobody returned, and what was held still counts', async () => {
    lesson = await aLesson(house, town);
    await crashed('2026-09-16T02:20:00Z');
    house.clock.moveTo('2026-09-16T02:40:00Z');
    await closeSilent();
    await house.app.get(SettleLessons, { strict: false }).execute();
    const record = await (await house.as(lesson.presenter)).call(readRecord, { params: { lessonId: lesson.id } });
    expect(record.body).toMatchObject({ lessonState: 'ended', effectiveMinutes: 30 });
    expect(record.body.classrooms[0]?.intervals).toEqual([
      { from: '2026-09-16T01:45:00Z', to: '2026-09-16T02:20:00Z' },
    ]);
  });
});
