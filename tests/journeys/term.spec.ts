import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, lineIsDown, personOf } from '../support/browser';

let house: House;
let desks: Desks;
beforeAll(async () => {
  house = await aDemoHouse('2026-09-01T02:00:00Z');
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

/** The rows of the preview that look so. */
const rows = (desk: Desk, look: string) => desk.page.locator(`li[data-look="${look}"]`);

async function signsInWithOneClick(teacher: Desk): Promise<void> {
  await teacher.go('/');
  await teacher.button(/^源清中学数学教师/).click();
  await teacher.sees(teacher.heading('我的一周'));
}

async function seesBothWeeks(teacher: Desk): Promise<void> {
  const tuesday = teacher.page.getByRole('group', { name: /周二 9\/1/ });
  await teacher.sees(tuesday);
  expect(await tuesday.locator('.period[data-end="own"]').count()).toBe(9);
  expect(await tuesday.locator('.period[data-end="partner"]').count()).toBe(8);
  expect(await tuesday.innerText()).toContain('今天');
}

async function seesWhatEveryWeekGives(teacher: Desk): Promise<void> {
  await teacher.link('系列课').click();
  await teacher.link(/B01/).click();
  await teacher.sees('15 节可排');
  await teacher.sees('1 周跳过');
  expect(await rows(teacher, 'placed').count()).toBe(15);
  expect(await rows(teacher, 'skipped').innerText()).toMatch(/10月7日 周三[\s\S]*跳过[\s\S]*放假：.*国庆/);
  expect(await rows(teacher, 'placed').filter({ hasText: '09:50–10:30' }).count()).toBe(3);
  expect(await rows(teacher, 'placed').filter({ hasText: '10:00–10:40' }).count()).toBe(12);
  expect(await rows(teacher, 'placed').first().innerText()).toMatch(/我方提前 10 分，对方推后 10 分/);
  await teacher.sees(/10月14日 周三 起改为 10:00–10:40/);
}

async function sends(teacher: Desk): Promise<void> {
  await teacher.button('发出提议…').click();
  await teacher.sees('向阿高提议 15 节课？');
  await teacher.field(/给对方的话/).fill('每周三第三节，请安排远程互动教室。');
  await teacher.dialog().getByRole('button', { name: '发出提议' }).click();
  await teacher.sees(/等待阿.*教务答复/);
}

/** All lessons but one: the coordinator says why. */
async function answers(coordinator: Desk): Promise<void> {
  await coordinator.link(/数学/).click();
  await coordinator.sees('请答复 15 节课');
  await coordinator.sees('每周三第三节，请安排远程互动教室。');
  await coordinator.page.getByRole('checkbox', { name: /9月23日/ }).uncheck();
  await coordinator.button('提交答复').click();
  await coordinator.sees('还有 1 节没有写原因');
  await coordinator.field(/谢绝 1 节的原因/).fill('当天校运会');
  await coordinator.button('提交答复').click();
  await coordinator.dialog().getByRole('button', { name: '提交答复' }).click();
  await coordinator.sees('已答复：接受 14 节，谢绝 1 节');
}

/** A colleague whose network goes while the timetable is open. */
async function losesTheLine(path: string): Promise<Desk> {
  const colleague = await desks.take({ as: await personOf(house, 'HZ-YQ-CO') });
  colleague.faults.expect(lineIsDown);
  await colleague.go(path);
  await colleague.sees(colleague.page.locator('app-lesson-tile[data-state="proposed"]'));
  await colleague.mark();
  await colleague.context.setOffline(true);
  await colleague.sees('网络断开了。已显示的内容可能不是最新的，恢复后会自动更新。');
  return colleague;
}

describe('a term of lessons', () => {
  it('is drafted and sent in Hangzhou, answered in Aksu, and stands on both timetables without a reload', async () => {
    const coordinator = await desks.take({ as: await personOf(house, 'AK-SH-CO') });
    await coordinator.go('/proposals');
    await coordinator.sees('没有收到提议');
    await coordinator.mark();

    const teacher = await desks.take();
    await signsInWithOneClick(teacher);
    await seesBothWeeks(teacher);
    await seesWhatEveryWeekGives(teacher);
    const week = await teacher.another();
    await week.go('/week/2026-09-14');
    await week.sees('这一周还没有远程课。');
    await week.mark();
    await sends(teacher);

    await week.sees(week.page.locator('app-lesson-tile[data-state="proposed"]'));
    await coordinator.sees('15 待答复');
    expect(await coordinator.isTheSame()).toBe(true);
    const colleague = await losesTheLine('/week/2026-09-14');
    await answers(coordinator);

    await week.sees(week.page.locator('app-lesson-tile[data-state="confirmed"]'));
    await teacher.sees('当天校运会');
    expect(await week.isTheSame()).toBe(true);
    await colleague.context.setOffline(false);
    await colleague.sees(colleague.page.locator('app-lesson-tile[data-state="confirmed"]'));
    expect(await colleague.isTheSame()).toBe(true);
    expect(await house.sql('SELECT state, count(*)::int AS n FROM lesson GROUP BY state ORDER BY state')).toEqual([
      { state: 'confirmed', n: 14 },
      { state: 'declined', n: 1 },
    ]);

    await week.link(/09:50/).click();
    await week.sees(week.heading('经过'));
    const history = week.page.locator('app-lesson-history');
    await week.sees(history.getByText('接受'));
    expect(await history.innerText()).toMatch(
      /提议[\s\S]*源清中学数学教师[\s\S]*9月1日 周二 10:00[\s\S]*接受[\s\S]*阿/,
    );
    expect(week.faults.unexpected()).toEqual([]);
  });
});
