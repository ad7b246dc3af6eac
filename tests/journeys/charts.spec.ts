import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { makeYearlyLink, openYearlyReport, readYearlyReport, type YearlyIssueView } from '@qinglan/contracts';
import type { YearlyLinkId } from '@qinglan/domain';
import { anIssue, type House, type YearOfReport } from '../support';
import type { Locator } from 'playwright-core';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone } from '../support/browser';

// A freeze makes PDF files with a browser of its own.
jest.setTimeout(180_000);

let house: House;
let desks: Desks;
let year: YearOfReport;
let issue: YearlyIssueView;
beforeAll(async () => {
  house = await aDemoHouse('2026-11-26T02:00:00Z');
  desks = await desksAt(house);
  const by = async (code: string) => house.as(await personOf(house, code));
  year = { year: 2015, hangzhou: await by('HQ-ADM'), aksu: await by('AK-ADM') };
  await year.hangzhou.call(openYearlyReport, { params: { year: 2015 } });
  issue = await anIssue(year);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

/** The chart of this name, its table open. */
async function chartAt(desk: Desk, title: string) {
  const chart = desk.page.locator('reports-section div', { hasText: title }).locator('reports-breakdown').first();
  await chart.getByText('以表格显示').click();
  return chart;
}

describe('a number of a chart', () => {
  it('of a draft leads to the rows of its group, which say so and lead to all of them', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await desk.go('/reports/2015/draft');
    const chart = await chartAt(desk, '各工作室的徒弟');
    // All of it is of the demonstration: said once, beside the sentence.
    expect(await chart.locator('reports-marks').allInnerTexts()).toEqual([expect.stringContaining('示例')]);
    const number = chart.getByRole('link', { name: '外科 17 名，打开' });
    await number.focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL(/\/indicators\/mentees\?year=2015&by=studio&value=[\da-f-]+#rows$/);
    await desk.sees(desk.page.locator('.narrowed').getByText(/外科/));
    await desk.sees('共 17 名，依据 17 条');
    await desk.button('看全部依据').click();
    await desk.sees('共 106 名，依据 106 条');

    // The sentence of the breakdown opens the same.
    await desk.page
      .locator('#breakdown')
      .getByRole('link', { name: /^小学语文、高中数学|^高中数学、小学语文/ })
      .waitFor();
    await desk.page.locator('#breakdown').getByText('以表格显示').click();
    await desk.page.locator('#breakdown').getByRole('link', { name: '小学数学 18 名，打开' }).click();
    await desk.sees('共 18 名，依据 18 条');
  });

  it('of those that do not say leads to their rows alone, and so does choosing them', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    const rows = desk.page.locator('reports-indicator-rows tbody tr');
    await desk.go('/indicators/visiting-teachers?year=2015&by=sender&value=#rows');
    await desk.sees(desk.page.locator('.narrowed').getByText(/未说明/));
    await desk.sees(rows);
    expect(await rows.count()).toBe(1);
    await desk.button('看全部依据').click();
    await desk.sees(rows.nth(10));
    await desk.page.locator('select[name=value]').selectOption({ label: '未说明' });
    await desk.page.waitForURL(/[?&]value=(#|&|$)/);
    await desk.sees(desk.page.locator('.narrowed').getByText(/未说明/));
    await rows.nth(1).waitFor({ state: 'detached' });
    const [file] = await Promise.all([desk.page.waitForEvent('download'), desk.button('CSV').click()]);
    const text = readFileSync(await file.path(), 'utf8').trim();
    expect(text.split('\n').length).toBe(2);
  });

  it('of a frozen report opens the rows that were stored, on a phone with a finger', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM'), size: phone });
    await desk.go(`/reports/2015/issues/${issue.id}`);
    const chart = await chartAt(desk, '各单位来阿的名师');
    const number = chart.getByRole('button', { name: '杭二中 8 名，打开' });
    const box = await number.boundingBox();
    expect([box?.width, box?.height].every((size) => (size ?? 0) >= 44)).toBe(true);
    await number.click();
    await desk.sees(desk.dialog().getByText('杭二中').first());
    await desk.sees(desk.dialog().locator('reports-issue-rows li'));
    expect(await desk.dialog().locator('reports-issue-rows li').count()).toBe(1);
    // The batch is stated, and how many came in it is of the demonstration.
    const row = desk.dialog().locator('reports-issue-rows li');
    expect(await row.locator('.title reports-marks').innerText()).toContain('原文');
    expect(await row.locator('.cell', { hasText: '人数：8' }).locator('reports-marks').innerText()).toContain('示例');
  });

  it('that a link shows tells what it counts, and no rows', async () => {
    const linkId = randomUUID() as YearlyLinkId;
    const body = { issueId: issue.id, label: '市领导', lastDay: '2026-12-31' };
    const { token } = (await year.hangzhou.call(makeYearlyLink, { params: { year: 2015, linkId }, body })).body;
    const leader = await desks.take({ size: phone });
    await leader.go(`/shared-report#${String(token)}`);
    const chart = await chartAt(leader, '各工作室的徒弟');
    await chart.getByRole('button', { name: '外科 17 名，打开' }).click();
    await leader.sees(leader.dialog().getByText('演示用数据，不是真实记录'));
    expect(await leader.dialog().locator('reports-issue-rows').count()).toBe(0);
  });
});

describe('a number that is a sum', () => {
  const summands = ['来阿名师 75 名', '来阿医疗专家 24 名'];
  const said = async (list: Locator) => {
    await list.getByText('24').waitFor();
    return (await list.locator('li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  };

  it('says the number and the mark of each summand, live and frozen', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await desk.go('/indicators/inbound-visitors?year=2015');
    for (const at of [0, 1]) {
      const list = await said(desk.page.locator('reports-summands').nth(at));
      expect(list).toEqual(summands.map((words) => expect.stringContaining(`${words} `)));
    }
    await desk.go(`/reports/2015/issues/${issue.id}`);
    await desk.page.locator('reports-numeral').getByRole('button', { name: '99', exact: true }).first().click();
    const frozen = await said(desk.dialog().locator('reports-summands'));
    expect(frozen).toEqual(summands.map((words) => expect.stringContaining(`${words} `)));
  });

  it('is unknown because of what it is reckoned from, not because of its rows', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await desk.go('/indicators/inbound-visits?year=2026');
    await desk.sees('用来算它的数里有未知的');
    expect(await desk.page.getByText(/条没有数/).count()).toBe(0);
  });

  it('rests on rows whose source is named in words', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await desk.go('/indicators/teacher-visits?year=2015');
    await desk.page.locator('reports-indicator-rows tbody tr').first().getByRole('button').click();
    await desk.sees(desk.dialog().getByText('登记内容'));
    const titles = await desk.dialog().locator('li b').allInnerTexts();
    expect(titles).toContain('来源');
    expect(titles).not.toContain('source');
  });
});

describe('a new chart', () => {
  it('falls into groups by itself, not into the one year that is known', async () => {
    const { sections } = (await year.hangzhou.call(readYearlyReport, { params: { year: 2015 } })).body;
    expect(sections.some(({ code }) => code === 'programme')).toBe(true);
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await desk.go('/reports/2015/draft');
    await desk.button(/^数字和图表 活动、来访与培训/).click();
    await desk.field('加一张图：选一个数字').fill('名师');
    await desk.page.locator('mat-option', { hasText: '名师' }).first().click();
    await desk.sees(desk.dialog().locator('select[name=by]'));
    await desk.page.waitForFunction(() => {
      const by = document.querySelector<HTMLSelectElement>('select[name=by]');
      return by !== null && by.value !== 'year';
    });
    await desk.dialog().getByRole('button', { name: '加上' }).click();
    await desk.sees(desk.dialog().getByText(/（按(?!年份)/));
  });
});
