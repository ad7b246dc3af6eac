import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { saveTerm } from '@qinglan/contracts';
import type { PairingId } from '@qinglan/domain';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { aHouse, aTown, type House, type Town } from '../../support';
import { ago, aTracked, heard, now, twoOf } from './tracked';

let house: House;
let town: Town;
let pairings: readonly PairingId[];
beforeAll(async () => {
  house = await aHouse({ now });
});
beforeEach(async () => {
  await house.sql('TRUNCATE pairing, visit_count CASCADE');
  await house.sql('DELETE FROM term');
  town = await aTown(house);
  const made = Array.from({ length: 3 }, async () => aTracked(house, await twoOf(house, town), { began: 400 }));
  pairings = await Promise.all(made);
});
afterAll(() => house.close());

const kept = () => house.sql('SELECT * FROM visit_count ORDER BY 1, 2');
const counted = () => house.sql('SELECT * FROM visit_count_counted ORDER BY 1, 2');

async function isExact(): Promise<void> {
  expect(await kept()).toEqual(await counted());
}

const aTerm = (code: string, firstMonday: string, weeks: number) =>
  house.sql(
    `INSERT INTO term (id, code, side_id, name, first_monday, week_count) VALUES ($1, $2, 'aksu', $2, $3, $4)`,
    [randomUUID(), code, firstMonday, weeks],
  );

describe('the count of visits', () => {
  it('begins with the first visit and knows the gaps between them', async () => {
    const [pairingId] = pairings;
    if (!pairingId) throw new Error('no pairing');
    await heard(house, pairingId, [30]);
    expect(await kept()).toMatchObject([{ term_code: '2026-1', visits: 1, longest_gap: null }]);
    await heard(house, pairingId, [10, 14]);
    expect(await kept()).toMatchObject([{ term_code: '2026-1', visits: 3, longest_gap: 16 }]);
    await isExact();
  });

  it('is what the credits say, whatever comes, goes and moves', async () => {
    await aTerm('2025-2', '2026-02-23', 19);
    const act = fc.record({
      pairing: fc.integer({ min: 0, max: 2 }),
      does: fc.constantFrom('hears' as const, 'hears' as const, 'withdraws' as const, 'moves' as const),
      days: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }),
    });
    type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
    const one = `(SELECT id FROM credit WHERE pairing_id = $1 AND withdrawn_at IS NULL ORDER BY on_day, id LIMIT 1)`;
    const run = async ({ pairing, does, days: [first = 0, ...more] }: Act) => {
      const pairingId = pairings[pairing];
      if (!pairingId) return;
      if (does === 'hears') await heard(house, pairingId, [first, ...more]);
      if (does === 'withdraws')
        await house.sql(`UPDATE credit SET withdrawn_at = now() WHERE id = ${one}`, [pairingId]);
      if (does === 'moves')
        await house.sql(`UPDATE credit SET on_day = $2 WHERE id = ${one}`, [pairingId, ago(first).toString()]);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
        for (const next of acts) await run(next);
        await isExact();
      }),
      { numRuns: 15 },
    );
  });

  it('counts anew when a term moves, comes or goes', async () => {
    for (const pairingId of pairings) await heard(house, pairingId, [1, 20, 80, 100, 200]);
    const administrator = await house.as(town.administrator);
    const term = { code: '2025-2', name: '第二学期', sideId: 'aksu', firstMonday: '2026-02-23', weekCount: 19 };
    const params = { termId: randomUUID() };
    expect((await administrator.call(saveTerm, { params, body: term, version: 0 })).status).toBe(200);
    expect(await kept()).toHaveLength(6);
    await isExact();
    const moved = { ...term, firstMonday: '2026-06-01' };
    expect((await administrator.call(saveTerm, { params, body: moved, version: 1 })).status).toBe(200);
    await isExact();
    await house.sql('DELETE FROM term');
    expect(await kept()).toEqual([]);
  });

  it('loses none of two that are written at once', async () => {
    const [pairingId] = pairings;
    if (!pairingId) throw new Error('no pairing');
    await Promise.all(Array.from({ length: 24 }, (_, day) => heard(house, pairingId, [day])));
    expect(await kept()).toMatchObject([{ visits: 24, longest_gap: 1 }]);
    await isExact();
  });
});
