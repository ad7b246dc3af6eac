import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSeries, saveSeries } from '@qinglan/contracts';
import { Transactions } from '@qinglan/api-platform';
import { type SeriesSheetRow, SeriesStore } from '@qinglan/api-scheduling';
import { actorsOf, aDraft, aHouse, aTown, type House, type Town } from '../../support';

describe('the sheet of series', () => {
  let house: House;
  let town: Town;

  beforeAll(async () => {
    house = await aHouse();
    town = await aTown(house);
  });
  afterAll(() => house.close());

  const rowOf = (code: string, wish: Partial<SeriesSheetRow> = {}): SeriesSheetRow => {
    const { minutes: _m, skipWeeks: _s, choices: _c, ...row } = aDraft([town.hangzhou, town.aksu]);
    return { ...row, code, ...wish };
  };
  const saves = (rows: readonly SeriesSheetRow[]) =>
    house.app
      .get(Transactions)
      .write((tx) => house.app.get(SeriesStore).saveAll(tx, rows, { at: house.clock.now(), actorId: null }));

  it('is written as a set, changes nothing the second time, and keeps what people chose', async () => {
    const rows = [rowOf('B01'), rowOf('B02', { weekday: 2, period: 9, weeks: '3-18单' })];
    const first = await saves(rows);
    expect(first).toMatchObject({ created: 2, changed: 0, unchanged: 0 });
    expect(await saves(rows)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    const { teacher } = await actorsOf(house, town);
    const seriesId = first.ids.get('B01') ?? '';
    const draft = aDraft([town.hangzhou, town.aksu], { code: 'B01', skipWeeks: [4] });
    const saved = await teacher.call(saveSeries, { params: { seriesId }, body: draft, version: 1 });
    expect(saved.body).toMatchObject({ skipWeeks: [4], version: 2 });
    expect(
      await saves([rowOf('B01', { weeks: '3-16' }), rowOf('B02', { weekday: 2, period: 9, weeks: '3-18单' })]),
    ).toMatchObject({
      created: 0,
      changed: 1,
      unchanged: 1,
    });
    const read = await teacher.call(readSeries, { params: { seriesId } });
    expect(read.body).toMatchObject({ weeks: '3-16', skipWeeks: [4], version: 3 });
    const acts = await house.sql('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [seriesId]);
    expect(acts).toEqual([{ act: 'series.added' }, { act: 'series.changed' }, { act: 'series.changed' }]);
  });
});
