import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listNameLists, makeNameList } from '@qinglan/contracts';
import { type Client, type House } from '../../support';
import { aCountedHouse, aStudioOf } from './counted-house';

let house: House;
let administrator: Client;
let coordinator: Client;
beforeAll(async () => {
  ({ house, administrator, coordinator } = await aCountedHouse());
  await aStudioOf(house, 20, 0);
});
afterAll(() => house.close());

describe('names', () => {
  it('are given for a reason, which is kept with who asked and when, and stands on what is printed', async () => {
    const body = { year: 2026, reason: '核对徒弟名单' };
    const made = await administrator.call(makeNameList, { params: { key: 'mentees' }, body });
    expect(made.body.names).toHaveLength(20);
    expect(made.body.printedBy).toContain('人员');
    const kept = (await administrator.call(listNameLists)).body.items[0];
    expect(kept).toMatchObject({ id: made.body.id, key: 'mentees', year: 2026, reason: '核对徒弟名单', names: 20 });
  });

  it('are not given without one, nor of what counts no people', async () => {
    const bare = await administrator.call(makeNameList, {
      params: { key: 'mentees' },
      body: { year: 2026, reason: ' ' },
    });
    expect(bare.status).toBe(400);
    const none = await administrator.call(makeNameList, {
      params: { key: 'studios' },
      body: { year: 2026, reason: '-' },
    });
    expect(none.problem?.type).toBe('/problems/no-names');
  });

  it('of other schools are not a coordinator’s', async () => {
    const made = await coordinator.call(makeNameList, {
      params: { key: 'mentees' },
      body: { year: 2026, reason: '核对' },
    });
    expect(made.body.names).toEqual([]);
  });
});
