import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listPeople, readRegisterHistory, savePerson } from '@qinglan/contracts';
import type { PersonId, Role } from '@qinglan/domain';
import { aHouse, anOrganisation, aPerson, aTown, type Client, type House, type Town, until } from '../../support';

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

const fresh = () => randomUUID() as PersonId;
const somebody = (organisationId = town.hangzhou.id, ...roles: Role[]) => ({
  code: `N-${randomUUID().slice(0, 8)}`,
  name: '王老师',
  organisationId,
  roles: roles.length > 0 ? roles : (['teacher'] as Role[]),
  subject: '数学',
  cohort: null,
  evidence: 'demo' as const,
});
const save = (client: Client, body: ReturnType<typeof somebody>, given: { id?: PersonId; version?: number } = {}) =>
  client.call(savePerson, { params: { personId: given.id ?? fresh() }, body, version: given.version ?? 0 });

describe('people of the register', () => {
  it('are added with version 1 and stand as parties', async () => {
    const [id, body] = [fresh(), somebody()];
    const reply = await save(coordinator, body, { id });
    expect(reply.body).toEqual({ ...body, id, organisation: town.hangzhou.name, version: 1 });
    const parties = await house.sql('SELECT kind, organisation_id, name FROM party WHERE id = $1', [id]);
    expect(parties).toEqual([{ kind: 'person', organisation_id: town.hangzhou.id, name: '王老师' }]);
  });

  it('are added once however often the request comes', async () => {
    const [id, body] = [fresh(), somebody()];
    const replies = await Promise.all([1, 2, 3, 4].map(() => save(administrator, body, { id })));
    expect(replies.map(({ status, body: { version } }) => [status, version])).toEqual(Array(4).fill([200, 1]));
    expect((await house.sql('SELECT id FROM history WHERE subject_id = $1', [id])).length).toBe(1);
  });

  it('are not overwritten by another addition under their id', async () => {
    const id = fresh();
    await save(administrator, somebody(), { id });
    expect((await save(administrator, somebody(), { id })).problem?.type).toBe('/problems/stale');
  });

  it('do not take the id of a classroom', async () => {
    const id = town.hangzhou.classrooms[0].id as unknown as PersonId;
    expect((await save(administrator, somebody(), { id })).problem?.type).toBe('/problems/id-taken');
  });

  it('keep their party in step when their name and organisation change', async () => {
    const [id, body] = [fresh(), somebody()];
    await save(administrator, body, { id });
    const moved = { ...body, name: '王新名', organisationId: town.aksu.id };
    expect((await save(administrator, moved, { id, version: 1 })).body.version).toBe(2);
    const parties = await house.sql('SELECT organisation_id, name FROM party WHERE id = $1', [id]);
    expect(parties).toEqual([{ organisation_id: town.aksu.id, name: '王新名' }]);
  });

  it('are changed by the faster of two who read the same version', async () => {
    const [id, body] = [fresh(), somebody()];
    await save(administrator, body, { id });
    const replies = await Promise.all(
      ['甲', '乙'].map((name) => save(administrator, { ...body, name }, { id, version: 1 })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('give one code to one of two racing clients', async () => {
    const body = somebody();
    const replies = await Promise.all([save(administrator, body), save(coordinator, body)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ problem }) => problem)?.problem?.type).toBe('/problems/code-taken');
  });

  it('are not changed by saving what is there already', async () => {
    const [id, body] = [fresh(), somebody(town.hangzhou.id, 'teacher', 'mentor')];
    await save(administrator, body, { id });
    const same = await save(administrator, { ...body, roles: ['mentor', 'teacher', 'mentor'] }, { id, version: 1 });
    expect(same.body.version).toBe(1);
  });

  it('need a version, an organisation that is there and known roles', async () => {
    const params = { personId: fresh() };
    expect((await administrator.call(savePerson, { params, body: somebody() })).status).toBe(428);
    const nowhere = await save(administrator, somebody(fresh() as never));
    expect(nowhere.problem?.errors).toEqual([{ pointer: '#/organisationId', detail: 'no such organisation' }]);
    expect((await save(administrator, somebody(town.hangzhou.id, 'king' as Role))).status).toBe(400);
    expect((await save(administrator, somebody(), { version: 3 })).status).toBe(404);
  });

  it('bear no sign that the database cannot keep', async () => {
    expect((await save(administrator, { ...somebody(), name: 'a\u0000b' })).status).toBe(400);
    expect((await administrator.call(listPeople, { query: { q: 'a\u0000b' } })).status).toBe(400);
    const after = Buffer.from('["\\u0000"]').toString('base64url');
    expect((await administrator.call(listPeople, { query: { after } })).status).toBe(400);
  });

  it('have nothing private among their columns', async () => {
    const rows = await house.sql<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'person' ORDER BY 1`,
    );
    const names = rows.map(({ column_name }) => column_name);
    expect(names).toEqual([
      'code',
      'cohort',
      'evidence',
      'id',
      'name',
      'organisation_id',
      'roles',
      'subject',
      'version',
    ]);
  });
});

describe('who edits people', () => {
  it('is no teacher, viewer or stranger', async () => {
    for (const person of [town.hangzhou.teachers[0], town.viewer]) {
      expect((await save(await house.as(person), somebody())).status).toBe(403);
    }
    expect((await save(house.nobody(), somebody())).status).toBe(401);
  });

  it('is a coordinator in the own school only: a partner school is seen, a foreign one is not', async () => {
    expect((await save(coordinator, somebody(town.aksu.id))).status).toBe(403);
    expect((await save(coordinator, somebody(town.foreign.id))).status).toBe(404);
    const [teacher] = town.foreign.teachers;
    const body = { ...somebody(), code: teacher.code };
    expect((await save(coordinator, body, { id: teacher.id, version: 1 })).status).toBe(404);
  });

  it('is no coordinator who moves people to another school', async () => {
    const [id, body] = [fresh(), somebody()];
    await save(coordinator, body, { id });
    const toPartner = await save(coordinator, { ...body, organisationId: town.aksu.id }, { id, version: 1 });
    expect(toPartner.status).toBe(403);
    const toStranger = await save(coordinator, { ...body, organisationId: town.foreign.id }, { id, version: 1 });
    expect(toStranger.status).toBe(404);
  });

  it.each(['administrator', 'viewer'] as const)('is no coordinator who would name or unname a %s', async (role) => {
    expect((await save(coordinator, somebody(town.hangzhou.id, 'teacher', role))).status).toBe(403);
    const body = somebody(town.hangzhou.id, role);
    const id = fresh();
    await save(administrator, body, { id });
    expect((await save(coordinator, { ...body, roles: ['teacher'] }, { id, version: 1 })).status).toBe(403);
  });

  it('takes effect at the next request: who was made a coordinator acts as one, who no longer is does not', async () => {
    const person = await aPerson(house, town.hangzhou.id, 'teacher');
    const client = await house.as(person);
    expect((await save(client, somebody())).status).toBe(403);
    const body = { ...somebody(), code: person.code, name: person.name };
    await save(administrator, { ...body, roles: ['coordinator'] }, { id: person.id, version: 1 });
    await untilStatus(() => save(client, somebody()), 200);
    await save(administrator, { ...body, roles: ['teacher'] }, { id: person.id, version: 2 });
    await untilStatus(() => save(client, somebody()), 403);
  });
});

/** The relay runs right after the commit, beside the answer. */
const untilStatus = (ask: () => Promise<{ readonly status: number }>, status: number) =>
  until(async () => (await ask()).status === status, `an answer of ${String(status)}`);

describe('the list of people', () => {
  const codesFor = async (client: Client, query: object) => {
    const { body } = await client.call(listPeople, { query: { limit: 200, ...query } });
    return new Set(body.items.map(({ organisationId }) => organisationId));
  };

  it('shows the own and partner schools to people of a school, everybody to administrators and viewers', async () => {
    const near = new Set([town.hangzhou.id, town.aksu.id]);
    for (const person of [town.hangzhou.coordinator, town.aksu.teachers[0]]) {
      expect(await codesFor(await house.as(person), {})).toEqual(near);
    }
    const foreigner = await house.as(town.foreign.teachers[0]);
    expect(await codesFor(foreigner, {})).toEqual(new Set([town.foreign.id]));
    for (const person of [town.administrator, town.viewer]) {
      expect((await codesFor(await house.as(person), {})).has(town.foreign.id)).toBe(true);
    }
  });

  it('is empty for a foreign school, asked for by name or not', async () => {
    expect(await codesFor(coordinator, { organisationId: town.foreign.id })).toEqual(new Set());
    expect(await codesFor(coordinator, { q: town.foreign.teachers[0].code })).toEqual(new Set());
    expect(await codesFor(coordinator, { organisationId: town.aksu.id })).toEqual(new Set([town.aksu.id]));
  });

  it('narrows by role', async () => {
    const { body } = await administrator.call(listPeople, {
      query: { role: 'viewer', organisationId: town.viewer.schoolId },
    });
    expect(body.items.map(({ id }) => id)).toEqual([town.viewer.id]);
  });

  it('loses partners when the partnership is over', async () => {
    const { hangzhou, aksu, partnershipId } = await aTown(house);
    const client = await house.as(hangzhou.coordinator);
    await house.sql(`UPDATE partnership SET to_day = '2026-08-24' WHERE id = $1`, [partnershipId]);
    expect(await codesFor(client, {})).toEqual(new Set([hangzhou.id]));
    expect(await codesFor(client, { organisationId: aksu.id })).toEqual(new Set());
  });
});

describe('the history of a person', () => {
  it('tells who changed what, newest first, to the own school and to those who see everything', async () => {
    const [id, body] = [fresh(), somebody()];
    await save(coordinator, body, { id });
    await save(administrator, { ...body, subject: '物理' }, { id, version: 1 });
    const read = async (client: Client) => client.call(readRegisterHistory, { params: { subjectId: id } });
    const { items } = (await read(coordinator)).body;
    expect(items.map(({ act, actor }) => [act, actor])).toEqual([
      ['person.changed', town.administrator.name],
      ['person.added', town.hangzhou.coordinator.name],
    ]);
    expect(items[0]?.detail).toEqual({ before: { subject: '数学' }, after: { subject: '物理' } });
    expect((await read(administrator)).status).toBe(200);
    expect((await read(await house.as(town.aksu.coordinator))).status).toBe(404);
    expect((await read(await house.as(town.hangzhou.teachers[0]))).status).toBe(403);
  });

  it('is not found for what the register does not hold', async () => {
    expect((await administrator.call(readRegisterHistory, { params: { subjectId: randomUUID() } })).status).toBe(404);
  });
});

describe('paging and search', () => {
  it('walks 230 people without missing or repeating one, while others are added', async () => {
    const { id } = await anOrganisation(house);
    const made = await Promise.all(Array.from({ length: 230 }, () => aPerson(house, id, 'mentor')));
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await administrator.call(listPeople, { query: { organisationId: id, limit: 100, after } });
      seen.push(...body.items.map(({ code }) => code));
      // Sorted before the cursor: it must not shift the pages that follow.
      await save(administrator, { ...somebody(id), code: `A-${randomUUID().slice(0, 8)}` });
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen).toEqual(made.map(({ code }) => code).sort());
  });

  it('finds by part of a name or code, in any case, and takes signs of patterns as they are', async () => {
    const body = { ...somebody(), code: 'Srch-99.x', name: '艾力·买买提_100%' };
    await save(administrator, body);
    const find = async (q: string) =>
      (await administrator.call(listPeople, { query: { q } })).body.items.map(({ code }) => code);
    for (const q of ['艾', '买提', '力·买', 'sRCH-99', '.x', '_100%', '%', ' 买买提 ']) {
      expect(await find(q)).toContain('Srch-99.x');
    }
    expect(await find('_')).toEqual(['Srch-99.x']);
    expect(await find('买力')).toEqual([]);
    expect(await find("' OR 1=1 --")).toEqual([]);
  });

  it('refuses a cursor that is none', async () => {
    for (const after of [
      'x',
      '%00',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('[1]').toString('base64url'),
    ]) {
      const reply = await administrator.call(listPeople, { query: { after } });
      expect(reply.problem?.errors?.[0]?.pointer).toBe('#/query/after');
    }
    expect((await administrator.call(listPeople, { query: { limit: 201 } })).status).toBe(400);
  });
});
