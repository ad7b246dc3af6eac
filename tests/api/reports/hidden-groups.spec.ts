import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askRowExport, downloadRowsCsv, listCountedThings, listIndicatorRows, readBreakdown } from '@qinglan/contracts';
import { type Client, type House } from '../../support';
import { aCountedHouse, aStudioOf } from './counted-house';

let house: House;
let administrator: Client;
let studios: readonly string[];
beforeAll(async () => {
  ({ house, administrator } = await aCountedHouse());
  studios = await Promise.all([12, 6, 2].map((mentees, at) => aStudioOf(house, mentees, at)));
});
afterAll(() => house.close());

type Query = Readonly<Record<string, string | number>>;
const call = (key: string, query: Query) => ({ params: { key }, query: { year: 2026, ...query } });
const rows = async (key: string, query: Query) => administrator.call(listIndicatorRows, call(key, query));
const ofStudio = (at: number) => ({ by: 'studio', value: studios[at] ?? '' });

describe('a group that a breakdown hides', () => {
  it('opens at no live door, as it opens at no frozen one', async () => {
    const { body } = await administrator.call(readBreakdown, call('mentees', { by: 'studio' }) as never);
    const hidden = body.groups.filter(({ isHidden }) => isHidden).map(({ value }) => value);
    // The one of two mentees, and the one that would tell of it.
    expect(new Set(hidden)).toEqual(new Set([studios[1], studios[2]]));
    for (const at of [1, 2]) {
      const query = ofStudio(at);
      expect((await rows('mentees', query)).status).toBe(404);
      expect((await administrator.call(listCountedThings, call('mentees', query))).status).toBe(404);
      expect((await administrator.knock(downloadRowsCsv, call('mentees', query))).status).toBe(404);
      const wish = { ...query, year: 2026, key: 'mentees', as: 'csv' as const, direction: 'up' as const };
      const asked = await administrator.call(askRowExport, { params: { exportId: randomUUID() }, body: wish } as never);
      expect(asked.status).toBe(404);
    }
  });

  it('leaves those that are shown open, and the numeral as a whole', async () => {
    const shown = await rows('mentees', ofStudio(0));
    expect([shown.status, shown.body.items.length]).toEqual([200, 12]);
    const things = await administrator.call(listCountedThings, call('mentees', ofStudio(0)));
    expect([things.status, things.body.things]).toEqual([200, 12]);
    expect((await rows('mentees', {})).body.items).toHaveLength(20);
    // Whose rows are things: how few they are tells of nobody.
    expect((await rows('lessons-verified', { by: 'month', value: '2026-05' })).body.items).toHaveLength(3);
  });

  it('is not told by a value that no row has, nor by two dimensions crossed', async () => {
    expect((await rows('mentees', { by: 'hasBegun', value: 'perhaps' })).status).toBe(404);
    expect((await rows('mentees', { ...ofStudio(0), within: 'isAtDistance', part: 'true' })).status).toBe(422);
  });
});
