import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listIndicators } from '@qinglan/contracts';
import { aMentoringWorld } from '../../bench/mentoring.world';
import { aHouse, anOrganisation, aPerson, type Client, type House, readsDuring } from '../../support';

/** Of what is counted in each source but lessons, which have a benchmark of their own. */
const sources = new Set(['pairing', 'ending', 'obligation', 'observation', 'studio', 'organisation', 'honour']);

describe('a year with a thousand pairings and what is due of them', () => {
  let house: House;
  let administrator: Client;
  let year: string;

  beforeAll(async () => {
    house = await aHouse();
    await aMentoringWorld(house, { mentors: 300, mentees: 800, pairings: 1000, observations: 4000 });
    const headquarters = await anOrganisation(house);
    administrator = await house.as(await aPerson(house, headquarters.id, 'administrator'));
    const [found] = await house.sql<{ year: string }>('SELECT extract(year FROM current_date)::text AS year');
    year = found?.year ?? '';
  }, 120_000);
  afterAll(() => house.close());

  /** The pages of the database that the dearest statement of the first rows touches, and how many rows they are. */
  const costOf = async (key: string) => {
    let rows = 0;
    const costs = await readsDuring(house, async () => {
      const reply = await administrator.raw(`/api/indicators/${key}/rows?year=${year}&asOf=${year}-12-31&limit=50`);
      expect(reply.status).toBe(200);
      rows = ((await reply.json()) as { items: unknown[] }).items.length;
    });
    return { rows, most: Math.max(...costs.map(({ blocks }) => blocks)) };
  };

  // What the view of obligations calls a row is worked out: without an index on it each row of a page walked through all.
  it.each(['obligations', 'obligations-met'])('opens the first rows of %s at the cost of a page', async (key) => {
    const { most, rows } = await costOf(key);
    expect(rows).toBe(50);
    expect(most).toBeLessThan(4500);
  });

  it('opens those of no other numeral by walking through all of its source for each row', async () => {
    const { body } = await administrator.call(listIndicators);
    const counting = body.items.filter(({ rule }) => rule.kind === 'count' && sources.has(rule.source));
    const costs: Record<string, number> = {};
    for (const { key } of counting) costs[key] = (await costOf(key)).most;
    expect(Object.keys(costs).length).toBeGreaterThan(20);
    // Whether a pairing is one to many is looked up for all that a page may show, three pages each.
    expect(Object.entries(costs).filter(([, most]) => most > 6000)).toEqual([]);
  });

  it('calls what is due of an obligation as it did in issues that are frozen already', async () => {
    const [other] = await house.sql<{ others: number }>(
      `SELECT count(*)::integer AS others FROM obligation_share
       WHERE report_id <> md5(obligation_id::text || first_day::text)::uuid`,
    );
    expect(other).toEqual({ others: 0 });
  });
});
