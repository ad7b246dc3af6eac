import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cancelItem,
  cancelSitting,
  listWaiting,
  mentoringChanged,
  moveSitting,
  readItem,
  watchMentoring,
  withdrawEnrolment,
} from '@qinglan/contracts';
import type { ItemId, SittingId } from '@qinglan/domain';
import {
  aHouse,
  arrangesSitting,
  aSittingBody,
  aTab,
  aTown,
  type Client,
  enrols,
  type House,
  savesItem,
  type Town,
} from '../../support';

describe('who is told of a sitting that changes', () => {
  let house: House;
  let town: Town;
  let administrator: Client;
  let itemId: ItemId;
  let sittingId: SittingId;
  let listed: Client;
  let named: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    town = await aTown(house);
    administrator = await house.as(town.administrator);
    itemId = (await savesItem(administrator, { isOpen: true, hostId: town.aksu.id })).body.id;
    const [first, second] = town.aksu.teachers;
    [listed, named] = [await house.as(first), await house.as(second)];
    const body = aSittingBody(itemId, { startsAt: '2026-11-03T02:00:00Z', personIds: [second.id] });
    sittingId = (await arrangesSitting(administrator, body)).body.sittings[0]?.id as SittingId;
    await enrols(administrator, itemId, first);
  });
  afterAll(() => house.close());

  const told = async (client: Client) => (await client.call(listWaiting)).body;
  const moves = (startsAt = '2026-11-04T02:00:00Z') =>
    administrator.call(moveSitting, {
      params: { sittingId },
      version: 1,
      body: { startsAt, minutes: 60, reason: '讲师有事' },
    });
  const callsOff = () =>
    administrator.call(cancelSitting, { params: { sittingId }, version: 1, body: { reason: '讲师有事' } });

  it('tells the list and whoever was asked by name of the new time, at once, until it is over', async () => {
    const tab = await aTab(listed);
    try {
      await tab.does(watchMentoring, {});
      expect((await moves()).status).toBe(200);
      await tab.hears(mentoringChanged);
    } finally {
      tab.close();
    }
    const news = { kind: 'moved', id: itemId, at: '2026-11-04T02:00:00+00:00' };
    for (const one of [listed, named]) expect(await told(one)).toMatchObject({ count: 0, items: [news] });
    expect((await told(await house.as(town.hangzhou.teachers[0]))).items).toEqual([]);
    house.clock.moveTo('2026-11-04T03:00:00Z');
    expect((await told(listed)).items).toEqual([]);
  });

  it('tells them when it is called off, and nobody who has withdrawn', async () => {
    await callsOff();
    const news = { kind: 'off', id: itemId, at: '2026-11-03T02:00:00+00:00' };
    for (const one of [listed, named]) expect((await told(one)).items).toMatchObject([news]);
    const personId = town.aksu.teachers[0].id;
    await administrator.call(withdrawEnrolment, { params: { itemId, personId } });
    expect((await told(listed)).items).toEqual([]);
  });

  it('tells once of an item that is called off with all its sittings', async () => {
    await arrangesSitting(administrator, aSittingBody(itemId, { startsAt: '2026-11-05T02:00:00Z' }));
    const { version } = (await administrator.call(readItem, { params: { itemId } })).body;
    await administrator.call(cancelItem, { params: { itemId }, version, body: { reason: '停办' } });
    expect((await told(listed)).items).toMatchObject([{ kind: 'off', at: '2026-11-03T02:00:00+00:00' }]);
  });
});
