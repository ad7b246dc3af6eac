import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { House } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone } from '../support/browser';

let house: House;
let desks: Desks;
let running: number;
beforeAll(async () => {
  house = await aDemoHouse('2026-11-26T02:00:00Z');
  desks = await desksAt(house);
  const [found] = await house.sql<{ n: number }>(
    `SELECT count(*)::integer AS n FROM pairing WHERE state IN ('active', 'paused', 'assessing')
       AND (to_day IS NULL OR to_day >= '2026-11-26')`,
  );
  running = found?.n ?? 0;
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const rowsOf = (desk: Desk) => desk.page.locator('tracking-case-list tbody tr');

describe('the tracking board', () => {
  it('shows an administrator who needs somebody, narrows by a figure and by a studio, and keeps both in the address', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await desk.go('/tracking');
    await desk.sees(rowsOf(desk));
    await desk.sees(desk.page.locator('nav a[aria-current="page"]').getByText('师徒'));
    await desk.link(/期满未结/).click();
    await desk.page.waitForURL(/reason=end-overdue/);
    await desk.sees('只看：期满未结');
    await desk.field('工作室').selectOption({ label: '小学语文' });
    await desk.page.waitForURL(/studio=[\da-f-]+/);
    expect(desk.page.url()).toMatch(/reason=end-overdue/);
    await desk.page.reload();
    await desk.sees('只看：期满未结');
    expect(await desk.field('工作室').inputValue()).not.toBe('');
    await desk.button('清除筛选').click();
    await desk.link(`${String(running)} 对师徒结对中`).waitFor();
  });

  it('leads from a row to the pairing in one press', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM'), size: phone });
    await desk.go('/tracking');
    await rowsOf(desk).first().getByRole('link').click();
    await desk.page.waitForURL(/\/pairings\/[\da-f-]+/);
  });

  it('shows ten of them on a phone, more when asked', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM'), size: phone });
    await desk.go('/tracking');
    await desk.sees(rowsOf(desk));
    expect(await rowsOf(desk).count()).toBe(10);
    await desk.button('加载更多').click();
    await rowsOf(desk).nth(10).waitFor();
  });

  it('draws each chart when it is reached, with its sentence and the table of the same figures', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    const fetched: string[] = [];
    desk.page.on('request', (request) => fetched.push(request.url()));
    await desk.go('/tracking');
    await desk.sees(rowsOf(desk));
    expect(fetched.filter((url) => url.includes('/tracking/equity'))).toEqual([]);
    await desk.heading('均衡与负担').scrollIntoViewIfNeeded();
    const load = desk.page.getByRole('region', { name: '每位师傅带几位徒弟' });
    await desk.sees(load.locator('svg'));
    await desk.sees(/带徒最多的是.+：\d+ 位。/);
    await load.getByText('以表格显示').click();
    const drawn = await load.locator('svg text').allTextContents();
    const [name, figure] = await load.locator('tbody tr').first().locator('th, td').allInnerTexts();
    expect(drawn).toContain(name);
    expect(drawn).toContain(figure);
  });

  it('hands out the workbook of what is shown', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await desk.go('/tracking');
    await desk.sees(rowsOf(desk));
    const [file] = await Promise.all([desk.page.waitForEvent('download'), desk.button('导出表格').click()]);
    expect(file.suggestedFilename()).toBe('青蓝师徒结对.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await file.path());
    expect(book.worksheets[0]?.rowCount).toBeGreaterThan(100);
  });

  it('says to a teacher who looks after no pairing that it is not for her', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HZ-YQ-T1') });
    desk.faults.expect(/403/);
    await desk.go('/tracking');
    await desk.sees(desk.page.locator('ui-problem'));
  });
});
