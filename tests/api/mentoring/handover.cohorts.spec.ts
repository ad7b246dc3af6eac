import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { StudioId } from '@qinglan/domain';
import { aHouse, aLeavingCohort, type House, leavingOf, type Person, type Town } from '../../support';

let house: House;
let town: Town;
let lead: Person;
let studioId: StudioId;
let cohort: string;
let mentor: Person;
beforeAll(async () => {
  house = await aHouse({ now: '2027-07-05T02:00:00Z' });
});
beforeEach(async () => {
  ({ town, cohort, mentor, lead, studioId } = await aLeavingCohort(house));
});
afterAll(() => house.close());

const { closes, lists, paired, reads } = leavingOf(() => ({ house, town, cohort, mentor, studioId }));

describe('a cohort that leaves', () => {
  it('lists every pairing that has not ended, page by page, with counts on top', async () => {
    for (const state of ['nominated', 'consenting', 'agreed', 'active', 'paused', 'assessing'] as const)
      await paired(state);
    for (const state of ['completed', 'extended', 'handed-over', 'dissolved', 'lapsed'] as const) await paired(state);
    expect((await reads()).body).toMatchObject({
      cohort,
      mentors: 1,
      pairings: 11,
      open: 7,
      closedAt: null,
      awaited: 1,
    });
    const first = (await lists(town.administrator, { limit: 4 })).body;
    const second = (await lists(town.administrator, { limit: 4, after: first.next })).body;
    const all = [...first.items, ...second.items];
    expect([first.items.length, second.items.length, second.next]).toEqual([4, 3, null]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(7);
    expect(all.map(({ state }) => state).toSorted()).toEqual([
      ...['active', 'agreed', 'assessing', 'consenting', 'handed-over', 'nominated', 'paused'],
    ]);
    expect(all.find(({ state }) => state === 'assessing')?.ends).toEqual([
      ...['complete', 'fail', 'extend', 'hand-over', 'dissolve'],
    ]);
    expect(all.find(({ state }) => state === 'nominated')?.ends).toEqual(['dissolve']);
  });

  it('is narrowed to a state and a studio', async () => {
    await paired('active');
    await paired('paused');
    await paired('active', { studioId: null });
    expect((await lists(town.administrator, { state: 'active' })).body.items).toHaveLength(2);
    expect((await lists(town.administrator, { state: 'active', studioId })).body.items).toHaveLength(1);
    expect((await reads()).body.studios).toEqual([{ id: studioId, subject: '高中数学', open: 2 }]);
  });

  it('is seen whole by administrators and viewers, in part by leads, and by nobody else', async () => {
    await paired();
    await paired('active', { studioId: null });
    const cohorts = async (who: Person) =>
      (await (await house.as(who)).call(contracts.listCohorts)).body.items.find((one) => one.cohort === cohort);
    expect(await cohorts(town.administrator)).toMatchObject({ mentors: 1, pairings: 2, open: 2 });
    expect((await reads(town.viewer)).body).toMatchObject({ open: 2, mayKeep: false });
    expect(await cohorts(lead)).toMatchObject({ pairings: 1, open: 1 });
    expect((await reads(lead)).body).toMatchObject({ open: 1, mayKeep: false });
    expect((await lists(lead)).body.items).toHaveLength(1);
    for (const one of [mentor, town.aksu.coordinator, town.hangzhou.teachers[0]]) {
      expect(await cohorts(one)).toBeUndefined();
      expect((await reads(one)).status).toBe(404);
      expect((await lists(one)).status).toBe(404);
      expect((await closes(one)).status).toBe(403);
    }
    expect((await closes(lead)).status).toBe(403);
  });

  it('that nobody belongs to is none', async () => {
    cohort = '第一百期';
    expect((await reads()).status).toBe(404);
    expect((await closes()).status).toBe(404);
  });
});
