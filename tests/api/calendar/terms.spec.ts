import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listTerms, saveTerm } from '@qinglan/contracts';
import type { TermId } from '@qinglan/domain';
import { aHouse, aTown, type Client, type House, type Town } from '../../support';

let house: House;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  house = await aHouse();
  town = await aTown(house);
  administrator = await house.as(town.administrator);
});
afterAll(() => house.close());

const fresh = () => randomUUID() as TermId;
const term = (given: object = {}) => ({
  code: `T-${randomUUID().slice(0, 8)}`,
  name: '2027学年第一学期',
  sideId: 'hangzhou',
  firstMonday: '2027-08-30',
  weekCount: 20,
  ...given,
});
const save = (client: Client, body: ReturnType<typeof term>, given: { id?: TermId; version?: number } = {}) =>
  client.call(saveTerm, { params: { termId: given.id ?? fresh() }, body, version: given.version ?? 0 });

describe('a term', () => {
  it('is added and changed', async () => {
    const [id, body] = [fresh(), term()];
    expect((await save(administrator, body, { id })).body).toEqual({ ...body, id, version: 1 });
    const longer = await save(administrator, { ...body, weekCount: 21 }, { id, version: 1 });
    expect(longer.body).toMatchObject({ weekCount: 21, version: 2 });
    expect((await save(administrator, body, { id, version: 1 })).status).toBe(412);
  });

  it('begins on a Monday', async () => {
    const reply = await save(administrator, term({ firstMonday: '2027-08-31' }));
    expect([reply.status, reply.problem?.type]).toEqual([422, '/problems/not-a-monday']);
    expect((await save(administrator, term({ weekCount: 31 }))).status).toBe(400);
    const nowhere = await save(administrator, term({ sideId: 'nowhere' }));
    expect(nowhere.problem?.errors?.[0]?.pointer).toBe('#/sideId');
  });

  it('bears its code once a side, whoever is faster', async () => {
    const body = term();
    const replies = await Promise.all([save(administrator, body), save(administrator, body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await save(administrator, { ...body, sideId: 'aksu' })).status).toBe(200);
  });

  it('is edited by administrators only', async () => {
    for (const person of [town.hangzhou.coordinator, town.viewer]) {
      expect((await save(await house.as(person), term())).status).toBe(403);
    }
  });

  it('is listed newest first, by side, page by page', async () => {
    const teacher = await house.as(town.aksu.teachers[0]);
    for (const firstMonday of ['2030-02-04', '2031-02-03', '2029-02-05']) {
      await save(administrator, term({ firstMonday, sideId: 'aksu' }));
    }
    const first = (await teacher.call(listTerms, { query: { sideId: 'aksu', limit: 2 } })).body;
    const rest = (await teacher.call(listTerms, { query: { sideId: 'aksu', after: first.next ?? '' } })).body;
    const days = [...first.items, ...rest.items].map(({ firstMonday }) => firstMonday);
    expect(days.slice(0, 3)).toEqual(['2031-02-03', '2030-02-04', '2029-02-05']);
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set(rest.items.map(({ sideId }) => sideId))).toEqual(new Set(['aksu']));
  });
});
