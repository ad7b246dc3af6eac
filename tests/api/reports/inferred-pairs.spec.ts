import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listIndicatorRows, readFigures } from '@qinglan/contracts';
import { aHouse, aLesson, aTown, type Client, type House, type Town } from '../../support';

describe('a pair of schools that was but inferred', () => {
  let house: House;
  let town: Town;
  let administrator: Client;

  beforeAll(async () => {
    house = await aHouse();
    town = await aTown(house);
    administrator = await house.as(town.administrator);
    await house.sql(`UPDATE partnership SET evidence = 'inferred' WHERE id = $1`, [town.partnershipId]);
  });
  afterAll(() => house.close());

  const pairs = async (asOf: string) => {
    const { answers } = (
      await administrator.call(readFigures, { params: { year: Number(asOf.slice(0, 4)) }, query: { asOf } })
    ).body;
    const of = (key: string) => answers.find((one) => one.key === key)?.value;
    return [of('partnerships'), of('partner-schools'), of('partnerships-inferred'), of('school-coverage')];
  };

  it('counts from the first lesson that it held here, and not before', async () => {
    expect(await pairs('2026-12-31')).toEqual([null, null, 1, null]);
    await aLesson(house, town, { state: 'cancelled' });
    expect(await pairs('2026-12-31')).toEqual([null, null, 1, null]);
    await aLesson(house, town, { state: 'ended', startsAt: '2026-09-15T16:00:00Z', endsAt: '2026-09-15T16:40:00Z' });
    expect(await pairs('2026-12-31')).toEqual([1, 1, null, 100]);
    // The lesson began with 16 September in Beijing.
    expect(await pairs('2026-09-16')).toEqual([1, 1, null, 100]);
    expect(await pairs('2026-09-15')).toEqual([null, null, 1, null]);
    expect(await pairs('2015-12-31')).toEqual([null, null, 1, null]);
    expect(await pairs('2027-12-31')).toEqual([1, 1, null, null]);
  });

  it('is a row that is recorded then', async () => {
    const query = { year: 2026, asOf: '2026-12-31', limit: 10 };
    const { items } = (await administrator.call(listIndicatorRows, { params: { key: 'partnerships' }, query })).body;
    expect(items).toMatchObject([{ certainty: 'recorded', firstDay: '2015-03-01', lastDay: null }]);
  });

  it('ends with its last day, lessons or none', async () => {
    await house.sql(`UPDATE partnership SET to_day = '2026-10-31' WHERE id = $1`, [town.partnershipId]);
    expect(await pairs('2027-12-31')).toEqual([null, null, null, null]);
    expect(await pairs('2026-12-31')).toEqual([1, 1, null, 100]);
  });
});
