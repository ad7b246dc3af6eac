import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readObligationTotals, readTrackingFigures } from '@qinglan/contracts';
import { aHouse, aTown, type Client, type House, type Town } from '../../support';
import { aTracked, now, type TrackedWish, twoOf } from './tracked';

// The term before ran from 276 to 144 days ago, the one that runs began 87 days ago.
const lastTerm = '2025-2';
const share = { begun: 250, lasts: 60, due: 4, done: 1 };

let house: House;
let town: Town;
let administrator: Client;
beforeAll(async () => {
  house = await aHouse({ now });
  town = await aTown(house);
  await house.sql(
    `INSERT INTO term (id, code, side_id, name, first_monday, week_count)
     VALUES (gen_random_uuid(), $1, 'aksu', '2025学年第二学期', '2026-02-23', 19)`,
    [lastTerm],
  );
  administrator = await house.as(town.administrator);
});
afterAll(() => house.close());

const asked = { query: { termCode: lastTerm } };
async function counted(): Promise<{ readonly obligations: number; readonly red: number }> {
  const { items } = (await administrator.call(readObligationTotals, asked)).body;
  const figures = (await administrator.call(readTrackingFigures, asked)).body;
  const [{ obligations, red } = { obligations: 0, red: 0 }] = items;
  expect(figures.red).toBe(red);
  return { obligations, red };
}

describe('a term that is over', () => {
  const began = 300;
  const cases: readonly (readonly [string, TrackedWish, number])[] = [
    ['that runs still', {}, 1],
    ['that ended in it', { state: 'completed', endedOn: 200 }, 1],
    ['that ended after it', { state: 'dissolved', endedOn: 20 }, 1],
    ['that ended on its first day', { state: 'completed', endedOn: 276 }, 1],
    ['that had ended before it', { state: 'completed', endedOn: 277 }, 0],
    ['that is past its last day and has no end', { end: 100 }, 1],
    ['that pauses', { state: 'paused' }, 1],
    ['that lapsed', { state: 'lapsed', endedOn: 200 }, 0],
    ['that began only after it', { began: 100 }, 0],
  ];

  it.each(cases)('counts what was owed in a pairing %s', async (_, wish, times) => {
    const before = await counted();
    await aTracked(house, await twoOf(house, town), { began, shares: [share], ...wish });
    const after = await counted();
    expect([after.obligations - before.obligations, after.red - before.red]).toEqual([times, times]);
  });

  it('is no reason to count in the term that runs what has ended', async () => {
    const { items } = (await administrator.call(readObligationTotals, { query: {} })).body;
    const current = { begun: 80, lasts: 120, due: 5, done: 0 };
    const wish = { began, shares: [current], state: 'completed', endedOn: 10 } as const;
    await aTracked(house, await twoOf(house, town), wish);
    expect((await administrator.call(readObligationTotals, { query: {} })).body.items).toEqual(items);
  });
});
