import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { House } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone } from '../support/browser';

jest.setTimeout(180_000);

const [keeper, mentor, mentee, other] = ['HQ-ADM', 'M04', 'T008', 'T009'] as const;

let house: House;
let desks: Desks;
beforeAll(async () => {
  house = await aDemoHouse('2026-09-14T02:00:00Z');
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const sits = async (code: string, size?: { width: number; height: number }): Promise<Desk> =>
  desks.take({ as: await personOf(house, code), ...(size && { size }) });

/** Ticks these people in the dialog and takes them into the round. */
async function invites(desk: Desk, act: string, names: readonly string[]): Promise<void> {
  await desk.button(act).first().click();
  for (const name of names) {
    await desk.dialog().getByLabel('姓名或工号').fill(name);
    await desk.dialog().getByLabel(name).check();
  }
  await desk
    .dialog()
    .getByRole('button', { name: `请 ${String(names.length)} 位参加` })
    .click();
  await desk.sees('已请来参加');
}

/** The first try is refused: the dialog stays, and the second needs no typing. */
async function pinsThoughRefusedOnce(desk: Desk): Promise<void> {
  const body = { type: '/problems/matching-full', title: '没有空余名额可以锁定', status: 409 };
  desk.faults.expect(/409/);
  await desk.page.route('**/rules/**', (route) => route.fulfill({ status: 409, json: body }), { times: 1 });
  await desk.button('锁定').first().click();
  await desk.dialog().getByLabel('原因').fill('同一所学校');
  const pin = desk.dialog().getByRole('button', { name: '锁定' });
  await pin.click();
  await desk.sees(desk.dialog().getByText(body.title));
  expect(await desk.dialog().getByLabel('原因').inputValue()).toBe('同一所学校');
  await pin.click();
  await desk.sees('已按新的要求重新求方案');
}

/** Who has no place left or has not told any cannot be named for whom the plan leaves out. */
async function seesWhoIsClosed(desk: Desk): Promise<void> {
  await desk.button('指定师傅').click();
  await desk.sees(desk.dialog().getByText('名额已满'));
  for (const name of [/师傅04/, /师傅05/])
    expect(await desk.dialog().getByRole('radio', { name }).isDisabled()).toBe(true);
  await desk.dialog().getByRole('button', { name: '取消' }).click();
}

describe('a round of matching', () => {
  it('goes from the wishes of both sides to a pairing that both agreed to', async () => {
    const admin = await sits(keeper);
    await admin.go('/matching');
    await admin.button('开一轮匹配').click();
    await admin.dialog().getByLabel('名称').fill('秋季高中数学');
    const studios = admin.dialog().getByLabel('工作室');
    const studio = await studios.locator('option', { hasText: '高中数学' }).getAttribute('value');
    await studios.selectOption(studio);
    await admin.dialog().getByRole('button', { name: '保存' }).click();
    await admin.page.waitForURL('**/matching/*-*');
    const address = new URL(admin.page.url()).pathname;
    await invites(admin, '请师傅参加', ['师傅04', '师傅05']);
    await invites(admin, '请徒弟参加', ['徒弟008', '徒弟009']);

    // The mentee names a mentor on a phone.
    const first = await sits(mentee, phone);
    await first.go('/matching');
    await first.link('去填报').click();
    await first.button(/师傅04/).click();
    await first.button('提交志愿').click();
    await first.sees('志愿已提交');

    // The mentor says how many, and puts the mentee first.
    const guide = await sits(mentor, phone);
    await guide.go(address);
    await guide.field('最多带几位').fill('1');
    await guide.sees('最多给您安排 1 位徒弟');
    await guide.page.getByText('想带谁').click();
    await guide.button(/徒弟008/).click();
    await guide.button('提交').click();
    await guide.sees('已于');

    // The keeper looks at both plans and lays one before both sides.
    await admin.go(address);
    await admin.button('匹配方案').click();
    await admin.button('求方案').click();
    await admin.sees('互相选中：徒弟第 1 志愿，师傅排第 1 位');
    await admin.sees('未安排的 1 位');
    await pinsThoughRefusedOnce(admin);
    await seesWhoIsClosed(admin);
    await admin.button('交给双方征求意见').click();
    await admin.dialog().getByRole('button', { name: '交给双方征求意见' }).click();
    await admin.sees('等双方答复');

    for (const desk of [first, guide]) {
      await desk.go(address);
      await desk.button('同意').first().click();
      await desk.sees('您已同意');
    }
    await guide.sees('待签协议');
    await first.sees('待签协议'); // her open page follows what he said
    const left = await sits(other, phone);
    await left.go(address);
    expect(await left.page.getByText('等您答复的结对').count()).toBe(0);
  });
});
