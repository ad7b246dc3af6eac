import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ClassStore,
  OrganisationStore,
  PartnershipQueries,
  PartnershipStore,
  PartyQueries,
  PersonStore,
} from '@qinglan/api-directory';
import { Transactions } from '@qinglan/api-platform';
import type { OrganisationId, PersonId } from '@qinglan/domain';
import { aHouse, anOrganisation, aPartnership, aPerson, aTown, type House, type Town } from '../../support';

let house: House;
let town: Town;
const of = <T>(type: abstract new (...given: never[]) => T): T => house.app.get(type, { strict: false });
const by = () => ({ at: house.clock.now(), actorId: null });

beforeAll(async () => {
  house = await aHouse();
  town = await aTown(house);
});
afterAll(() => house.close());

const pupilsOf = (organisationId: OrganisationId, count: number, prefix: string) =>
  Array.from({ length: count }, (_, at) => ({
    code: `${prefix}-${String(at)}`,
    organisationId,
    name: `高一(${String(at)})班`,
    grade: '高一',
    roll: at % 60,
  }));

describe('a sheet of the register', () => {
  it('tells what it created, changed and left, and keeps the ids of what was there', async () => {
    const { id } = await anOrganisation(house);
    const save = (rows: ReturnType<typeof pupilsOf>) =>
      of(Transactions).write((tx) => of(ClassStore).saveAll(tx, rows, by()));
    const rows = pupilsOf(id, 3, 'SHEET');
    const first = await save(rows);
    expect(first).toMatchObject({ created: 3, changed: 0, unchanged: 0 });
    const second = await save([
      ...rows.map((row, at) => (at === 1 ? { ...row, roll: 99 } : row)),
      ...pupilsOf(id, 1, 'MORE'),
    ]);
    expect(second).toMatchObject({ created: 1, changed: 1, unchanged: 2 });
    expect(second.ids.get('SHEET-1')).toBe(first.ids.get('SHEET-1'));
    const history = await house.sql('SELECT act, detail, actor_id FROM history WHERE subject_id = $1 ORDER BY id', [
      second.ids.get('SHEET-1'),
    ]);
    expect(history).toMatchObject([
      { act: 'class.added', actor_id: null },
      { act: 'class.changed', detail: { before: { roll: 1 }, after: { roll: 99 } } },
    ]);
  });

  it('takes five thousand rows in seconds, and the same again faster', async () => {
    const { id } = await anOrganisation(house);
    const rows = pupilsOf(id, 5000, 'BULK');
    const save = () => of(Transactions).write((tx) => of(ClassStore).saveAll(tx, rows, by()));
    const began = performance.now();
    expect((await save()).created).toBe(5000);
    expect((await save()).unchanged).toBe(5000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('refuses a code that is there twice, and then nothing of it stays', async () => {
    const { id } = await anOrganisation(house);
    const rows = [...pupilsOf(id, 2, 'TWICE'), ...pupilsOf(id, 1, 'TWICE')];
    const saving = of(Transactions).write((tx) => of(ClassStore).saveAll(tx, rows, by()));
    await expect(saving).rejects.toMatchObject({ kind: 'code-taken' });
    expect(await house.sql(`SELECT id FROM party WHERE organisation_id = $1`, [id])).toEqual([]);
  });

  it('says whose rights changed and keeps names that organisations bore', async () => {
    const person = await aPerson(house, town.hangzhou.id, 'teacher');
    const row = { ...person, organisationId: town.hangzhou.id, subject: null, cohort: null, evidence: 'demo' } as const;
    const notes: unknown[] = [];
    await of(Transactions).write(async (tx) => {
      await of(PersonStore).saveAll(tx, [{ ...row, roles: ['teacher', 'mentor'] }], by());
      await of(PersonStore).saveAll(tx, [{ ...row, roles: ['teacher', 'mentor'], subject: '语文' }], by());
      notes.push(...(await tx.rows({ name: 'test-notes', text: 'SELECT type, body FROM outbox' })));
    });
    expect(notes).toEqual([{ type: 'person.rights-changed', body: { personId: person.id } }]);
    const school = {
      code: town.foreign.code,
      name: '新校名',
      shortName: '新',
      category: 'school',
      stage: null,
    } as const;
    const more = { sideId: 'aksu', bellScheduleId: null, evidence: 'demo' } as const;
    await of(Transactions).write((tx) => of(OrganisationStore).saveAll(tx, [{ ...school, ...more }], by()));
    const names = await house.sql('SELECT name FROM organisation_name WHERE organisation_id = $1', [town.foreign.id]);
    expect(names).toEqual([{ name: town.foreign.name }]);
  });

  it('knows partnerships by their two schools', async () => {
    const row = {
      supportingSchoolId: town.hangzhou.id,
      receivingSchoolId: town.aksu.id,
      fromDay: '2015-03-01',
      toDay: null,
      evidence: 'demo',
    } as const;
    const save = (fromDay: string) =>
      of(Transactions).write((tx) => of(PartnershipStore).saveAll(tx, [{ ...row, fromDay }], by()));
    expect(await save('2015-03-01')).toMatchObject({ unchanged: 1 });
    const changed = await save('2015-09-01');
    expect(changed).toMatchObject({ changed: 1 });
    expect(changed.ids.get(`${town.hangzhou.id}|${town.aksu.id}`)).toBe(town.partnershipId);
  });
});

describe('what other features ask', () => {
  const read = <T>(ask: Parameters<Transactions['read']>[0]) => of(Transactions).read(ask) as Promise<T>;

  it('finds the partnership whichever school is named first', async () => {
    const { hangzhou, aksu, foreign, partnershipId } = await aTown(house);
    const between = (a: OrganisationId, b: OrganisationId) =>
      read<{ id: string } | null>((tx) => of(PartnershipQueries).between(tx, a, b));
    expect((await between(hangzhou.id, aksu.id))?.id).toBe(partnershipId);
    expect((await between(aksu.id, hangzhou.id))?.id).toBe(partnershipId);
    expect(await between(hangzhou.id, foreign.id)).toBeNull();
  });

  it('prefers the partnership that lasts', async () => {
    const { hangzhou, aksu, partnershipId } = await aTown(house);
    await house.sql(`UPDATE partnership SET to_day = '2020-07-01' WHERE id = $1`, [partnershipId]);
    const lasting = await aPartnership(house, aksu, hangzhou);
    const found = await read<{ id: string }>((tx) => of(PartnershipQueries).between(tx, hangzhou.id, aksu.id));
    expect(found.id).toBe(lasting);
  });

  it('names parties by id and by school', async () => {
    const { hangzhou } = await aTown(house);
    const ids = [hangzhou.coordinator.id, hangzhou.classes[0].id, 'ffffffff-0000-4000-8000-000000000000' as PersonId];
    const byId = await read<ReadonlyMap<string, { kind: string }>>((tx) => of(PartyQueries).byIds(tx, ids));
    expect([...byId.values()].map(({ kind }) => kind).sort()).toEqual(['class', 'person']);
    const all = await read<readonly unknown[]>((tx) => of(PartyQueries).ofSchool(tx, hangzhou.id));
    expect(all.length).toBe(9);
  });
});
