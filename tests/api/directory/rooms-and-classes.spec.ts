import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Endpoint, listClasses, listClassrooms, saveClass, saveClassroom } from '@qinglan/contracts';
import type { OrganisationId } from '@qinglan/domain';
import { aHouse, aTown, type Client, type House, type Town } from '../../support';

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

interface Kind {
  readonly kind: string;
  readonly param: string;
  readonly list: Endpoint;
  readonly save: Endpoint;
  readonly fields: Readonly<Record<string, unknown>>;
}
const kinds: readonly Kind[] = [
  {
    kind: 'classroom',
    param: 'classroomId',
    list: listClassrooms,
    save: saveClassroom,
    fields: { endpoint: 'presenting', seats: 48, evidence: 'demo' },
  },
  { kind: 'class', param: 'classId', list: listClasses, save: saveClass, fields: { grade: '高一', roll: 41 } },
];

describe.each(kinds)('a $kind', ({ kind, param, list, save, fields }) => {
  const entry = (organisationId: OrganisationId, given: object = {}) => ({
    code: `K-${randomUUID().slice(0, 8)}`,
    name: '远程互动',
    organisationId,
    ...fields,
    ...given,
  });
  const put = (client: Client, body: object, given: { id?: string; version?: number } = {}) =>
    client.call(save, { params: { [param]: given.id ?? randomUUID() }, body, version: given.version ?? 0 });

  it('is added by the coordinator, renamed, and its party with it', async () => {
    const [id, body] = [randomUUID(), entry(town.hangzhou.id)];
    expect((await put(coordinator, body, { id })).body).toEqual({
      ...body,
      id,
      organisation: town.hangzhou.name,
      version: 1,
    });
    expect((await put(coordinator, { ...body, name: '新名' }, { id, version: 1 })).status).toBe(200);
    expect(await house.sql('SELECT kind, name FROM party WHERE id = $1', [id])).toEqual([{ kind, name: '新名' }]);
  });

  it('is refused where the code is taken, the version is old or the organisation is not there', async () => {
    const [id, body] = [randomUUID(), entry(town.hangzhou.id)];
    await put(coordinator, body, { id });
    expect((await put(coordinator, { ...body, name: '别的' })).problem?.type).toBe('/problems/code-taken');
    expect((await put(coordinator, { ...body, name: '别的' }, { id, version: 2 })).status).toBe(412);
    expect((await put(coordinator, { ...body, name: '别的' }, { id, version: 0 })).status).toBe(412);
    const nowhere = await put(administrator, entry(randomUUID() as OrganisationId));
    expect(nowhere.problem?.errors?.[0]?.pointer).toBe('#/organisationId');
    expect(await house.sql('SELECT id FROM party WHERE name = $1', ['别的'])).toEqual([]);
  });

  it('gives its code to one of two racing clients', async () => {
    const body = entry(town.hangzhou.id);
    const replies = await Promise.all([put(coordinator, body), put(administrator, body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is edited in the own school only, and not by teachers or viewers', async () => {
    const statusOf = async (client: Client, organisationId: OrganisationId) =>
      (await put(client, entry(organisationId))).status;
    expect(await statusOf(coordinator, town.aksu.id)).toBe(403);
    expect(await statusOf(coordinator, town.foreign.id)).toBe(404);
    expect(await statusOf(await house.as(town.hangzhou.teachers[0]), town.hangzhou.id)).toBe(403);
    expect(await statusOf(await house.as(town.viewer), town.hangzhou.id)).toBe(403);
    expect(await statusOf(administrator, town.foreign.id)).toBe(200);
  });

  it('is listed for the own and partner schools, searched and paged', async () => {
    const schoolsSeen = async (client: Client, query: object = {}) => {
      const { items } = (await client.call(list, { query: { limit: 200, ...query } })).body as {
        items: { organisationId: string }[];
      };
      return new Set(items.map(({ organisationId }) => organisationId));
    };
    expect(await schoolsSeen(coordinator)).toEqual(new Set([town.hangzhou.id, town.aksu.id]));
    expect(await schoolsSeen(coordinator, { organisationId: town.foreign.id })).toEqual(new Set());
    expect((await schoolsSeen(await house.as(town.viewer))).has(town.foreign.id)).toBe(true);
    await put(administrator, entry(town.aksu.id, { name: '录播室甲' }));
    expect(await schoolsSeen(coordinator, { q: '录播' })).toEqual(new Set([town.aksu.id]));
    const query = { organisationId: town.aksu.id, limit: 1 };
    const first = (await coordinator.call(list, { query })).body as { items: { id: string }[]; next: string };
    const second = (await coordinator.call(list, { query: { ...query, after: first.next } })).body as typeof first;
    expect(first.items[0]?.id).not.toBe(second.items[0]?.id);
  });
});
