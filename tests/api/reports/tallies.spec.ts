import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '@qinglan/api-platform';
import { FoldTallies, IndicatorQueries, RebuildTallies } from '@qinglan/api-reports';
import type { IndicatorAnswer } from '@qinglan/domain';
import * as fc from 'fast-check';
import { aHouse, type House } from '../../support';
import { aReportedTown, type ReportedTown } from './reported';

let house: House;
let town: ReportedTown;
beforeAll(async () => {
  house = await aHouse();
  town = await aReportedTown(house);
});
afterAll(() => house.close());

const states = ['proposed', 'confirmed', 'ended', 'verified', 'cancelled', 'missed', 'interrupted'] as const;

/** One thing that happens to lessons; a lesson is meant by its place among those there. */
const step = fc.oneof(
  fc.record({
    does: fc.constant('make' as const),
    day: fc.integer({ min: 0, max: 800 }),
    state: fc.constantFrom(...states),
    pair: fc.integer({ min: 0, max: 2 }),
    minutes: fc.option(fc.integer({ min: 0, max: 45 }), { nil: null }),
    isMakeUp: fc.boolean(),
    many: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ does: fc.constant('move' as const), which: fc.nat(), day: fc.integer({ min: 0, max: 800 }) }),
  fc.record({ does: fc.constant('turn' as const), which: fc.nat(), state: fc.constantFrom(...states) }),
  fc.record({ does: fc.constant('settle' as const), which: fc.nat(), minutes: fc.integer({ min: 0, max: 45 }) }),
  fc.record({ does: fc.constant('count' as const), which: fc.nat(), heads: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ does: fc.constant('strike' as const), which: fc.nat() }),
  fc.record({ does: fc.constant('touch' as const), which: fc.nat() }),
  fc.record({ does: fc.constant('turn-all' as const), state: fc.constantFrom(...states) }),
  fc.record({ does: fc.constant('fold' as const) }),
  fc.record({ does: fc.constant('rebuild' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const picked =
  'id = (SELECT id FROM lesson ORDER BY id OFFSET ($1::bigint % greatest(1, (SELECT count(*) FROM lesson))) LIMIT 1)';
const day = (place: string) => `timestamptz '2025-06-01T02:00:00Z' + ${place}::integer * interval '1 day'`;

/** Changes one lesson past the doors. */
const change = (set: string) => (one: Step) => {
  const { which, ...rest } = one as { readonly which: number } & Record<string, unknown>;
  const [value] = Object.entries(rest).flatMap(([name, given]) => (name === 'does' ? [] : [given]));
  const values = value === undefined ? [which] : [which, value];
  return house.sql(`UPDATE lesson SET ${set} WHERE ${picked}`, values);
};

async function strike(one: Step): Promise<void> {
  const { which } = one as Extract<Step, { does: 'strike' }>;
  await house.sql(`DELETE FROM head_count WHERE lesson_id IN (SELECT id FROM lesson WHERE ${picked})`, [which]);
  await house.sql(`DELETE FROM lesson WHERE ${picked}`, [which]);
}

const acts: Readonly<Record<Step['does'], (one: Step) => Promise<unknown>>> = {
  make: (one) => {
    const made = one as Extract<Step, { does: 'make' }>;
    return town.make({ ...made, at: new Date(Date.UTC(2025, 5, 1, 2) + made.day * 86_400_000).toISOString() });
  },
  move: change(`starts_at = ${day('$2')}, ends_at = ${day('$2')} + interval '40 minutes'`),
  turn: change('state = $2'),
  settle: change(`state = 'ended', effective_minutes = $2`),
  count: (one) => {
    const { which, heads } = one as Extract<Step, { does: 'count' }>;
    return house.sql(
      `INSERT INTO head_count (lesson_id, classroom_id, head_count, counted_at, counted_by)
       SELECT id, receiving_classroom_id, $2, now(), presenter_id FROM lesson WHERE ${picked}
       ON CONFLICT (lesson_id, classroom_id) DO UPDATE SET head_count = EXCLUDED.head_count`,
      [which, heads],
    );
  },
  strike,
  touch: change(`topic = 'x', version = version + 1`),
  'turn-all': (one) => house.sql('UPDATE lesson SET state = $1', [(one as Extract<Step, { does: 'turn-all' }>).state]),
  fold: () => house.app.get(FoldTallies, { strict: false }).execute(),
  rebuild: () => house.app.get(RebuildTallies, { strict: false }).execute(),
};

const isOfLessons = ({ key }: IndicatorAnswer) => /^(lesson|class|presenter|verified|school-cov)/.test(key);

/** Every number of lessons from the tallies and from the rows themselves. */
async function both(year: number, asOf: string) {
  const queries = house.app.get(IndicatorQueries, { strict: false });
  return house.app.get(Transactions, { strict: false }).read(async (read) => {
    const tallied = (await queries.answers(read, { year, asOf })).filter(isOfLessons);
    const plain = (await queries.plainAnswers(read, { year, asOf })).filter(isOfLessons);
    return { tallied, plain };
  });
}

const asked = [
  [2025, '2025-12-31'],
  [2026, '2026-12-31'],
  [2026, '2026-04-17'],
  [2027, '2027-02-28'],
] as const;

describe('what is tallied of lessons', () => {
  it('equals the plain count whatever happened to them, folded or not, for whole years and parts of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        for (const one of steps) await acts[one.does](one);
        for (const [year, asOf] of asked) {
          const { tallied, plain } = await both(year, asOf);
          expect(tallied).toEqual(plain);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect((await both(2026, '2026-12-31')).tallied.length).toBeGreaterThan(12);
  });

  it('is exact while lessons are booked, changed, folded and tallied anew at once', async () => {
    const turn = async (number: number) => {
      const ids = await town.make({
        at: `2026-0${String(1 + (number % 6))}-1${String(number % 9)}T03:00:00Z`,
        state: 'confirmed',
        pair: number % 3,
        minutes: null,
        isMakeUp: false,
        many: 3,
      });
      await house.sql(`UPDATE lesson SET state = 'verified', effective_minutes = 40 WHERE id = ANY ($1)`, [ids]);
      await house.sql(
        `UPDATE lesson SET starts_at = starts_at + interval '40 days', ends_at = ends_at + interval '40 days' WHERE id = $1`,
        [ids[0]],
      );
    };
    const fold = house.app.get(FoldTallies, { strict: false });
    const rebuild = house.app.get(RebuildTallies, { strict: false });
    const work = Array.from({ length: 24 }, (_, number) => [
      turn(number),
      ...(number % 3 === 0 ? [fold.execute()] : []),
      ...(number % 8 === 0 ? [rebuild.execute()] : []),
    ]).flat();
    const looks = Array.from({ length: 6 }, async () => {
      // One statement is one snapshot: in the middle of everything a number of lessons is a number of rows.
      const [found] = await house.sql<{ tallied: string; plain: string }>(
        `SELECT (SELECT coalesce(sum(lessons), 0) FROM (SELECT lessons FROM lesson_day_tally UNION ALL SELECT lessons FROM lesson_delta) t)::text AS tallied,
           (SELECT count(*) FROM lesson)::text AS plain`,
      );
      expect(found?.tallied).toBe(found?.plain);
    });
    await Promise.all([...work, ...looks]);
    for (const [year, asOf] of asked) {
      const { tallied, plain } = await both(year, asOf);
      expect(tallied).toEqual(plain);
    }
    await fold.execute();
    expect(await house.sql('SELECT FROM lesson_delta')).toEqual([]);
    const { tallied, plain } = await both(2026, '2026-12-31');
    expect(tallied).toEqual(plain);
  });

  it('appends nothing for what no tally knows, such as a topic', async () => {
    await town.make({
      at: '2026-03-03T03:00:00Z',
      state: 'confirmed',
      pair: 0,
      minutes: null,
      isMakeUp: false,
      many: 1,
    });
    await house.app.get(FoldTallies, { strict: false }).execute();
    await house.sql(`UPDATE lesson SET topic = $1`, [randomUUID()]);
    expect(await house.sql('SELECT FROM lesson_delta')).toEqual([]);
  });
});
