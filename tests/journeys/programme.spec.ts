import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PersonId } from '@qinglan/domain';
import { arrangesSitting, aSittingBody, type House, savesItem, until } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, lineIsDown, personOf, phone } from '../support/browser';

jest.setTimeout(240_000);

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

const sitsDown = async (code: string, more = {}): Promise<Desk> =>
  desks.take({ as: await personOf(house, code), ...more });

/** Somebody is named on a sitting of another item, while the training of this journey meets. */
async function isExpectedElsewhere(code: string): Promise<void> {
  const [by, { id }] = [await house.as(await personOf(house, 'HQ-ADM')), await personOf(house, code)];
  const { body } = await savesItem(by, { title: '教研会' });
  const time = { startsAt: '2026-09-01T06:30:00Z', minutes: 60, personIds: [id as PersonId] };
  const { status } = await arrangesSitting(by, aSittingBody(body.id, time));
  expect(status).toBe(200);
}

/** Writes an item down and opens it. */
async function writes(desk: Desk, fill: () => Promise<void>): Promise<string> {
  await desk.go('/programme');
  await desk.link('新增项目').click();
  await desk.sees(desk.heading('新增项目'));
  await fill();
  await desk.button('保存').click();
  await desk.page.waitForURL(/programme\/[0-9a-f-]{36}$/);
  return new URL(desk.page.url()).pathname;
}

describe('the programme', () => {
  it('shows the year that was reported, with what is unknown as unknown', async () => {
    const teacher = await sitsDown('AK-SH-T1');
    await teacher.go('/programme');
    await teacher.link('项目').first().click();
    await teacher.button(/^杭派教育展示活动 12$/).click();
    await teacher.sees(teacher.link('第12期'));
    await teacher.button(/^教师培训 1$/).click();
    await teacher.link('高中英语教师课堂教学能力提升培训').click();
    await teacher.sees('2015年11月');
    const cards = await teacher.page.locator('programme-number-cards').innerText();
    expect(cards.replaceAll(/\s+/g, ' ')).toBe(
      '报名 49 按来源填写 到课 未知 名单里有 49 人未登记 结业 未知 名单里有 49 人未登记',
    );
    // The list of people is for those who keep it.
    expect(await teacher.page.locator('programme-enrolment-list').count()).toBe(0);
    expect(teacher.faults.unexpected()).toEqual([]);
  });

  it('goes from a plan to certificates that anybody can check', async () => {
    const admin = await sitsDown('HQ-ADM');
    await writes(admin, async () => {
      await admin.button('用下一个：1').click();
    });
    await admin.sees(admin.heading('杭派教育展示活动 第1期'));

    const training = await writes(admin, async () => {
      await admin.field('类别').selectOption('training');
      await admin.field('名称').fill('英语课堂提问');
      await admin.field('开始').fill('2026年9月1日');
      await admin.field('接待单位').fill('阿高');
      await admin.page.locator('mat-option').first().click();
      await admin.field('名额').fill('1');
      await admin.field('开放给大家自己报名').check();
    });
    await admin.sees(admin.heading('英语课堂提问'));
    await admin.link('安排一场').click();
    await admin.field('日期').fill('2026-09-01');
    await admin.field('开始时间').fill('14:00');
    await admin.field('地点').fill('报告厅');
    await admin.button('安排').click();
    await admin.sees('报告厅');

    const [first, second] = [await sitsDown('E01'), await sitsDown('E02')];
    await isExpectedElsewhere('E01');
    for (const one of [first, second]) await one.go(training);
    // Who is taken then is told by what, and enrols all the same.
    first.faults.expect(/409/);
    await first.button('我要报名').click();
    await first.sees('这些时间您已有别的安排');
    await first.sees('有项目：教研会');
    await first.button('仍要报名').click();
    await first.sees('您已报名');
    await first.sees('这段时间您另有安排');
    await second.button('我要报名').click();
    await admin.page.reload();
    await admin.sees('1 场时间冲突');
    await admin.sees('名单记录');
    await second.sees('您在候补，排在第 1 位');
    await first.button('退出报名').click();
    await first.dialog().getByRole('button', { name: '退出报名' }).click();
    await first.sees('您已退出');
    await second.page.reload();
    await second.sees('您已报名');
    await second.go('/mentoring');
    await second.sees('候补轮到您了，已为您报上名');
    await second.go('/week');
    await second.sees(/英语课堂提问/);

    // On a phone, with the line gone between two taps.
    const host = await sitsDown('AK-SH-CO', { size: phone });
    await host.go(training);
    await host.link('点名').click();
    const row = (name: string) => host.page.locator('li').getByRole('button', { name, exact: true });
    await host.sees(row('到课'));
    // A clock that tests move hides from pages what they fetched; on the second load the worker sees it pass by.
    const isKept = (file: string) => host.page.evaluate(async (name) => Boolean(await caches.match(name)), file);
    await until(() => isKept('/'), 'the worker');
    await host.page.reload();
    await until(() => isKept('i18n/programme/zh.json'), 'the files of the page');
    await host.sees(row('到课'));
    host.faults.expect(lineIsDown);
    await host.context.setOffline(true);
    await row('到课').click();
    await host.sees(/有 1 条还没有送到/);
    // What is chosen looks chosen.
    const looks = await host.page
      .locator('li')
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => [one.ariaPressed, getComputedStyle(one).backgroundColor]));
    const chosen = looks.filter(([pressed]) => pressed === 'true').map(([, colour]) => colour);
    const others = looks.filter(([pressed]) => pressed !== 'true').map(([, colour]) => colour);
    expect(chosen.some((colour) => others.includes(colour))).toBe(false);
    // The page opens again without a line, with what was tapped.
    await host.page.reload();
    await host.sees(/有 1 条还没有送到/);
    await host.sees(host.page.locator('li [data-value="true"][aria-pressed="true"]'));
    await host.context.setOffline(false);
    await host.seesNoMore(host.page.getByText(/有 1 条还没有送到/));
    await host.button('结业').first().click();
    await row('结业').click();
    await host.sees(host.page.locator('li [data-value="true"][aria-pressed="true"]'));
    await host.seesNoMore(host.page.getByText(/还没有送到/));

    await admin.go(training);
    await admin.sees(/这个项目还记为“计划”/);
    await admin.button('改为已举办').click();
    await admin.seesNoMore(admin.page.getByText(/这个项目还记为“计划”/));
    await admin.button('给结业的人发证书').click();
    await admin.sees('新发证书 1 份');
    await second.go(training);
    await second.link('打印我的证书').click();
    await second.sees('准予结业', 20_000);
    const code = await second.page.locator('.code').innerText();

    const stranger = await desks.take();
    await stranger.go('/verify');
    await stranger.field('证书编号').fill(code.toLowerCase().replaceAll('-', ' '));
    await stranger.button('查验').click();
    await stranger.sees('有效');
    await stranger.sees('高中英语教师02');
    await stranger.sees('英语课堂提问');

    await admin.page.getByRole('link', { name: '证书', exact: true }).click();
    await admin.button('撤销证书').click();
    await admin.dialog().getByLabel('原因').fill('名字有误');
    await admin.dialog().getByRole('button', { name: '撤销证书' }).click();
    await admin.sees('这份证书已撤销：名字有误');
    await stranger.page.reload();
    await stranger.sees('已撤销');
    for (const desk of [admin, first, second, stranger, host]) expect(desk.faults.unexpected()).toEqual([]);
  });
});
