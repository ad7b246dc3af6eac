import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgrammeWorld } from '../../bench/programme.world';
import { aHouse, anOrganisation, aPerson, type Client, type House, readsDuring } from '../../support';

describe('a year with thousands of programme items', () => {
  let house: House;
  let administrator: Client;
  let year: number;

  beforeAll(async () => {
    house = await aHouse();
    await aProgrammeWorld(house, { people: 600, items: 3000, listed: 12 });
    const headquarters = await anOrganisation(house);
    administrator = await house.as(await aPerson(house, headquarters.id, 'administrator'));
    const [found] = await house.sql<{ year: number }>('SELECT max(year) AS year FROM programme_item');
    year = found?.year ?? 0;
  }, 120_000);
  afterAll(() => house.close());

  /** The pages of the database that the dearest statement of a page touches, and how many statements there are. */
  const costOf = async (path: string) => {
    const costs = await readsDuring(house, async () => {
      expect((await administrator.raw(path)).status).toBe(200);
    });
    return { most: Math.max(...costs.map(({ blocks }) => blocks)), statements: costs.length };
  };

  // Numbers of lists are counted where they were not stated: about three pages for each class.
  it('is counted without walking through all items for every organisation', async () => {
    const { most, statements } = await costOf(`/api/years/${String(year)}/figures`);
    expect(most).toBeLessThan(15_000);
    expect(statements).toBeLessThan(10);
  });

  it.each(['showcases', 'visiting-teachers', 'trainings', 'visit-units'])(
    'opens the first rows of %s without counting the lists of the others',
    async (key) => {
      const { most } = await costOf(`/api/indicators/${key}/rows?year=${String(year)}`);
      expect(most).toBeLessThan(1500);
    },
  );

  it.each([
    ['items', '/api/programme/items?year=YEAR'],
    ['items by words', '/api/programme/items?q=%E7%AC%AC777%E6%9C%9F'],
    ['my items', '/api/programme/items?mine=true'],
  ])('lists %s at the cost of a page', async (_, path) => {
    const { most, statements } = await costOf(path.replace('YEAR', String(year)));
    expect(most).toBeLessThan(600);
    expect(statements).toBeLessThan(4);
  });
});
