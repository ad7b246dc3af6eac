import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  consentToPairing,
  listPairings,
  listTemplates,
  readLesson,
  readPairing,
  readPairingHistory,
  saveAgreement,
  saveTemplate,
  shareObservations,
  signAgreement,
  type PairingView,
} from '@qinglan/contracts';
import type { ObligationTerms, PairingState, TemplateId } from '@qinglan/domain';
import {
  aHouse,
  aLesson,
  aPairing,
  aPerson,
  aStudio,
  aTown,
  type Client,
  type House,
  type PairingMade,
  type Person,
  type Town,
} from '../../support';

let house: House;
let town: Town;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-14T02:00:00Z' });
  town = await aTown(house);
});
afterAll(() => house.close());

interface Made extends PairingMade {
  readonly asMentor: Client;
  readonly asMentee: Client;
  readonly asSchool: Client;
}

async function made(state: PairingState, more: { lead?: Person; toDay?: string } = {}): Promise<Made> {
  const mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  const mentee = await aPerson(house, town.aksu.id, 'mentee');
  const studioId = more.lead ? await aStudio(house, town.aksu.id, more.lead.id) : null;
  const pairing = await aPairing(house, { mentor, mentee, studioId, state, fromDay: '2026-09-01' });
  return {
    ...pairing,
    asMentor: await house.as(mentor),
    asMentee: await house.as(mentee),
    asSchool: await house.as(town.aksu.coordinator),
  };
}

const at = ({ pairingId }: PairingMade) => ({ params: { pairingId } });
const view = async (client: Client, pairing: PairingMade): Promise<PairingView> =>
  (await client.call(readPairing, at(pairing))).body;
const versionOf = async (pairing: Made) => (await view(pairing.asMentor, pairing)).version;

const hears: ObligationTerms = { owedBy: 'mentor', kind: 'mentor-hears', number: 7, per: 'term' };
const text = (obligations: readonly ObligationTerms[] = [hears]) => ({
  templateId: null,
  fromDay: '2026-09-01',
  toDay: '2027-07-31',
  clauses: '协议一式三份。',
  obligations: [...obligations],
});
const knocked = async (client: Client, pairing: Made, body: object) =>
  client.knock(saveAgreement, { ...at(pairing), body, version: await versionOf(pairing) });

describe('the word of the two', () => {
  it('makes a pairing when both have said yes, in whatever order and at the same moment', async () => {
    const pairing = await made('consenting');
    const version = await versionOf(pairing);
    const say = (client: Client) =>
      client.knock(consentToPairing, { ...at(pairing), body: { consents: true }, version });
    const answers = await Promise.all([say(pairing.asMentor), say(pairing.asMentee)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const slower = answers[0]?.status === 412 ? pairing.asMentor : pairing.asMentee;
    const again = await slower.knock(consentToPairing, {
      ...at(pairing),
      body: { consents: true },
      version: await versionOf(pairing),
    });
    expect(again.status).toBe(200);
    expect(await view(pairing.asMentor, pairing)).toMatchObject({ state: 'agreed', mayConsent: false });
  });

  it('ends it with a reason, and is not given twice', async () => {
    const pairing = await made('consenting');
    const consent = async (client: Client, body: object) =>
      client.knock(consentToPairing, { ...at(pairing), body, version: await versionOf(pairing) });
    expect(await consent(pairing.asMentor, { consents: true })).toMatchObject({ status: 200 });
    expect((await consent(pairing.asMentor, { consents: true })).text).toContain('already-consented');
    expect((await consent(pairing.asMentee, { consents: false, reason: ' ' })).text).toContain('reason-missing');
    expect(await consent(pairing.asMentee, { consents: false, reason: '学科不同' })).toMatchObject({ status: 200 });
    expect(await view(pairing.asMentor, pairing)).toMatchObject({ state: 'lapsed', reason: '学科不同' });
    expect((await consent(pairing.asMentor, { consents: true })).text).toContain('pairing-state');
    expect((await consent(pairing.asSchool, { consents: true })).status).toBe(403);
  });
});

describe('an agreement', () => {
  it('is written, signed by three, and in force with the third name', async () => {
    const pairing = await made('agreed');
    expect((await knocked(pairing.asMentor, pairing, text())).status).toBe(200);
    const sign = async (client: Client) =>
      client.knock(signAgreement, { ...at(pairing), version: await versionOf(pairing) });
    expect((await sign(pairing.asMentor)).status).toBe(200);
    expect((await sign(pairing.asMentor)).text).toContain('already-signed');
    expect((await sign(pairing.asMentee)).status).toBe(200);
    expect((await view(pairing.asMentor, pairing)).state).toBe('agreed');
    expect((await sign(pairing.asSchool)).status).toBe(200);
    const shown = await view(pairing.asMentor, pairing);
    expect(shown).toMatchObject({ state: 'active', part: 'mentor', agreementState: 'written', maySignFor: null });
    expect(shown.signatures.map(({ party }) => party)).toEqual(['mentor', 'mentee', 'school']);
    expect(shown.shares).toMatchObject([{ kind: 'mentor-hears', due: 7, done: 0, firstDay: '2026-09-01' }]);
    const { items } = (await pairing.asMentee.call(readPairingHistory, at(pairing))).body;
    expect(items.map(({ act }) => act)).toEqual([
      'pairing.active',
      ...['pairing.signed', 'pairing.signed', 'pairing.signed', 'pairing.agreement'],
    ]);
  });

  it('counts no signature for a text that was not read', async () => {
    const pairing = await made('agreed');
    await knocked(pairing.asMentor, pairing, text());
    const read = await versionOf(pairing);
    await pairing.asMentee.call(signAgreement, { ...at(pairing), version: read });
    const changed = await knocked(pairing.asMentor, pairing, text([{ ...hears, number: 8 }]));
    expect(changed.status).toBe(200);
    expect((await view(pairing.asMentor, pairing)).signatures).toEqual([]);
    const late = await pairing.asSchool.knock(signAgreement, { ...at(pairing), version: read });
    expect(late.status).toBe(412);
  });

  it('is refused where it owes nothing, owes one kind twice, or ends before it begins', async () => {
    const pairing = await made('active');
    const twice = [hears, { ...hears, number: 9 }];
    expect((await knocked(pairing.asMentor, pairing, text([]))).text).toContain('agreement-empty');
    expect((await knocked(pairing.asMentor, pairing, text(twice))).text).toContain('obligation-twice');
    expect((await knocked(pairing.asMentor, pairing, { ...text(), toDay: '2026-08-31' })).text).toContain(
      'agreement-days',
    );
    const stale = await pairing.asMentor.knock(saveAgreement, { ...at(pairing), body: text(), version: 700 });
    expect(stale.status).toBe(412);
    const turned = await knocked(pairing.asMentor, pairing, text([{ ...hears, owedBy: 'mentee' }]));
    expect([turned.status, turned.text]).toEqual([400, expect.stringContaining('#/obligations/0/owedBy')]);
    const unknown = { ...text(), templateId: randomUUID() };
    expect((await knocked(pairing.asMentor, pairing, unknown)).status).toBe(400);
    expect((await view(pairing.asMentor, pairing)).obligations).toEqual([]);
  });

  it('is not written by the mentee, nor once the pairing has ended', async () => {
    const pairing = await made('active');
    expect((await knocked(pairing.asMentee, pairing, text())).status).toBe(403);
    const ended = await made('dissolved');
    expect((await knocked(ended.asMentor, ended, text())).text).toContain('pairing-state');
    const signed = await ended.asMentor.knock(signAgreement, { ...at(ended), version: await versionOf(ended) });
    expect(signed.text).toContain('pairing-state');
  });

  it('does not begin on the day on which another of the same two begins', async () => {
    const pairing = await made('active');
    const { mentor, mentee } = pairing;
    const other = await aPairing(house, { mentor, mentee, fromDay: '2026-10-01', state: 'agreed' });
    const moved = await pairing.asMentor.knock(saveAgreement, {
      params: { pairingId: other.pairingId },
      body: text(),
      version: 1,
    });
    expect(moved).toMatchObject({ status: 409 });
    expect(moved.text).toContain('pairing-exists');
  });

  it('belongs to a studio whose lead sees and writes it', async () => {
    const lead = await aPerson(house, town.hangzhou.id, 'teacher');
    const pairing = await made('active', { lead });
    const asLead = await house.as(lead);
    expect((await knocked(asLead, pairing, text())).status).toBe(200);
    const { items } = (await asLead.call(listPairings, {})).body;
    expect(items.map(({ id }) => id)).toEqual([pairing.pairingId]);
    const other = await house.as(await aPerson(house, town.hangzhou.id, 'teacher'));
    expect((await other.knock(readPairing, at(pairing))).status).toBe(404);
  });
});

describe('templates', () => {
  it('are four to begin from, and an administrator changes and adds', async () => {
    const admin = await house.as(town.administrator);
    const { items } = (await admin.call(listTemplates, {})).body;
    expect(items.map(({ code }) => code).slice(0, 4)).toEqual(['P1', 'P2', 'P3', 'P4']);
    const [first] = items;
    if (!first) throw new Error('no template');
    const { id, version, code, title, months, clauses, obligations, withdrawn } = first;
    const body = { code, title, months, clauses, obligations, withdrawn };
    const save = (templateId: TemplateId, given: object, read: number) =>
      admin.knock(saveTemplate, { params: { templateId }, body: { ...body, ...given }, version: read });
    expect((await save(id, { title: '一年协议' }, version)).status).toBe(200);
    expect((await save(id, { title: '又改' }, version)).status).toBe(412);
    expect((await save(randomUUID() as TemplateId, {}, 0)).text).toContain('code-taken');
    expect((await save(randomUUID() as TemplateId, {}, 3)).status).toBe(404);
    const twice = [hears, hears];
    expect((await save(id, { obligations: twice }, version + 1)).text).toContain('obligation-twice');
    expect((await save(id, { obligations: [{ ...hears, owedBy: 'mentee' }] }, version + 1)).status).toBe(400);
    expect((await save(randomUUID() as TemplateId, { code: 'P9' }, 0)).status).toBe(200);
    expect((await save(id, { withdrawn: true }, version + 1)).status).toBe(200);
    const after = (await admin.call(listTemplates, {})).body.items;
    expect(after.at(-1)).toMatchObject({ code: 'P1', title: '一年制师徒协议', withdrawn: true });
  });
});

describe('what the two let the school read', () => {
  it('needs the word of both, and either takes it back', async () => {
    const pairing = await made('active');
    const share = async (client: Client, shares: boolean) =>
      client.knock(shareObservations, { ...at(pairing), body: { shares }, version: await versionOf(pairing) });
    expect((await share(pairing.asMentor, true)).status).toBe(200);
    expect(await view(pairing.asMentee, pairing)).toMatchObject({ mentorShares: true, menteeShares: false });
    expect((await share(pairing.asMentee, true)).status).toBe(200);
    expect((await share(pairing.asMentor, false)).status).toBe(200);
    expect(await view(pairing.asMentee, pairing)).toMatchObject({ mentorShares: false, menteeShares: true });
    expect((await share(pairing.asSchool, true)).status).toBe(403);
  });
});

describe('what is arranged next', () => {
  it('is the soonest of a lesson of the two, an accepted observation and a meeting of both', async () => {
    const other = await aTown(house);
    const [mentor, mentee] = [other.hangzhou.teachers[0], other.aksu.teachers[0]];
    const pairing = await aPairing(house, { mentor, mentee, studioId: await aStudio(house, other.aksu.id) });
    const next = async () => (await view(await house.as(mentee), pairing)).next;
    expect(await next()).toBeNull();
    const activityId = randomUUID();
    await house.sql(
      `INSERT INTO activity (id, studio_id, kind, title, starts_at, ends_at, place, arranged_by, asked)
       VALUES ($1, $2, 'discussion', '磨课', '2026-09-20T12:00Z', '2026-09-20T13:00Z', '线上', $3, '-')`,
      [activityId, pairing.studioId, mentor.id],
    );
    for (const { id } of [mentor, mentee]) {
      await house.sql('INSERT INTO activity_person (activity_id, person_id, is_guest) VALUES ($1, $2, false)', [
        activityId,
        id,
      ]);
      await house.sql(
        `INSERT INTO hold (activity_id, party_id, role, starts_at, ends_at)
         VALUES ($1, $2, 'participant', '2026-09-20T12:00Z', '2026-09-20T13:00Z')`,
        [activityId, id],
      );
    }
    expect(await next()).toMatchObject({ kind: 'activity', id: activityId, title: '磨课' });
    await house.sql(
      `INSERT INTO observation_request (id, pairing_id, direction, asked_by_id, asked_of_id, starts_at, topic, state, asked_at)
       VALUES ($1, $2, 'mentor-hears', $3, $4, '2026-09-18T02:00Z', '函数', 'accepted', '2026-09-14T02:00Z')`,
      [randomUUID(), pairing.pairingId, mentee.id, mentor.id],
    );
    expect(await next()).toMatchObject({ kind: 'observation', title: '函数' });
    const { id } = await aLesson(house, other); // 16 September
    expect(await next()).toMatchObject({ kind: 'lesson', id, title: '物理' });
    await house.sql(`UPDATE lesson SET state = 'cancelled' WHERE id = $1`, [id]);
    expect(await next()).toMatchObject({ kind: 'observation' });
  });
});

describe('a mentor far from both schools', () => {
  it('sees the lessons of the mentee while the pairing runs, and no longer', async () => {
    const mentor = await aPerson(house, town.foreign.id, 'mentor');
    const { id: lessonId, presenter } = await aLesson(house, town);
    const before = await house.as(mentor);
    expect((await before.knock(readLesson, { params: { lessonId } })).status).toBe(404);
    const pairing = await aPairing(house, { mentor, mentee: presenter, state: 'active' });
    expect((await (await house.as(mentor)).knock(readLesson, { params: { lessonId } })).status).toBe(200);
    await house.sql(`UPDATE pairing SET state = 'dissolved' WHERE id = $1`, [pairing.pairingId]);
    expect((await (await house.as(mentor)).knock(readLesson, { params: { lessonId } })).status).toBe(404);
  });
});
