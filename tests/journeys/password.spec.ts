import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GivePassword } from '@qinglan/api-identity';
import { aTown, type House, type Town } from '../support';
import { aHouseWithWeb, type Desk, type Desks, desksAt } from '../support/browser';

let house: House;
let desks: Desks;
let town: Town;
let password: string;
beforeAll(async () => {
  house = await aHouseWithWeb({ now: '2026-09-01T02:00:00Z' });
  town = await aTown(house);
  password = await house.app.get(GivePassword, { strict: false }).execute(town.aksu.coordinator.code);
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

async function signsIn(desk: Desk, words: string): Promise<void> {
  await desk.field('账号（工号）').fill(town.aksu.coordinator.code);
  await desk.field('密码').first().fill(words);
  await desk.page.keyboard.press('Enter');
}

describe('signing in', () => {
  it('with account and password leads to the page that was wanted; a wrong one is told without saying which', async () => {
    const desk = await desks.take();
    desk.faults.expect(/status of 401/);
    await desk.go('/proposals?box=out');
    await desk.sees(desk.heading('登录青蓝'));
    expect(await desk.page.getByText('演示模式').count()).toBe(0);
    await desk.button(/^登录$/).click();
    await desk.sees('请填写账号');
    await desk.sees('请填写密码');
    await signsIn(desk, 'not the password');
    await desk.sees('账号或密码不对');
    await signsIn(desk, password);
    await desk.sees('没有发出过提议');
    expect(new URL(desk.page.url()).searchParams.get('box')).toBe('out');
    expect(await desk.page.evaluate(() => document.cookie)).toBe('');
  });

  it('ends on every device at once', async () => {
    const [first, second] = [await desks.take(), await desks.take()];
    for (const desk of [first, second]) {
      desk.faults.expect(/status of 401/);
      await desk.go('/sign-in');
      await signsIn(desk, password);
      await desk.sees(desk.heading('我的一周'));
    }
    await second.go('/account');
    await second.sees(second.heading('我的账号'));
    await first.go('/account');
    await first.page.getByRole('main').getByRole('button', { name: '在所有设备上退出' }).click();
    await first.dialog().getByRole('button', { name: '在所有设备上退出' }).click();
    await first.sees(first.heading('登录青蓝'));
    await second.sees(second.heading('登录青蓝'));
    expect(new URL(second.page.url()).searchParams.get('back')).toBe('/account');
    expect(await house.sql('SELECT 1 FROM session')).toEqual([]);
  });
});
