import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listIndicators, previewIndicator, readFigures } from '@qinglan/contracts';
import { aHouse, aStudio, aTown, type Client, type House, type Town } from '../../support';

let house: House;
let town: Town;
let administrator: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
  town = await aTown(house);
  administrator = await house.as(town.administrator);
  await aStudio(house, town.aksu.id);
});
afterAll(() => house.close());

const words = { zh: '数', en: 'count', ug: '' };
const told = { name: words, definition: words, owner: words, unknownWords: words, isReckoned: false, mayOverlap: [] };
const usual = { ...told, unit: '个' as const, period: 'during' as const, population: null, alongside: null };
const studios = {
  ...usual,
  rule: { kind: 'count' as const, source: 'studio' as const, measure: { of: 'rows' as const }, where: [] },
};
const query = { year: 2026 };
const sum = (from: string[], unit: '个' | '名') => ({
  ...usual,
  unit,
  rule: { kind: 'derived' as const, operation: 'sum' as const, from },
});

describe('a definition that is not saved', () => {
  it('is counted like one that is, and nothing is kept of it', async () => {
    const before = (await administrator.call(listIndicators)).body.items.length;
    const { body } = await administrator.call(previewIndicator, { query, body: studios });
    const figures = (await administrator.call(readFigures, { params: { year: 2026 } })).body.answers;
    const saved = figures.find(({ key }) => key === 'studios');
    expect(body).toEqual({ ...saved, key: 'preview', version: 1, words });
    expect((await administrator.call(listIndicators)).body.items).toHaveLength(before);
  });

  it('obeys the rules: people of two kinds do not add', async () => {
    const forbidden = await administrator.call(previewIndicator, { query, body: sum(['mentors', 'mentees'], '名') });
    expect(forbidden.problem?.type).toBe('/problems/populations-differ');
    const allowed = await administrator.call(previewIndicator, {
      query,
      body: sum(['studios-education', 'studios-medical'], '个'),
    });
    expect(allowed.body).toMatchObject({ derived: true });
  });

  it('is for administrators', async () => {
    const viewer = await house.as(town.viewer);
    expect((await viewer.call(previewIndicator, { query, body: studios })).status).toBe(403);
  });
});
