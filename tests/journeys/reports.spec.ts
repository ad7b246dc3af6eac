import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { makeNameList, openYearlyReport } from '@qinglan/contracts';
import type { OrganisationId } from '@qinglan/domain';
import { aPerson, type House, type Person } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone } from '../support/browser';

// A freeze makes PDF files with a browser of its own.
jest.setTimeout(180_000);
const patienceMs = 90_000;

let house: House;
let desks: Desks;
/** Approves for the other side. */
let aksu: Person;
beforeAll(async () => {
  house = await aDemoHouse('2026-11-26T02:00:00Z');
  desks = await desksAt(house);
  const [school] = await house.sql<{ id: OrganisationId }>(`SELECT id FROM organisation WHERE code = 'AK-SH'`);
  if (!school) throw new Error('the register has no AK-SH');
  aksu = await aPerson(house, school.id, 'administrator');
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const sits = async (code: string, sitting: Parameters<Desks['take']>[0] = {}): Promise<Desk> =>
  desks.take({ ...sitting, as: await personOf(house, code) });

/** What the clipboard holds. */
const copied = (desk: Desk): Promise<string> => desk.page.evaluate(() => navigator.clipboard.readText());

/** Lets a browser without a person write into the clipboard. */
const mayCopy = (desk: Desk): Promise<void> => desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);

/** Both sides approve of what the draft says. */
async function approves(as: { readonly id: string }, side: string): Promise<void> {
  const desk = await desks.take({ as });
  await desk.go('/reports/2015/draft');
  await desk.button('确认这份草稿').click();
  await desk.sees(`代表${side}确认这份草稿？`);
  await desk.dialog().getByRole('button', { name: '确认这份草稿' }).click();
  await desk.sees('收回确认');
}

describe('the board of completeness', () => {
  it('says who did not meet, whom to ask, and puts the reminder into the clipboard in one press', async () => {
    const desk = await sits('HQ-ADM');
    await mayCopy(desk);
    await desk.go('/reports/completeness?month=2026-09');
    await desk.sees('2026年9月');
    const pairing = desk.page.locator('reports-silent-pairings li').first();
    await desk.sees(pairing.getByText('找谁：'));
    await pairing.getByRole('button', { name: /复制提醒/ }).click();
    await desk.sees('提醒文字已复制，可以粘贴到微信或钉钉群');
    expect(await copied(desk)).toMatch(/两位好！2026年9月还有以下内容待补充[^]+\/pairings\/[\da-f-]+\n/);
  });

  it('turns to another month and narrows to a school, and keeps both in the address', async () => {
    const desk = await sits('HQ-ADM', { size: phone });
    await desk.go('/reports/completeness?month=2026-10');
    await desk.button('上个月').click();
    await desk.page.waitForURL(/month=2026-09/);
    await desk.link('阿高').first().click();
    await desk.page.waitForURL(/school=[\da-f-]+/);
    await desk.sees('只看阿高');
  });

  it('shows a coordinator the own school alone', async () => {
    const desk = await sits('AK-SH-CO');
    await desk.go('/reports/completeness?month=2026-09');
    await desk.sees(desk.page.locator('reports-school-table tbody tr'));
    expect(await desk.page.locator('reports-school-table tbody tr').count()).toBe(1);
  });
});

describe('an administrator in January', () => {
  it('opens the year, asks which 34, reads the evidence, and both cities take it to an issue with its files', async () => {
    const desk = await sits('HQ-ADM');
    await mayCopy(desk);
    await desk.go('/reports');
    await desk.link('2015 年').first().click();
    await desk.sees('这一年的年报还没有打开');
    await desk.sees(desk.page.locator('reports-live-figures tbody tr'));
    await desk.button('打开年报').click();
    await desk.page.waitForURL('**/reports/2015/draft');
    await desk.sees('举办杭派教育展示活动');
    await desk.page.locator('#overview').getByRole('button', { name: '复制这段文字' }).click();
    await desk.sees('文字已复制');
    expect(await copied(desk)).toContain('建立青蓝工作室 6 个；两期 34 名援疆人才与当地 106 名干部人才');

    await desk.page.locator('#overview').getByRole('link', { name: '34' }).first().click();
    await desk.page.waitForURL(/\/indicators\/mentors\?year=2015/);
    await desk.page.locator('reports-counted-things tbody tr').first().getByRole('link').click();
    await desk.sees(desk.page.locator('reports-indicator-rows tbody tr'));
    await desk.page.locator('reports-indicator-rows tbody tr').first().getByRole('button').click();
    await desk.sees(desk.dialog().getByText('登记内容'));
    await desk.dialog().getByRole('button', { name: '关闭' }).last().click();

    // Of a batch the year alone is known, and no day is made up.
    await desk.go('/indicators/teacher-visits?year=2015');
    await desk.sees(desk.page.locator('td.day').getByText('2015 年', { exact: true }));

    await desk.go('/reports/2015/draft');
    await desk.sees('等待确认：杭州、阿克苏。');
    await approves(await personOf(house, 'HQ-ADM'), '杭州');
    await approves(aksu, '阿克苏');
    await desk.page.reload();
    await desk.sees('可以定稿了');
    await desk.page.locator('#freeze').getByRole('button', { name: '定稿' }).click();
    await desk.dialog().getByRole('button', { name: '定稿' }).click();
    await desk.sees(desk.link(/^第 1 版/), patienceMs);
    await desk.link(/^第 1 版/).click();
    await desk.page.waitForURL(/\/reports\/2015\/issues\//);
    const [file] = await Promise.all([
      desk.page.waitForEvent('download'),
      desk.page.locator('#files').getByRole('button', { name: /xlsx/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    // What is marked by hand and copied has every number, also those that are buttons, and no sign.
    await desk.page.locator('reports-sentence p').first().selectText();
    await desk.page.keyboard.press('Control+C');
    expect(await copied(desk)).toMatch(/小初高三个学段全覆盖。建立青蓝工作室 6 个；两期 34 名援疆人才/);
    await desk.button('核对').click();
    await desk.sees(/核对无误/);
    // What becomes of a pairing later is nothing of 2015: its rows stand, and the draft announces nothing.
    const [ended] = await house.sql<{ id: string }>(
      `UPDATE pairing SET state = 'dissolved', ended_on = to_day WHERE id = (
         SELECT id FROM pairing WHERE from_day < '2016-01-01' ORDER BY id LIMIT 1) RETURNING id`,
    );
    await desk.go('/indicators/pairings?year=2015&by=state');
    await desk.sees(desk.page.locator('reports-indicator-rows td').getByText('进行中', { exact: true }));
    expect(await desk.page.locator('reports-indicator-rows').getByText('已解除').count()).toBe(0);
    await desk.go('/reports/2015/draft');
    await desk.sees('与上一版没有不同');
    // Nothing is corrected: nobody is asked to approve, and what was not filled in is not said to be done.
    await desk.sees('没有更正，不需确认');
    expect(await desk.page.locator('#approvals').getByText('待确认').count()).toBe(0);
    expect(await desk.button('确认这份草稿').count()).toBe(0);
    await desk.go('/reports/2015');
    await desk.sees(/已定稿：第 1 版/);
    expect(await desk.page.getByText(/还差 \d+ 项/).count()).toBe(0);
    await house.sql(`UPDATE pairing SET state = 'active', ended_on = NULL WHERE id = $1`, [ended?.id]);
  });
});

describe('a leader', () => {
  it('opens the link on a phone without an account, asks what a number counts, and no longer once it is taken back', async () => {
    const administrator = await house.as(await personOf(house, 'HQ-ADM'));
    await administrator.call(openYearlyReport, { params: { year: 2015 } });
    const desk = await sits('HQ-ADM');
    await mayCopy(desk);
    await desk.go('/reports/2015/draft');
    await desk.button('新建链接').click();
    await desk.field('给谁').fill('市领导');
    await desk.button('生成链接').click();
    await desk.button('复制链接').click();
    await desk.sees('链接已复制，可以粘贴到微信或钉钉');
    const address = await copied(desk);

    const leader = await desks.take({ size: phone });
    await leader.page.goto(address);
    await leader.sees('这是草稿，数字还可能变。');
    await leader.button('34').first().click();
    await leader.sees(leader.dialog().getByText('口径', { exact: true }));
    expect(await leader.dialog().innerText()).toContain('依据 106 条');
    await leader.dialog().getByRole('button', { name: '关闭' }).last().click();

    await desk.page.reload();
    await desk.page.locator('#links').getByRole('button', { name: /收回/ }).first().click();
    await desk.dialog().getByRole('button', { name: '收回' }).click();
    await desk.sees('链接已收回，马上打不开了');
    leader.faults.expect(/410|404|403/);
    await leader.page.reload();
    await leader.sees('请向发给您链接的人要一个新的链接。');
  });
});

describe('the sections of a draft', () => {
  it('are added, moved up, given a number and a chart, and the other city reads who did so', async () => {
    const administrator = await house.as(await personOf(house, 'HQ-ADM'));
    await administrator.call(openYearlyReport, { params: { year: 2026 } });
    const desk = await sits('HQ-ADM', { size: phone });
    await desk.go('/reports/2026/draft');
    await desk.button('加一个部分').click();
    await desk.dialog().getByLabel('标题').fill('展望');
    await desk.dialog().getByLabel('文字').fill('明年继续。');
    await desk.dialog().getByRole('button', { name: '保存' }).click();
    await desk.sees(desk.page.getByRole('heading', { name: '展望' }));

    await desk.button('调整各部分的顺序').click();
    await desk.dialog().getByRole('button', { name: '展望 上移' }).focus();
    await desk.page.keyboard.press('Enter');
    await desk.dialog().getByRole('button', { name: '保存' }).click();
    await desk.dialog().waitFor({ state: 'hidden' });
    const headings = await desk.page.locator('.sections h2').allInnerTexts();
    expect(headings.map((text) => text.trim()).indexOf('展望')).toBe(headings.length - 2);

    await desk.button('数字和图表 展望').click();
    await desk.field('加一个数字').fill('工作室');
    await desk.page.locator('mat-option', { hasText: '工作室' }).first().click();
    await desk.field('加一张图：选一个数字').fill('师徒结对');
    await desk.page.locator('mat-option').getByText('师徒结对', { exact: true }).click();
    // It falls into groups by itself: the years are only drawn where nothing else tells apart.
    await desk.page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[name=by]')?.value === 'form');
    await desk.dialog().getByRole('button', { name: '加上' }).click();
    await desk.sees(desk.dialog().getByText('一对一与一对多'));
    await desk.dialog().getByRole('button', { name: '保存' }).click();
    await desk.dialog().waitFor({ state: 'hidden' });

    const other = await desks.take({ as: aksu });
    await other.go('/reports/2026/history');
    await other.sees('调整数字和图表 展望');
    await other.sees('调整各部分的顺序');
    await other.sees(other.page.locator('ins').getByText('明年继续。'));
    await other.go('/reports/2026/draft');
    await other.button('删除 展望').click();
    await other.dialog().getByRole('button', { name: '删除' }).click();
    await other.sees('已删除');
  });
});

describe('honours of mentees, and who asked for names', () => {
  it('have a page each', async () => {
    const desk = await sits('HQ-ADM');
    await desk.go('/honours?year=2026');
    await desk.button('登记荣誉').click();
    await desk.field('徒弟').fill('徒弟001');
    await desk.page.locator('mat-option', { hasText: '徒弟001' }).first().click();
    await desk.field('荣誉或奖项').fill('优质课一等奖');
    await desk.field('凭据').fill('证书 2026-12');
    await desk.dialog().getByRole('button', { name: '保存' }).click();
    await desk.sees('优质课一等奖');
    const administrator = await house.as(await personOf(house, 'HQ-ADM'));
    await administrator.call(makeNameList, { params: { key: 'mentors' }, body: { year: 2015, reason: '核对聘书' } });
    await desk.go('/name-lists');
    await desk.sees('核对聘书');
  });
});

describe('which thirty-four', () => {
  it('is answered one by one: a line for each mentor, her rows, and their evidence, without a name', async () => {
    const desk = await sits('HQ-ADM');
    await desk.go('/indicators/mentors?year=2015');
    await desk.sees('共 34 名，依据 106 条。点开一行，看它的依据。');
    const lines = desk.page.locator('reports-counted-things tbody tr');
    expect(await lines.count()).toBe(34);
    const first = lines.first().getByRole('link');
    const code = await first.innerText();
    const rows = Number.parseInt(await lines.first().locator('td.number').innerText(), 10);
    await first.click();
    await desk.sees(desk.page.getByRole('heading', { name: `师傅 ${code}` }));
    const own = desk.page.locator('reports-indicator-rows tbody tr');
    await own.first().waitFor();
    expect(await own.count()).toBe(rows);
    await own.first().getByRole('button').click();
    await desk.sees(desk.dialog().getByText('打开原记录'));
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('link', { name: '返回逐个看' }).click();
    await desk.sees('共 34 名，依据 106 条。点开一行，看它的依据。');
    await desk.page.getByRole('link', { name: '全部依据' }).click();
    await own.nth(49).waitFor();
    expect(desk.page.url()).toContain('view=rows');
  });
});

describe('a list of names', () => {
  it('wants a reason, and on paper begins with who printed it and why', async () => {
    const desk = await sits('HQ-ADM');
    await desk.go('/indicators/mentees?year=2015');
    await desk.button('名单').click();
    await desk.dialog().getByLabel('原因').fill('核对结对名册');
    await desk.button('取得名单').click();
    await desk.sees(desk.dialog().getByText('徒弟001'));
    await desk.page.emulateMedia({ media: 'print' });
    const head = await desk
      .dialog()
      .getByText(/指挥部管理员.+打印/)
      .boundingBox();
    expect(head?.y).toBeGreaterThanOrEqual(0);
    await desk.page.emulateMedia({ media: 'screen' });
  });
});

describe('a new count', () => {
  it('is a definition: refused in words where two kinds of people would add, previewed, saved, and a number of the year', async () => {
    const desk = await sits('HQ-ADM');
    await desk.go('/indicators/new');
    await desk.page.getByLabel('用别的数字算').check();
    for (const name of ['援疆人才', '结对的当地干部人才']) {
      await desk.field('加入一个指标').fill(name);
      // The list as it was before the words were typed may still be in view.
      await desk.page.locator('mat-option', { hasText: name }).first().click();
    }
    await desk.sees(/两类不同的人，不能相加/);
    await desk.page.getByLabel('数登记的内容').check();
    await desk.field('数哪一类').selectOption({ label: '青蓝工作室' });
    await desk.field('年份').selectOption({ label: '2015' });
    await desk.button('先看结果').click();
    await desk.sees('依据 6 条');
    await desk.field('代码').fill('studios-again');
    const name = desk.page.getByRole('group', { name: '名称', exact: true });
    await name.getByLabel('中文').fill('工作室（再数一次）');
    await name.getByLabel('英文').fill('Studios, counted again');
    const definition = desk.page.getByRole('group', { name: '口径', exact: true });
    await definition.getByLabel('中文').fill('每个工作室一个');
    await definition.getByLabel('英文').fill('Each studio once');
    await desk.button('保存').click();
    await desk.page.waitForURL(/\/indicators\/studios-again\?year=2015/);
    await desk.sees('每个工作室一个');
  });
});
