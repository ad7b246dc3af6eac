import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aReportedTown } from '../api/reports/reported';
import { blocked, type House } from '../support';
import { aDemoHouse, type Desks, desksAt, personOf, phone } from '../support/browser';

jest.setTimeout(180_000);

let house: House;
let desks: Desks;
beforeAll(async () => {
  house = await aDemoHouse('2026-11-26T02:00:00Z');
  desks = await desksAt(house);
  const town = await aReportedTown(house);
  const wish = { at: '2026-03-10T03:00:00Z', state: 'verified', pair: 0, minutes: 30, isMakeUp: false };
  await town.make({ ...wish, many: 5001 });
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

describe('a long file of rows', () => {
  it('shows how far it is, waits for whoever comes back, and holds every row', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    desk.faults.expect(/422/);
    await desk.go('/indicators/lessons-verified?year=2026');
    const closed = await blocked(house, 'row_export_part');
    await desk.button('CSV').click();
    await desk.sees(/正在准备文件 \d+ %/);
    await closed.isWaitedFor();
    await desk.sees('正在准备文件 100 %');
    await desk.page.reload();
    await desk.sees(/正在准备文件/);
    await closed.release();
    await desk.sees(/文件已备好，共 5\d\d\d 行/);
    const [file] = await Promise.all([desk.page.waitForEvent('download'), desk.link('下载').click()]);
    expect(file.suggestedFilename()).toBe('lessons-verified-2026.csv');
    expect((await readFile(await file.path(), 'utf8')).trim().split('\r\n').length).toBeGreaterThan(5001);
  });

  it('says where nobody knows whether one is made, and looks again when asked', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    desk.faults.expect(/503/);
    const list = '**/api/row-exports';
    await desk.page.route(list, (route) => route.fulfill({ status: 503, body: '' }));
    await desk.go('/indicators/lessons-made-up?year=2026');
    await desk.sees('没能查看有没有正在准备的文件。');
    await desk.page.unroute(list);
    await desk.button('重试').click();
    await desk.seesNoMore('没能查看有没有正在准备的文件。');
  });

  it('is cancelled on a phone, and can be asked for again', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM'), size: phone });
    desk.faults.expect(/422/);
    await desk.go('/indicators/lessons-held?year=2026');
    const closed = await blocked(house, 'row_export_part');
    await desk.button('Excel 表格').click();
    await desk.sees(/正在准备文件/);
    await closed.isWaitedFor();
    await desk.button('取消').click();
    await closed.release();
    await desk.sees('已取消，文件没有留下');
    await desk.button('Excel 表格').click();
    await desk.sees(/文件已备好/);
  });
});
