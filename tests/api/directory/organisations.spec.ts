import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  listOrganisations,
  listPartnerships,
  listSides,
  readOrganisation,
  readRegisterHistory,
  saveOrganisation,
  savePartnership,
} from '@qinglan/contracts';
import type { OrganisationId, PartnershipId } from '@qinglan/domain';
import { aHouse, anOrganisation, aSchool, aTown, type Client, type House, type Town } from '../../support';

let house: House;
let town: Town;
let administrator: Client;
let coordinator: Client;

beforeAll(async () => {
  house = await aHouse({ now: '2026-08-25T02:00:00Z' });
  town = await aTown(house);
  administrator = await house.as(town.administrator);
  coordinator = await house.as(town.hangzhou.coordinator);
});
afterAll(() => house.close());

const fresh = () => randomUUID() as OrganisationId;
const organisation = (given: object = {}) => ({
  code: `S-${randomUUID().slice(0, 8)}`,
  name: '杭州市某某中学',
  shortName: '某某中学',
  category: 'school' as const,
  stage: 'senior' as const,
  sideId: 'hangzhou',
  bellScheduleCode: null,
  evidence: 'demo' as const,
  ...given,
});
const save = (
  client: Client,
  body: ReturnType<typeof organisation>,
  given: { id?: OrganisationId; version?: number } = {},
) =>
  client.call(saveOrganisation, { params: { organisationId: given.id ?? fresh() }, body, version: given.version ?? 0 });

describe('organisations', () => {
  it('are added, read back and ring by the bell that is named by its code', async () => {
    const [bell] = await house.sql<{ code: string }>('SELECT code FROM bell_schedule LIMIT 1');
    const [id, body] = [fresh(), organisation({ bellScheduleCode: bell?.code })];
    expect((await save(administrator, body, { id })).body).toEqual({ ...body, id, version: 1 });
    const read = await coordinator.call(readOrganisation, { params: { organisationId: id } });
    expect(read.body).toEqual({ ...body, id, version: 1, formerNames: [] });
  });

  it('keep the names they bore, each with its last day in Beijing', async () => {
    const [id, body] = [fresh(), organisation()];
    await save(administrator, body, { id });
    await save(administrator, { ...body, name: '二' }, { id, version: 1 });
    house.clock.moveTo('2026-08-25T16:30:00Z');
    await save(administrator, { ...body, name: '三', shortName: '三' }, { id, version: 2 });
    await save(administrator, { ...body, name: '三', shortName: '三中' }, { id, version: 3 });
    const { body: read } = await administrator.call(readOrganisation, { params: { organisationId: id } });
    expect(read.formerNames).toEqual([
      { name: '二', validTo: '2026-08-26' },
      { name: body.name, validTo: '2026-08-25' },
    ]);
  });

  it('refuse a bell or a side that is not there, a code that is taken and a version that is old', async () => {
    const pointer = async (given: object) =>
      (await save(administrator, organisation(given))).problem?.errors?.map((error) => error.pointer);
    expect(await pointer({ bellScheduleCode: 'NO-BELL' })).toEqual(['#/bellScheduleCode']);
    expect(await pointer({ sideId: 'nowhere' })).toEqual(['#/sideId']);
    const [id, body] = [fresh(), organisation()];
    await save(administrator, body, { id });
    const taken = await save(administrator, organisation({ code: body.code }));
    expect([taken.status, taken.problem?.type]).toEqual([409, '/problems/code-taken']);
    await save(administrator, { ...body, name: '二' }, { id, version: 1 });
    const stale = await save(administrator, { ...body, name: '三' }, { id, version: 1 });
    expect([stale.status, stale.problem?.type]).toEqual([412, '/problems/stale']);
  });

  it('give one code to one of two racing clients', async () => {
    const body = organisation();
    const replies = await Promise.all([save(administrator, body), save(administrator, body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are edited by administrators only', async () => {
    for (const client of [coordinator, await house.as(town.viewer)]) {
      expect((await save(client, organisation())).status).toBe(403);
    }
  });

  it('are seen by everybody, so that partners can be found by name, short name or code', async () => {
    const [id, body] = [fresh(), organisation({ name: '阿克苏地区独特小学', shortName: '独小', sideId: 'aksu' })];
    await save(administrator, body, { id });
    for (const q of ['独特', '独小', body.code.toLowerCase()]) {
      const { body: found } = await coordinator.call(listOrganisations, {
        query: { q, sideId: 'aksu', category: 'school' },
      });
      expect(found.items.map((one) => one.id)).toEqual([id]);
    }
    const none = await coordinator.call(listOrganisations, { query: { q: '独小', sideId: 'hangzhou' } });
    expect(none.body).toEqual({ items: [], next: null });
    expect((await coordinator.call(readOrganisation, { params: { organisationId: fresh() } })).status).toBe(404);
  });

  it('belong to sides with the label of their clock', async () => {
    const { body } = await coordinator.call(listSides);
    expect(body.items.map(({ id, clockName }) => [id, clockName])).toEqual([
      ['hangzhou', null],
      ['aksu', '新疆时间'],
    ]);
  });

  it('have a history that any coordinator reads of the own school only', async () => {
    const [id, body] = [fresh(), organisation()];
    await save(administrator, body, { id });
    await save(administrator, { ...body, name: '改名' }, { id, version: 1 });
    const read = (client: Client) => client.call(readRegisterHistory, { params: { subjectId: id } });
    expect((await read(administrator)).body.items[0]?.detail).toEqual({
      before: { name: body.name },
      after: { name: '改名' },
    });
    expect((await read(coordinator)).status).toBe(404);
  });
});

describe('partnerships', () => {
  const another = (given: object = {}) => ({
    supportingSchoolId: town.hangzhou.id,
    receivingSchoolId: town.foreign.id,
    fromDay: '2026-09-01',
    toDay: null as string | null,
    evidence: 'demo' as const,
    ...given,
  });
  const savePair = (
    client: Client,
    body: ReturnType<typeof another>,
    given: { id?: PartnershipId; version?: number } = {},
  ) =>
    client.call(savePartnership, {
      params: { partnershipId: given.id ?? (randomUUID() as PartnershipId) },
      body,
      version: given.version ?? 0,
    });

  it('join two schools once; their days may change', async () => {
    const supporting = await aSchool(house, { bell: 'HZ-SENIOR', sideId: 'hangzhou' });
    const body = another({ supportingSchoolId: supporting.id });
    const id = randomUUID() as PartnershipId;
    const added = await savePair(administrator, body, { id });
    const names = { supportingSchool: supporting.name, receivingSchool: town.foreign.name };
    expect(added.body).toEqual({ ...body, ...names, id, version: 1 });
    expect((await savePair(administrator, body)).problem?.type).toBe('/problems/code-taken');
    const ended = await savePair(administrator, { ...body, toDay: '2027-07-01' }, { id, version: 1 });
    expect(ended.body.toDay).toBe('2027-07-01');
    expect((await savePair(administrator, body, { id, version: 1 })).status).toBe(412);
  });

  it('refuse the same school twice, what is no school, and an end before the beginning', async () => {
    const hospital = await anOrganisation(house, { category: 'medical' });
    const pointers = async (given: object) =>
      (await savePair(administrator, another(given))).problem?.errors?.map((error) => error.pointer);
    expect(await pointers({ receivingSchoolId: town.hangzhou.id })).toEqual(['#/receivingSchoolId']);
    expect(await pointers({ receivingSchoolId: hospital.id })).toEqual(['#/receivingSchoolId']);
    expect(await pointers({ toDay: '2026-08-31' })).toEqual(['#/toDay']);
  });

  it('are edited by administrators only and seen by the people of their schools', async () => {
    expect((await savePair(coordinator, another())).status).toBe(403);
    const list = async (client: Client, query: object = {}) =>
      (await client.call(listPartnerships, { query })).body.items.map(({ id }) => id);
    expect(await list(coordinator)).toEqual([town.partnershipId]);
    expect(await list(await house.as(town.aksu.teachers[0]))).toEqual([town.partnershipId]);
    expect(await list(coordinator, { organisationId: town.foreign.id })).toEqual([]);
    expect(await list(administrator, { organisationId: town.aksu.id })).toEqual([town.partnershipId]);
    expect((await list(administrator)).length).toBeGreaterThan(1);
  });

  it('are paged newest first', async () => {
    const { foreign } = await aTown(house);
    const days = ['2024-02-01', '2026-02-01', '2025-02-01'];
    for (const fromDay of days) {
      const school = await aSchool(house, { bell: 'HZ-SENIOR', sideId: 'hangzhou' });
      await savePair(administrator, another({ supportingSchoolId: school.id, receivingSchoolId: foreign.id, fromDay }));
    }
    const query = { organisationId: foreign.id, limit: 2 };
    const first = (await administrator.call(listPartnerships, { query })).body;
    const second = (await administrator.call(listPartnerships, { query: { ...query, after: first.next ?? '' } })).body;
    expect([...first.items, ...second.items].map(({ fromDay }) => fromDay)).toEqual([...days].sort().reverse());
    expect(second.next).toBeNull();
  });
});
