import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listBellSchedules, readRegisterHistory, saveBellSchedule } from '@qinglan/contracts';
import type { BellScheduleId } from '@qinglan/domain';
import { aHouse, anOrganisation, aTown, type Client, type House, type Town } from '../../support';

let house: House;
let town: Town;
let administrator: Client;
let coordinator: Client;

beforeAll(async () => {
  house = await aHouse();
  town = await aTown(house);
  administrator = await house.as(town.administrator);
  coordinator = await house.as(town.hangzhou.coordinator);
});
afterAll(() => house.close());

const fresh = () => randomUUID() as BellScheduleId;
const period = (number: number, startsAt: string, endsAt: string) => ({
  number,
  startsAt,
  endsAt,
  kind: 'lesson' as const,
});
const morning = [period(1, '10:00', '10:45'), period(2, '10:55', '11:40')];
const season = (given: object = {}) => ({
  name: '全年',
  firstDay: '01-01',
  lastDay: '12-31',
  periods: morning,
  ...given,
});
const schedule = (...seasons: ReturnType<typeof season>[]) => ({
  code: `B-${randomUUID().slice(0, 8)}`,
  name: '中学作息',
  seasons: seasons.length > 0 ? seasons : [season()],
});
const summer = season({ name: '夏季', firstDay: '05-01', lastDay: '09-30' });
const winter = season({ name: '冬季', firstDay: '10-01', lastDay: '04-30' });
const save = (
  client: Client,
  body: ReturnType<typeof schedule>,
  given: { id?: BellScheduleId; version?: number } = {},
) =>
  client.call(saveBellSchedule, {
    params: { bellScheduleId: given.id ?? fresh() },
    body,
    version: given.version ?? 0,
  });

describe('a bell schedule', () => {
  it('is kept whole, seasons by their first day and periods by number, with the schools that ring by it', async () => {
    const [id, body] = [fresh(), schedule(winter, { ...summer, periods: [...morning].reverse() })];
    expect((await save(administrator, body, { id })).body).toEqual({
      ...body,
      id,
      seasons: [summer, winter],
      schools: [],
      version: 1,
    });
    const school = await anOrganisation(house, { category: 'school', bellScheduleId: id });
    const again = await save(administrator, { ...body, seasons: [season()] }, { id, version: 1 });
    expect(again.body).toMatchObject({ seasons: [season()], schools: [school.name], version: 2 });
  });

  it('is not changed by another order of the same periods', async () => {
    const [id, body] = [fresh(), schedule()];
    await save(administrator, body, { id });
    const turned = { ...body, seasons: [season({ periods: [...morning].reverse() })] };
    expect((await save(administrator, turned, { id, version: 1 })).body.version).toBe(1);
  });

  it('remembers what it was', async () => {
    const [id, body] = [fresh(), schedule()];
    await save(administrator, body, { id });
    await save(administrator, { ...body, seasons: [summer, winter] }, { id, version: 1 });
    const { items } = (await coordinator.call(readRegisterHistory, { params: { subjectId: id } })).body;
    expect(items[0]?.detail).toEqual({ before: { seasons: [season()] }, after: { seasons: [summer, winter] } });
  });

  it('is listed for everybody, page by page', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await coordinator.call(listBellSchedules, { query: { limit: 2, after } });
      seen.push(...body.items.map(({ code }) => code));
      if (body.next === null) break;
      after = body.next;
    }
    const rows = await house.sql<{ code: string }>('SELECT code FROM bell_schedule ORDER BY code');
    expect(seen).toEqual(rows.map(({ code }) => code));
  });

  it('is edited by administrators only', async () => {
    for (const client of [coordinator, await house.as(town.viewer)]) {
      expect((await save(client, schedule())).status).toBe(403);
    }
  });

  it('refuses a taken code, also to one of two racing clients, and an old version', async () => {
    const body = schedule();
    const replies = await Promise.all([save(administrator, body), save(administrator, body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const id = replies.find(({ status }) => status === 200)?.body.id;
    const stale = await save(administrator, { ...body, name: '二' }, { ...(id && { id }), version: 7 });
    expect(stale.problem?.type).toBe('/problems/stale');
  });
});

describe('an unsound bell', () => {
  const faultsOf = async (...seasons: ReturnType<typeof season>[]) => {
    const { problem } = await save(administrator, schedule(...seasons));
    expect([problem?.status, problem?.type]).toEqual([422, '/problems/bell-unsound']);
    return problem?.errors?.map(({ pointer }) => pointer);
  };

  it.each([
    ['a period upside down', [season({ periods: [period(1, '10:45', '10:00')] })], ['#/seasons/0/periods/0/endsAt']],
    ['a period without length', [season({ periods: [period(1, '10:00', '10:00')] })], ['#/seasons/0/periods/0/endsAt']],
    [
      'periods that overlap',
      [summer, season({ ...winter, periods: [...morning, period(3, '11:39', '12:00')] })],
      ['#/seasons/1/periods/2'],
    ],
    [
      'a number that is there twice',
      [season({ periods: [...morning, period(2, '12:00', '12:40')] })],
      ['#/seasons/0/periods/2/number'],
    ],
    ['seasons that overlap', [summer, season({ ...winter, firstDay: '09-30' })], ['#/seasons/1']],
    ['days without a season', [summer, season({ ...winter, firstDay: '10-08' })], ['#/seasons']],
    ['30 February', [season({ ...summer, firstDay: '02-30' }), winter], ['#/seasons/0/firstDay']],
    ['two seasons of one name', [summer, season({ ...winter, name: '夏季' })], ['#/seasons/1/name']],
  ])('has %s, and the problem says where', async (_, seasons, pointers) => {
    expect(await faultsOf(...seasons)).toEqual(pointers);
  });

  it('lets periods touch', async () => {
    const touching = [period(1, '10:00', '10:45'), period(2, '10:45', '11:30')];
    expect((await save(administrator, schedule(season({ periods: touching })))).status).toBe(200);
  });

  it('is 400 where it is no bell at all', async () => {
    const statusOf = async (given: object) => (await save(administrator, schedule(season(given)))).status;
    expect(await statusOf({ periods: [] })).toBe(400);
    expect(await statusOf({ periods: [period(1, '24:00', '25:00')] })).toBe(400);
    expect(await statusOf({ firstDay: '13-01' })).toBe(400);
  });
});
