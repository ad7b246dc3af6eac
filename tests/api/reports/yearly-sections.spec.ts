import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import {
  aHouse,
  aYear,
  bothApprove,
  draftOf,
  type House,
  nothingReported,
  opensYear,
  type YearMade,
} from '../../support';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
});
beforeEach(async () => {
  await nothingReported(house);
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

const words = (zh: string) => ({ zh, en: '', ug: '' });
type Items = contracts.CallOf<typeof contracts.arrangeYearlySection>['body'] & object;
const nothing: Items = { figures: [], charts: [], moved: [] };
const arrange = (section: string, items: Partial<Items>, version = 1) =>
  year.hangzhou.call(contracts.arrangeYearlySection, {
    params: { year: 2026, section },
    version,
    body: { ...nothing, ...items },
  });
const add = (section: string, zh = '明年。') =>
  year.hangzhou.call(contracts.addYearlySection, {
    params: { year: 2026, section },
    body: { title: words('展望'), body: words(zh) },
  });
const remove = (section: string, version = 1) =>
  year.hangzhou.call(contracts.removeYearlySection, { params: { year: 2026, section }, version });
const happenings = async (query: { limit?: number; after?: string } = {}) =>
  (await year.hangzhou.call(contracts.readYearlyHistory, { params: { year: 2026 }, query })).body;
const kindOf = ({ problem }: { readonly problem: contracts.Problem | null }) =>
  problem?.type.replace('/problems/', '') ?? null;
const shown = (view: contracts.YearlyReportView, code: string) =>
  view.content.sections.find((section) => section.code === code);

describe('numbers and charts of a section', () => {
  it('stand in the order that is named, and withdraw every approval', async () => {
    await bothApprove(year);
    const { body } = await arrange('overview', { figures: ['mentees', 'studios'] });
    expect(shown(body, 'overview')?.figures).toEqual(['mentees', 'studios']);
    expect(body).toMatchObject({ version: 2, approvals: [] });
    expect((await arrange('overview', {})).status).toBe(412);
    expect((await arrange('unheard-of', {})).status).toBe(404);
  });

  it('go to another section, both of which are newer then', async () => {
    const moved = [{ kind: 'figure' as const, key: 'studios', to: 'programme' }];
    const { body } = await arrange('overview', { figures: ['mentors'], moved });
    expect(shown(body, 'programme')?.figures.at(-1)).toBe('studios');
    expect(body.sections.find(({ code }) => code === 'programme')?.version).toBe(2);
    expect(kindOf(await arrange('overview', { moved: [{ kind: 'figure', key: 'mentors', to: 'no' }] }, 2))).toBe(
      'sections-differ',
    );
  });

  it('are counted as the kind of chart asks: over the years, and bars in parts', async () => {
    const charts: Items['charts'] = [
      { indicator: 'mentors', by: 'year', within: null, kind: 'line' },
      { indicator: 'lessons-planned', by: 'month', within: 'kind', kind: 'stacked' },
    ];
    const { body } = await arrange('overview', { charts });
    const [line, stacked] = shown(body, 'overview')?.charts ?? [];
    expect(line).toMatchObject({ key: 'mentors-by-year', kind: 'line', groups: [{ label: { zh: '2026' }, value: 3 }] });
    expect(stacked).toMatchObject({ kind: 'stacked', within: 'kind' });
    for (const { value, parts } of stacked?.groups ?? [])
      expect(parts?.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(value);
    const { items } = body.sections.find(({ code }) => code === 'overview') ?? {};
    expect(items?.charts).toMatchObject([{ indicator: 'mentors', within: null }, { within: 'kind' }]);
  });

  it.each<[Partial<Items>, string]>([
    [{ figures: ['nowhere'] }, 'numeral-unknown'],
    [{ charts: [{ indicator: 'lessons-held', by: 'hair', within: null, kind: 'bar' }] }, 'field-unknown'],
    [{ charts: [{ indicator: 'mentees', by: 'studio', within: null, kind: 'pie' }] }, 'chart-unfit'],
  ])('%j are refused: %s', async (items, why) => {
    expect(kindOf(await arrange('overview', items))).toBe(why);
    expect((await draftOf(year)).version).toBe(1);
  });
});

describe('a numeral over the years', () => {
  it('is a breakdown like any other, and none of its years is hidden', async () => {
    const read = await year.hangzhou.call(contracts.readBreakdown, {
      params: { key: 'mentors' },
      query: { year: 2026, by: 'year' },
    });
    expect(read.body.groups).toMatchObject([{ value: '2026', number: 3, isHidden: false }]);
    const share = await year.hangzhou.call(contracts.readBreakdown, {
      params: { key: 'verified-share' },
      query: { year: 2026, by: 'year' },
    });
    expect(share.status).toBe(200);
  });
});

describe('a section that was added', () => {
  it('goes again, over the version that was read, and the next one still finds its place', async () => {
    await add('text-1');
    expect((await remove('text-1', 2)).status).toBe(412);
    const { body } = await remove('text-1');
    expect(body.sections.map(({ code }) => code)).not.toContain('text-1');
    expect((await remove('text-1')).status).toBe(404);
    await add('text-2');
    expect((await add('text-3')).body.sections.map(({ code }) => code).slice(-2)).toEqual(['text-2', 'text-3']);
  });

  it('stays once somebody remarked on it, as those of the template do', async () => {
    await add('text-1');
    const params = { year: 2026, commentId: randomUUID() };
    await year.aksu.call(contracts.commentOnYearlyReport, { params, body: { section: 'text-1', text: '请核对' } });
    expect(kindOf(await remove('text-1'))).toBe('section-stays');
    expect(kindOf(await remove('overview'))).toBe('section-stays');
  });
});

describe('the history of a draft', () => {
  it('says what a section said before and after, a removed one too', async () => {
    await add('text-1');
    await arrange('text-1', { figures: ['mentors'] });
    await remove('text-1', 2);
    const { items } = await happenings();
    expect(items.map(({ act, title }) => [act, title?.zh])).toEqual([
      ['yearly.section-removed', '展望'],
      ['yearly.items-arranged', '展望'],
      ['yearly.section-added', '展望'],
      ['yearly.opened', undefined],
    ]);
    expect(items[0]).toMatchObject({ before: { body: { zh: '明年。' }, figures: ['mentors'] }, after: null });
    expect(items[1]).toMatchObject({ before: { figures: [] }, after: { figures: ['mentors'], charts: [] } });
    expect(items[2]).toMatchObject({ before: null, after: { title: { zh: '展望' } } });
  });

  it('is read a page at a time', async () => {
    await add('text-1');
    await add('text-2');
    const first = await happenings({ limit: 2 });
    const second = await happenings({ limit: 2, after: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ act }) => act)).toEqual([
      'yearly.section-added',
      'yearly.section-added',
      'yearly.opened',
    ]);
    expect(second.next).toBeNull();
    const wrong = { params: { year: 2026 }, query: { after: 'x' } };
    expect((await year.hangzhou.call(contracts.readYearlyHistory, wrong)).status).toBe(400);
  });
});
