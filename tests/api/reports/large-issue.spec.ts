import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listYearlyIssueRows, type YearlyIssueView } from '@qinglan/contracts';
import { aHouse, anIssue, aYear, type House, opensYear, readsDuring, type YearMade } from '../../support';
import { aReportedTown } from './reported';

describe('a frozen report of a year with thousands of lessons', () => {
  let house: House;
  let year: YearMade;
  let issue: YearlyIssueView;

  beforeAll(async () => {
    house = await aHouse({ now: '2026-11-26T02:00:00Z' });
    const town = await aReportedTown(house);
    const wish = { state: 'verified', pair: 0, minutes: 30, isMakeUp: false };
    await town.make({ ...wish, at: '2026-03-10T03:00:00Z', many: 2500 });
    await town.make({ ...wish, at: '2026-10-10T03:00:00Z', many: 300 });
    await house.sql('ANALYZE');
    year = await aYear(house);
    await opensYear(year);
    issue = await anIssue(year);
    await house.sql('ANALYZE');
  }, 120_000);
  afterAll(() => house.close());

  const page = async (query: Readonly<Record<string, string | number>>) =>
    (await year.hangzhou.call(listYearlyIssueRows, { params: { issueId: issue.id, key: 'lessons-held' }, query })).body;

  it.each([
    ['of the last month', { by: 'month', value: '2026-10' }],
    ['of the first month', { by: 'month', value: '2026-03' }],
    ['of all', {}],
  ])('opens the first rows %s at the cost of a page', async (_, query) => {
    let found = 0;
    const costs = await readsDuring(house, async () => {
      found = (await page({ ...query, limit: 50 })).items.length;
    });
    expect(found).toBe(50);
    expect(Math.max(...costs.map(({ blocks }) => blocks))).toBeLessThan(600);
  });

  it('goes through a group page by page, each row once and in the order of days', async () => {
    const days: (string | null)[] = [];
    const ids = new Set<string>();
    for (let after: string | null = ''; after !== null;) {
      const { items, next }: Awaited<ReturnType<typeof page>> = await page({
        ...{ by: 'month', value: '2026-10', limit: 70 },
        ...(after && { after }),
      });
      days.push(...items.map(({ firstDay }) => firstDay));
      for (const { id } of items) ids.add(id);
      after = next;
    }
    expect([days.length, ids.size]).toEqual([300, 300]);
    expect(days).toEqual(days.toSorted());
  });
});
