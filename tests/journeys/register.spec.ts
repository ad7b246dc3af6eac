import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf } from '../support/browser';

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

const headings = '班级代码,单位代码,名称,年级,人数';
const faulty = [headings, 'HZ-YQ-G1C1,HZ-YQ,高一(1)班,高一,39', 'HZ-XX-G1C1,HZ-XX,高一(1)班,高一,四十'].join('\r\n');
const sound = [
  headings,
  'HZ-YQ-G1C1,HZ-YQ,高一(1)班,高一,39',
  'HZ-YQ-G1C2,HZ-YQ,高一(2)班,高一,44',
  'HZ-YQ-G1C9,HZ-YQ,高一(9)班,高一,38',
].join('\r\n');

const gives = (desk: Desk, content: string) =>
  desk.page
    .locator('input[type=file]')
    .setInputFiles({ name: '班级.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${content}`) });

/** The cells of the rows of a table that hold a text. */
const cells = async (desk: Desk, table: RegExp, text: string) => {
  const row = desk.page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });
  await desk.sees(row);
  return row.getByRole('cell').allInnerTexts();
};

async function opensEntry(desk: Desk, list: string, words: string): Promise<void> {
  await desk.go(`/register/${list}`);
  await desk.field('查找').fill(words);
  await desk.button(words).first().click();
  await desk.sees(desk.dialog());
}

describe('the register', () => {
  it('names every fault of a sheet in a dry run, and takes it once it is mended', async () => {
    const administrator = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await administrator.go('/register/import');
    await gives(administrator, faulty);
    expect(await administrator.button('导入').isDisabled()).toBe(true);
    await administrator.button('试一遍').click();
    await administrator.sees(/发现 2 处错误，一条也没有导入/);
    const unknown = await cells(administrator, /^错误/, 'HZ-XX');
    expect(unknown.slice(0, 4)).toEqual(['班级', '3', '单位代码', 'HZ-XX']);
    expect(unknown.slice(4).every((said) => said.length > 3)).toBe(true);
    const wrong = await cells(administrator, /^错误/, '四十');
    expect(wrong.slice(0, 4)).toEqual(['班级', '3', '人数', '四十']);
    expect(await house.sql(`SELECT 1 FROM class WHERE code = 'HZ-XX-G1C1'`)).toEqual([]);

    await administrator.button('去掉 班级.csv').click();
    await gives(administrator, sound);
    await administrator.button('试一遍').click();
    await administrator.sees('没有错误，可以导入。');
    expect(await cells(administrator, /各表的情况/, '班级')).toEqual(['班级', '班级.csv', '3', '1', '1', '1', '0']);
    expect(await house.sql(`SELECT 1 FROM class WHERE code = 'HZ-YQ-G1C9'`)).toEqual([]);
    await administrator.button('导入').click();
    await administrator.sees('已经导入。');
    expect(
      await house.sql(`SELECT code, roll FROM class WHERE code IN ('HZ-YQ-G1C2', 'HZ-YQ-G1C9') ORDER BY code`),
    ).toEqual([
      { code: 'HZ-YQ-G1C2', roll: 44 },
      { code: 'HZ-YQ-G1C9', roll: 38 },
    ]);
  });

  it('lets an administrator change a person, and shows who changed what', async () => {
    const administrator = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await opensEntry(administrator, 'people', '源清中学物理教师');
    await administrator.dialog().getByLabel('学科').fill('物理与工程');
    await administrator.dialog().getByRole('button', { name: '保存' }).click();
    await administrator.sees('已保存：源清中学物理教师');
    await administrator.sees(administrator.page.getByRole('cell', { name: '物理与工程' }));
    await administrator.button('源清中学物理教师').click();
    const history = administrator.dialog().locator('register-entry-history');
    await history.getByText('修改历史').click();
    await administrator.sees(history.getByText('指挥部管理员 作了修改'));
  });

  it('tells a history that is on its way, and one that did not come, from one of nothing', async () => {
    const administrator = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    administrator.faults.expect(/status of 500/);
    let answer: () => void = () => undefined;
    const isAnswered = new Promise<void>((done) => (answer = done));
    await administrator.page.route(
      '**/api/register/history/**',
      async (route) => {
        await isAnswered;
        await route.fulfill({ status: 500 });
      },
      { times: 1 },
    );
    await opensEntry(administrator, 'people', '源清中学物理教师');
    const history = administrator.dialog().locator('register-entry-history');
    const nothing = history.locator('li');
    await history.getByText('修改历史').click();
    await administrator.sees(history.locator('ui-waiting'));
    expect(await nothing.count()).toBe(0);
    answer();
    await administrator.sees(history.locator('ui-problem'));
    expect(await nothing.count()).toBe(0);
    await history.getByRole('button', { name: '重试' }).click();
    await administrator.sees(nothing.first());
  });

  it('lets a coordinator change her own school, not another, and tells her kindly who was faster', async () => {
    const coordinator = await desks.take({ as: await personOf(house, 'AK-SH-CO') });
    coordinator.faults.expect(/status of 412/);
    await opensEntry(coordinator, 'classes', '高一(3)班');
    const roll = coordinator.dialog().getByLabel(/人数/);
    await coordinator.sees(roll);
    await roll.fill('47');
    await coordinator.dialog().getByLabel(/年级/).fill('高一年级');
    await house.sql(`UPDATE class SET roll = 50, version = version + 1 WHERE code = 'AK-SH-G1C3'`);
    await coordinator.dialog().getByRole('button', { name: '保存' }).click();
    await coordinator.sees(/别人刚刚改过这一条/);
    await coordinator.sees('现在是：50');
    expect(await roll.inputValue()).toBe('47');
    await coordinator.dialog().getByRole('button', { name: '保存' }).click();
    await coordinator.sees('已保存：高一(3)班');
    expect(await house.sql(`SELECT roll, grade FROM class WHERE code = 'AK-SH-G1C3'`)).toEqual([
      { roll: 47, grade: '高一年级' },
    ]);

    await coordinator.field('查找').fill('HZ-YQ-G1C1');
    await coordinator.button('高一(1)班').click();
    await coordinator.sees(coordinator.dialog().getByText('源清中学'));
    expect(await coordinator.dialog().getByRole('button', { name: '保存' }).count()).toBe(0);
    expect(await coordinator.link('导入').count()).toBe(0);
  });
});
