import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SettleLessons } from '@qinglan/api-live';
import { aLesson, aTown, type HeldLesson, type House, type Person, type Town, until } from '../support';
import { aHouseWithWeb, type Desk, type Desks, desksAt, lineIsDown } from '../support/browser';

let house: House;
let desks: Desks;
let town: Town;
let lesson: HeldLesson;
beforeAll(async () => {
  house = await aHouseWithWeb({ now: '2026-09-16T01:45:00Z' });
  town = await aTown(house);
  lesson = await aLesson(house, town);
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

/** How one classroom stands, as this desk sees it. */
const standing = (desk: Desk, school: { readonly name: string }, words: string) =>
  desk.page.locator('app-classroom-status').filter({ hasText: school.name }).getByText(words);

async function enters(person: Person): Promise<Desk> {
  const desk = await desks.take({ as: person });
  desk.faults.expect(lineIsDown);
  await desk.go(`/lessons/${lesson.id}`);
  await desk.link('进入课室').click();
  return desk;
}

const intervals = () =>
  house.sql<{ opened_at: Date; closed_at: Date | null }>(
    'SELECT classroom_id, opened_at, closed_at FROM presence_interval WHERE lesson_id = $1 ORDER BY opened_at, classroom_id',
    [lesson.id],
  );

/** A minute passes at a time, and each page says in it that it is still there, as it does by itself. */
async function passMinutes(minutes: number, ...present: readonly Desk[]): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    house.clock.pass({ minutes: 1 });
    const now = house.clock.now().toString();
    await Promise.all(
      present.map(({ page }) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))),
    );
    await until(async () => {
      const silent = `SELECT 1 FROM presence_interval WHERE lesson_id = $1 AND closed_at IS NULL AND last_beat_at < $2`;
      return (await house.sql(silent, [lesson.id, now])).length === 0;
    }, 'the beat of every classroom');
  }
  await desks.tellTime();
}

async function signs(desk: Desk): Promise<void> {
  await desk.button('确认并签字').click();
  await desk.dialog().getByRole('button', { name: '确认并签字' }).click();
  await desk.seesNoMore(desk.button('确认并签字'));
}

describe('a lesson', () => {
  it('is held over a drop and a restart, counted, recorded, and confirmed by both teachers', async () => {
    const { hangzhou, aksu } = town;
    const ours = await enters(lesson.presenter);
    await ours.sees(standing(ours, hangzhou, '已连接'));
    await ours.sees(standing(ours, aksu, '还没有连接'));
    const theirs = await enters(lesson.localTeacher);
    await theirs.sees(standing(theirs, aksu, '已连接'));
    await ours.sees(standing(ours, aksu, '已连接'), 1000);
    await theirs.sees(standing(theirs, hangzhou, '已连接'), 1000);
    await Promise.all([ours.mark(), theirs.mark()]);
    await passMinutes(10, ours, theirs);

    // The school's line goes down, and comes back two minutes later.
    await theirs.context.setOffline(true);
    await theirs.sees(standing(theirs, aksu, '正在重连…'));
    await theirs.sees('连接断了，正在重连…对方已看到。请不要关闭这个页面。');
    await ours.sees(standing(ours, aksu, '断开了'));
    await passMinutes(2, ours);
    await theirs.context.setOffline(false);
    await theirs.sees(standing(theirs, aksu, '已连接'));
    await ours.sees(standing(ours, aksu, '已连接'), 1000);

    await theirs.field('本教室到课人数').fill('41');
    await theirs.button('保存').click();
    await theirs.sees('已保存：41 人');
    await ours.sees(ours.page.locator('app-classroom-status').filter({ hasText: aksu.name }).getByText('到课 41 人'));

    const before = await intervals();
    expect(before.map((one) => one.closed_at)).toEqual([null, null]);
    await house.restart();
    const isBackAt = performance.now();
    const isDown = (desk: Desk) => desk.page.getByText('连接断了，正在重连…');
    await Promise.all([ours, theirs].map((desk) => desk.seesNoMore(isDown(desk))));
    await ours.sees(standing(ours, aksu, '已连接'));
    await theirs.sees(standing(theirs, hangzhou, '已连接'));
    expect(performance.now() - isBackAt).toBeLessThan(3000);
    expect(await intervals()).toEqual(before);

    await passMinutes(34, ours, theirs);
    await house.app.get(SettleLessons, { strict: false }).execute();
    await ours.sees('课已下课，辛苦了。请到上课记录签字。');
    expect(await ours.isTheSame()).toBe(true);
    expect(await theirs.isTheSame()).toBe(true);

    await ours.link('看上课记录').click();
    await ours.sees(ours.heading('上课记录'));
    const presence = ours.page.getByRole('table', { name: '教室在线时间（北京时间）' });
    await ours.sees(presence);
    expect(await presence.getByRole('row').count()).toBe(3);
    for (const row of await presence
      .getByRole('row')
      .all()
      .then((all) => all.slice(1)))
      expect(await row.innerText()).toMatch(/09:45/);
    const record = await ours.text();
    expect(record).toMatch(/有效时间\s*40\s*\/ 40 分钟/);
    expect(record).toMatch(/到课人数\s*41\s*人/);
    expect(record).toContain('未填');
    await theirs.link('看上课记录').click();
    await signs(ours);
    await theirs.sees(theirs.page.getByRole('listitem').filter({ hasText: lesson.presenter.name }));
    await signs(theirs);
    await theirs.sees('已核实');
    await ours.sees('已核实');
    expect(await house.sql('SELECT state FROM lesson WHERE id = $1', [lesson.id])).toEqual([{ state: 'verified' }]);
  });
});
