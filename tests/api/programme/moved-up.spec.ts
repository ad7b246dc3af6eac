import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listWaiting, mentoringChanged, watchMentoring, withdrawEnrolment } from '@qinglan/contracts';
import type { ItemId, PersonId } from '@qinglan/domain';
import {
  aHouse,
  anItemBody,
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

describe('who moves up from the waiting list', () => {
  let house: House;
  let town: Town;
  let administrator: Client;
  let itemId: ItemId;
  let queued: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    town = await aTown(house);
    administrator = await house.as(town.administrator);
    itemId = (await savesItem(administrator, { isOpen: true, capacity: 1, hostId: town.aksu.id })).body.id;
    await arrangesSitting(administrator, aSittingBody(itemId));
    const [first, second] = town.aksu.teachers;
    queued = await house.as(second);
    await enrols(administrator, itemId, first);
    await enrols(queued, itemId, second);
  });
  afterAll(() => house.close());

  const withdraws = (by: Client, { id: personId }: { readonly id: PersonId }) =>
    by.call(withdrawEnrolment, { params: { itemId, personId } });
  const told = async (client: Client = queued) => (await client.call(listWaiting)).body;

  it('is told at once, with the item and when it first meets, and nothing is asked', async () => {
    expect(await told()).toEqual({ count: 0, items: [] });
    const tab = await aTab(queued);
    try {
      await tab.does(watchMentoring, {});
      await withdraws(administrator, town.aksu.teachers[0]);
      await tab.hears(mentoringChanged);
    } finally {
      tab.close();
    }
    expect(await told()).toMatchObject({
      ...{
        count: 0,
        items: [{ kind: 'place', id: itemId, title: '课堂教学能力提升培训', at: '2026-11-03T02:00:00+00:00' }],
      },
    });
  });

  it('is told too where there is more room', async () => {
    const body = anItemBody({ isOpen: true, capacity: 2, hostId: town.aksu.id });
    await savesItem(administrator, body, { itemId, version: 1 });
    expect((await told()).items).toMatchObject([{ kind: 'place' }]);
  });

  it('is told no longer after withdrawing, nor when the item is over; who got a place at once is told nothing', async () => {
    await withdraws(administrator, town.aksu.teachers[0]);
    expect((await told(await house.as(town.aksu.teachers[0]))).items).toEqual([]);
    house.clock.moveTo('2026-11-05T15:00:00Z');
    expect((await told()).items).toMatchObject([{ kind: 'place', at: null }]);
    house.clock.moveTo('2026-11-05T16:00:00Z');
    expect((await told()).items).toEqual([]);
    house.clock.moveTo('2026-08-25T03:00:00Z');
    await withdraws(queued, town.aksu.teachers[1]);
    expect((await told()).items).toEqual([]);
    // Whoever comes back and finds a place did not wait for it.
    await enrols(queued, itemId, town.aksu.teachers[1]);
    expect((await told()).items).toEqual([]);
  });
});
