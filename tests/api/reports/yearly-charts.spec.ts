import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  arrangeYearlySection,
  listIndicatorRows,
  listYearlyIssueRows,
  type Problem,
  type YearlyIssueView,
} from '@qinglan/contracts';
import { aHouse, anIssue, aYear, draftOf, type House, opensYear, type YearMade } from '../../support';
import { aStudioOf } from './counted-house';
import { aReportedTown } from './reported';

let house: House;
let year: YearMade;
let issue: YearlyIssueView;
const wish = { at: '2026-05-06T02:00:00Z', state: 'cancelled', pair: 0, minutes: null, isMakeUp: false };
const reasons = { 停电: 5, 断网: 6, 老师出差: 1, 学生考试: 2 };
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
  const town = await aReportedTown(house);
  for (const [reason, many] of Object.entries(reasons)) {
    const ids = await town.make({ ...wish, many, isMakeUp: many === 6 });
    await house.sql('UPDATE lesson SET reason = $2 WHERE id = ANY ($1::uuid[])', [ids, reason]);
  }
  await town.make({ ...wish, state: 'verified', minutes: 40, many: 3 });
  await town.make({ ...wish, state: 'verified', minutes: 40, many: 2, isMakeUp: true });
  year = await aYear(house);
  await opensYear(year);
  for (const [at, size] of [7, 6, 2, 1].entries()) await aStudioOf(house, size, at);
  await arranges();
  issue = await anIssue(year);
});
afterAll(() => house.close());

const stacked = { indicator: 'lessons-held', by: 'month', within: 'isMakeUp', kind: 'stacked' as const };
const ofYears = { indicator: 'mentees', by: 'year', within: null, kind: 'line' as const };

/** A stacked chart and one over the years, besides those of the template. */
async function arranges(): Promise<void> {
  const draft = await draftOf(year);
  const section = draft.sections.find(({ code }) => code === 'lessons');
  if (!section) throw new Error('the template has no lessons');
  const charts = [
    ...section.items.charts.map(({ indicator, by, within, kind }) => ({ indicator, by, within, kind })),
    stacked,
    ofYears,
  ];
  const body = { figures: section.items.figures, charts, moved: [] };
  const params = { year: year.year, section: 'lessons' };
  expect((await year.hangzhou.call(arrangeYearlySection, { params, body, version: section.version })).status).toBe(200);
}

const charts = () => issue.content.sections.flatMap(({ charts: all }) => all);
const chartOf = (indicator: string, by: string) => {
  const found = charts().find((one) => one.indicator === indicator && one.by === by);
  if (!found) throw new Error(`no chart of ${indicator} by ${by}`);
  return found;
};
type Query = Readonly<Record<string, string | number>>;
const typeOf = ({ problem }: { readonly problem: Problem | null }) => problem?.type.replace('/problems/', '');
const frozen = (key: string, query: Query) =>
  year.hangzhou.call(listYearlyIssueRows, { params: { issueId: issue.id, key }, query });
const live = (key: string, query: Query) =>
  year.hangzhou.call(listIndicatorRows, { params: { key }, query: { year: 2026, limit: 200, ...query } });
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

describe('a number of a chart of a frozen report', () => {
  it('opens the rows that it counts, as the live page does', async () => {
    let opened = 0;
    for (const { indicator, by, groups } of charts().filter((chart) => chart.by !== 'year'))
      for (const { key, value } of groups.filter((group) => group.key !== undefined)) {
        const rows = (await frozen(indicator, { by, value: key ?? '', limit: 200 })).body.items;
        expect([indicator, by, key, rows.length]).toEqual([indicator, by, key, value ?? 0]);
        expect(idsOf(rows)).toEqual(idsOf((await live(indicator, { by, value: key ?? '' })).body.items));
        opened += rows.length;
      }
    expect(opened).toBeGreaterThan(30);
  });

  it('is that of everything said too seldom to be named, too', async () => {
    const { groups } = chartOf('lessons-cancelled', 'reason');
    expect(groups.map(({ label, value, key }) => [label.zh, value, key])).toEqual([
      ['断网', 6, '断网'],
      ['停电', 5, '停电'],
      ['其他', 3, '…'],
    ]);
    const rows = (await frozen('lessons-cancelled', { by: 'reason', value: '…' })).body.items;
    expect(rows.map(({ fields }) => fields['reason']).sort()).toEqual(['学生考试', '学生考试', '老师出差']);
  });

  it('is one part of a bar, by both of its dimensions', async () => {
    const may = chartOf('lessons-held', 'month').key;
    expect(may).toBe('lessons-by-month');
    const bars = charts().find(({ within }) => within === 'isMakeUp');
    const parts = bars?.groups.find(({ key }) => key === '2026-05')?.parts ?? [];
    expect(parts.map(({ key, value, marks }) => [key, value, marks])).toEqual([
      ['false', 3, ['recorded']],
      ['true', 2, ['recorded']],
    ]);
    for (const { key = '', value } of parts) {
      const query = { by: 'month', value: '2026-05', within: 'isMakeUp', part: key };
      const rows = (await frozen('lessons-held', query)).body.items;
      expect(rows).toHaveLength(value ?? 0);
      expect(idsOf(rows)).toEqual(idsOf((await live('lessons-held', query)).body.items));
    }
    const unasked = await live('lessons-held', { within: 'hair', part: '1' });
    expect([unasked.status, typeOf(unasked)]).toEqual([422, 'field-unknown']);
  });

  it('comes a page at a time, and none twice', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: Query = { by: 'reason', value: '断网', limit: 4, ...(after && { after }) };
      const { body }: Awaited<ReturnType<typeof frozen>> = await frozen('lessons-cancelled', query);
      seen.push(...body.items.map(({ id }) => id));
      after = body.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  });

  it('is not there where the chart hides it or does not have it', async () => {
    const hidden = chartOf('mentees', 'studio').groups.filter(({ isHidden }) => isHidden);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter(({ key, marks }) => key !== undefined || marks !== undefined)).toEqual([]);
    const studios = await house.sql<{ id: string }>(
      'SELECT studio_id AS id FROM pairing GROUP BY studio_id HAVING count(*) < 5',
    );
    for (const { id } of studios) expect((await frozen('mentees', { by: 'studio', value: id })).status).toBe(404);
    expect((await frozen('mentees', { by: 'stage', value: 'senior' })).status).toBe(404);
    expect((await frozen('lessons-held', { by: 'month', value: '2026-05', within: 'kind', part: 'x' })).status).toBe(
      404,
    );
  });

  it('over the years is as sure as that year was', () => {
    expect(chartOf('mentees', 'year').groups).toMatchObject([{ key: '2026', label: { zh: '2026' } }]);
    expect(chartOf('mentees', 'year').groups[0]?.marks).not.toEqual([]);
  });

  it('over the years opens the rows of the issue’s own year, and of no other', async () => {
    const { rows = 0 } = issue.content.figures.find(({ key }) => key === 'mentees') ?? {};
    expect(rows).toBeGreaterThan(0);
    const own = await frozen('mentees', { by: 'year', value: '2026', limit: 200 });
    expect([own.status, own.body.items.length]).toEqual([200, rows]);
    expect((await frozen('mentees', { by: 'year', value: '2025' })).status).toBe(404);
  });

  it('opens in the same order where the issue is of before groups were kept', async () => {
    const queries: readonly Query[] = [
      { by: 'reason', value: '…' },
      { by: 'reason', value: '断网', limit: 4 },
      { by: 'reason', value: '断网', limit: 4, after: '0.4' },
    ];
    const told = async () => Promise.all(queries.map(async (query) => (await frozen('lessons-cancelled', query)).body));
    const kept = await told();
    // The cursors of the two ways are not the same: each goes on in its own.
    const ids = (pages: typeof kept) => pages.slice(0, 2).map(({ items }) => items.map(({ id }) => id));
    await house.sql('ALTER TABLE yearly_issue_group DISABLE TRIGGER USER');
    await house.sql(`UPDATE yearly_issue_group SET key = 'x' || key`);
    expect(ids(await told())).toEqual(ids(kept));
    await house.sql(`UPDATE yearly_issue_group SET key = substr(key, 2)`);
    await house.sql('ALTER TABLE yearly_issue_group ENABLE TRIGGER USER');
    expect(kept.map(({ items }) => items.length)).toEqual([3, 4, 2]);
  });

  it('is asked for wholly, at both doors: half of a narrowing does not open all rows', async () => {
    const halves: readonly Query[] = [
      { value: '2026-05' },
      { by: 'month' },
      { by: 'month', value: '2026-05', within: 'isMakeUp' },
      { by: 'month', value: '2026-05', part: 'true' },
      { within: 'isMakeUp', part: 'true' },
    ];
    for (const half of halves)
      for (const door of [frozen, live]) {
        const reply = await door('lessons-held', half);
        expect([half, reply.status, typeOf(reply)]).toEqual([half, 422, 'field-unknown']);
      }
  });
});
