import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  issueCertificates,
  listCertificates,
  listEnrolments,
  noteCompletion,
  readCertificate,
  revokeCertificate,
  verifyCertificate,
} from '@qinglan/contracts';
import type { ItemId } from '@qinglan/domain';
import { aHouse, aTown, type Client, enrols, type House, savesItem, type Town } from '../../support';

describe('certificates', () => {
  let house: House;
  let town: Town;
  let administrator: Client;
  let itemId: ItemId;

  beforeAll(async () => {
    house = await aHouse({ now: '2026-11-06T02:00:00Z' });
    town = await aTown(house);
    administrator = await house.as(town.administrator);
  });
  beforeEach(async () => {
    const wish = { state: 'held', title: '第4期', category: 'medical-class', hostId: town.aksu.id } as const;
    itemId = (await savesItem(administrator, wish)).body.id;
    for (const person of town.aksu.teachers) await enrols(administrator, itemId, person);
    for (const person of town.aksu.teachers.slice(0, 2)) await completes(person.id, true);
  });
  afterAll(() => house.close());

  const completes = (personId: (typeof town.aksu.teachers)[0]['id'], completed: boolean | null) =>
    administrator.call(noteCompletion, { params: { itemId, personId }, body: { completed } });
  const issues = () => administrator.call(issueCertificates, { params: { itemId } });
  const all = async (reader: Client = administrator) =>
    (await reader.call(listCertificates, { params: { itemId } })).body.items;

  it('are for everybody who completed, once however often and by however many they are issued', async () => {
    const raced = await Promise.all([issues(), issues(), issues()]);
    expect(raced.map(({ body }) => body.issued).toSorted()).toEqual([0, 0, 2]);
    const certificates = await all();
    expect(certificates.map(({ personId }) => personId)).toEqual(town.aksu.teachers.slice(0, 2).map(({ id }) => id));
    expect(new Set(certificates.map(({ code }) => code)).size).toBe(2);
    await completes(town.aksu.teachers[2].id, true);
    expect((await issues()).body.issued).toBe(1);
  });

  it('are checked by anybody with the code, who is told what stands on the paper and nothing else', async () => {
    await issues();
    const [certificate] = await all();
    const code = certificate?.code ?? '';
    const { text } = await house.nobody().knock(verifyCertificate, { params: { code } });
    expect(JSON.parse(text)).toEqual({
      ...{ code, title: '医疗业务培训班 第4期', name: town.aksu.teachers[0].name, day: '2026-11-03' },
      ...{ issuedOn: '2026-11-06', revokedOn: null },
    });
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await house.nobody().call(verifyCertificate, { params: { code: typed } })).body.code).toBe(code);
    for (const wrong of ['0000-0000-0000-0000', 'UUUU', code.slice(0, -1)])
      expect((await house.nobody().call(verifyCertificate, { params: { code: wrong } })).status).toBe(404);
  });

  it('are revoked with a reason, tell so, and may be issued again', async () => {
    await issues();
    const [certificate] = await all();
    const params = { certificateId: certificate?.id ?? ('' as never) };
    const silent = await administrator.call(revokeCertificate, { params, version: 1, body: { reason: '' } });
    expect(silent.problem?.type).toBe('/problems/reason-missing');
    const revoked = await administrator.call(revokeCertificate, { params, version: 1, body: { reason: '名字有误' } });
    expect(revoked.body).toMatchObject({ reason: '名字有误', mayRevoke: false, version: 2 });
    const stale = await administrator.call(revokeCertificate, { params, version: 1, body: { reason: '又一次' } });
    expect(stale.status).toBe(412);
    const again = await administrator.call(revokeCertificate, { params, version: 2, body: { reason: '又一次' } });
    expect([again.status, again.problem?.type]).toEqual([409, '/problems/certificate-revoked']);
    const told = await house.nobody().call(verifyCertificate, { params: { code: certificate?.code ?? '' } });
    expect(told.body.revokedOn).toBe('2026-11-06');
    expect((await all()).map(({ id }) => id)).not.toContain(certificate?.id);
    expect((await issues()).body.issued).toBe(1);
  });

  it('keep the fact they certify, and the name as it was printed', async () => {
    await issues();
    const [certificate] = await all();
    const [first] = town.aksu.teachers;
    const undone = await completes(first.id, null);
    expect([undone.status, undone.problem?.type]).toEqual([409, '/problems/certificate-stands']);
    await house.sql(`UPDATE person SET name = '新名字' WHERE id = $1`, [first.id]);
    const { body } = await administrator.call(readCertificate, {
      params: { certificateId: certificate?.id ?? ('' as never) },
    });
    expect(body.name).toBe(first.name);
    await house.sql('UPDATE person SET name = $2 WHERE id = $1', [first.id, first.name]);
  });

  it('are seen by whom they name, by the own coordinator and by administrators', async () => {
    await issues();
    const [certificate] = await all();
    const params = { certificateId: certificate?.id ?? ('' as never) };
    const [own, colleague] = [await house.as(town.aksu.teachers[0]), await house.as(town.aksu.teachers[1])];
    expect((await own.call(readCertificate, { params })).status).toBe(200);
    expect((await colleague.call(readCertificate, { params })).status).toBe(404);
    expect(await all(own)).toHaveLength(1);
    expect(await all(await house.as(town.aksu.coordinator))).toHaveLength(2);
    expect(await all(await house.as(town.hangzhou.coordinator))).toHaveLength(0);
    const list = await own.call(listEnrolments, { params: { itemId } });
    expect(list.body.items.map((row) => row.certificate?.code)).toEqual([certificate?.code]);
  });

  it('are not tried out: an address that asks too often has to wait', async () => {
    const stranger = house.nobody();
    const replies = [];
    for (let nth = 0; nth < 40; nth += 1)
      replies.push(await stranger.call(verifyCertificate, { params: { code: 'ABCD-EFGH-JKMN-PQRS' } }));
    const last = replies.at(-1);
    expect([last?.status, last?.problem?.type]).toEqual([429, '/problems/too-fast']);
    expect(last?.problem?.retryAfterSeconds).toBeGreaterThan(0);
  });
});
