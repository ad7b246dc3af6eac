import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listStudios, readLineage, readStudio, readStudioPeople, saveHonour, saveStudio } from '@qinglan/contracts';
import type { Id, StudioId } from '@qinglan/domain';
import {
  aHouse,
  aLedStudio,
  aMeeting,
  aPairing,
  aPerson,
  arranges,
  aStudio,
  aTown,
  type Client,
  type House,
  type StudioMade,
  type Town,
} from '../../support';

type HonourId = Id<'StudioHonour'>;
const plaque = { title: '教学能手工作室', level: '自治区、地区', year: 2015, evidence: 'stated' as const };

describe('a studio', () => {
  let house: House;
  let town: Town;
  let studio: StudioMade;
  let lead: Client;
  let mentor: Client;
  let mentee: Client;
  let stranger: Client;
  let administrator: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    studio = await aLedStudio(house, town);
    lead = await house.as(studio.lead);
    mentor = await house.as(studio.mentor);
    mentee = await house.as(studio.mentees[0]);
    stranger = await house.as(town.foreign.teachers[0]);
    administrator = await house.as(town.administrator);
  });
  afterAll(() => house.close());

  const params = () => ({ params: { studioId: studio.studioId } });
  const none = { params: { studioId: randomUUID() as StudioId } };

  it('shows field, lead, host, people and what happens this term to everybody, and what they may do', async () => {
    await arranges(mentor, aMeeting(studio.studioId, [studio.mentor, ...studio.mentees]));
    const seen = (await stranger.call(readStudio, params())).body;
    expect(seen).toMatchObject({
      field: 'education',
      subject: '高中数学',
      host: { id: town.aksu.id, sideId: 'aksu' },
      lead: { id: studio.lead.id, name: studio.lead.name },
      ...{ mentors: 1, mentees: 2, pairings: 2, activities: 1, honours: [], version: 1 },
      term: { firstDay: '2026-08-31', lastDay: '2027-01-17' },
    });
    const rights = async (client: Client) => {
      const { mayKeep, mayArrange, mayDiagnose } = (await client.call(readStudio, params())).body;
      return [mayKeep, mayArrange, mayDiagnose];
    };
    expect(await Promise.all([lead, mentor, mentee, stranger, administrator].map(rights))).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, false],
      [false, false, false],
      [true, true, false],
    ]);
    for (const door of [readStudio, readStudioPeople, readLineage]) {
      expect((await stranger.call(door, none)).status).toBe(404);
    }
  });

  it('is listed by code, page by page', async () => {
    for (let more = 0; more < 3; more += 1) await aStudio(house, town.aksu.id);
    const codes: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await stranger.call(listStudios, { query: { limit: 2, ...(after && { after }) } });
      codes.push(...body.items.map(({ code }) => code));
      after = body.next ?? undefined;
    } while (after);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    const [counted] = await house.sql<{ n: number }>('SELECT count(*)::int AS n FROM studio');
    expect(codes).toHaveLength(counted?.n ?? 0);
  });

  it('shows who guides whom, mentor by mentor; what is not agreed yet only to those with a part in it', async () => {
    const nominee = await aPerson(house, town.aksu.id, 'mentee');
    const past = await aPerson(house, town.aksu.id, 'mentee');
    await aPairing(house, { ...studio, mentee: nominee, studioId: studio.studioId, state: 'nominated' });
    await aPairing(house, { ...studio, mentee: past, studioId: studio.studioId, state: 'completed' });
    const shown = async (client: Client) => {
      const { items } = (await client.call(readStudioPeople, params())).body;
      return items.map(({ mentor: one, pairings }) => [
        one.id,
        pairings.map((pairing) => [pairing.mentee.id, pairing.maySee]),
      ]);
    };
    const [a, b] = studio.mentees;
    const all = [a.id, b.id, nominee.id].map((id) => [id, true]);
    expect(await shown(lead)).toEqual([[studio.mentor.id, expect.arrayContaining(all)]]);
    expect(await shown(await house.as(town.aksu.coordinator))).toEqual([
      [studio.mentor.id, expect.arrayContaining(all)],
    ]);
    expect(await shown(mentee)).toEqual([
      [
        studio.mentor.id,
        expect.arrayContaining([
          [a.id, true],
          [b.id, false],
        ]),
      ],
    ]);
    const [[, pairs] = []] = await shown(stranger);
    expect(pairs).toHaveLength(2);
    expect(pairs).toEqual(
      expect.arrayContaining([
        [a.id, false],
        [b.id, false],
      ]),
    );
  });

  it('tells how a pairing stands to those who may see it, and everybody else only that they guide', async () => {
    const [paused, assessed] = studio.mentees;
    await house.sql(`UPDATE pairing SET state = 'paused' WHERE mentee_id = $1`, [paused.id]);
    await house.sql(`UPDATE pairing SET state = 'assessing' WHERE mentee_id = $1`, [assessed.id]);
    const passed = await aPerson(house, town.aksu.id, 'mentee');
    const failed = await aPerson(house, town.aksu.id, 'mentee');
    const ends = [
      [passed, 'completed', 'excellent'],
      [failed, 'dissolved', 'fail'],
    ] as const;
    for (const [of, state, outcome] of ends) {
      const { pairingId } = await aPairing(house, { ...studio, mentee: of, studioId: studio.studioId, state });
      await house.sql('UPDATE pairing SET outcome = $2 WHERE id = $1', [pairingId, outcome]);
    }
    const shown = async (client: Client) => {
      const { items } = (await client.call(readStudioPeople, params())).body;
      const { links } = (await client.call(readLineage, params())).body;
      const of = (id: string) => links.find(({ menteeId }) => menteeId === id);
      return {
        states: items.flatMap(({ pairings }) => pairings.map(({ state }) => state)).toSorted(),
        line: [paused, assessed, passed, failed].map(({ id }) => [of(id)?.state, of(id)?.outcome]),
      };
    };
    expect(await shown(stranger)).toEqual({
      states: [null, null],
      line: [
        [null, null],
        [null, null],
        [null, 'excellent'],
        [null, null],
      ],
    });
    expect(await shown(lead)).toEqual({
      states: ['assessing', 'paused'],
      line: [
        ['paused', null],
        ['assessing', null],
        ['completed', 'excellent'],
        ['dissolved', null],
      ],
    });
  });

  it('shows its mentors page by page, each with all mentees', async () => {
    const mentors = [studio.mentor.id];
    for (let more = 0; more < 4; more += 1) {
      const another = await aPerson(house, town.hangzhou.id, 'mentor');
      for (const guided of studio.mentees)
        await aPairing(house, { mentor: another, mentee: guided, studioId: studio.studioId });
      mentors.push(another.id);
    }
    const found: string[] = [];
    const sizes: number[] = [];
    let after: string | undefined;
    do {
      const query = { limit: 2, ...(after && { after }) };
      const { body } = await stranger.call(readStudioPeople, { ...params(), query });
      found.push(...body.items.map(({ mentor: one }) => one.id));
      expect(body.items.every(({ pairings }) => pairings.length === 2)).toBe(true);
      sizes.push(body.items.length);
      after = body.next ?? undefined;
    } while (after);
    expect(sizes).toEqual([2, 2, 1]);
    expect(found.toSorted()).toEqual(mentors.toSorted());
  });

  it('is changed by its lead and by administrators, at the version they read', async () => {
    const next = await aPerson(house, town.aksu.id, 'mentor');
    const body = { subject: '高中数学与信息技术', leadId: next.id };
    expect((await mentor.call(saveStudio, { ...params(), version: 1, body })).status).toBe(403);
    expect((await administrator.call(saveStudio, { ...none, version: 1, body })).status).toBe(404);
    expect((await lead.call(saveStudio, { ...params(), version: 9, body })).status).toBe(412);
    const saved = await lead.call(saveStudio, { ...params(), version: 1, body });
    expect(saved.body).toMatchObject({ subject: body.subject, lead: { id: next.id }, version: 2, mayKeep: false });
    expect((await lead.call(saveStudio, { ...params(), version: 2, body })).status).toBe(403);
    const nobody = await administrator.call(saveStudio, { ...params(), version: 2, body: { ...body, leadId: null } });
    expect(nobody.body).toMatchObject({ lead: null, version: 3 });
    const unknown = { ...body, leadId: randomUUID() as never };
    expect((await administrator.call(saveStudio, { ...params(), version: 3, body: unknown })).status).toBe(400);
    const lines = await house.sql<{ act: string }>('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [
      studio.studioId,
    ]);
    expect(lines.map(({ act }) => act)).toEqual(['studio.changed', 'studio.changed']);
  });

  it('keeps honours as they are stated, each once a year, corrected at the version that was read', async () => {
    const honourId = randomUUID() as HonourId;
    const save = (
      client: Client,
      version: number,
      { id = honourId, ...body }: Partial<typeof plaque & { id: HonourId }> = {},
    ) =>
      client.call(saveHonour, {
        params: { studioId: studio.studioId, honourId: id },
        version,
        body: { ...plaque, ...body },
      });
    expect(
      (await mentor.call(saveHonour, { params: { studioId: studio.studioId, honourId }, version: 0, body: plaque }))
        .status,
    ).toBe(403);
    const [added, again] = await Promise.all([save(lead, 0), save(lead, 0)]);
    expect([added.status, again.status]).toEqual([200, 200]);
    expect(added.body.honours).toEqual([{ id: honourId, ...plaque, version: 1 }]);
    expect((await save(lead, 0, { id: randomUUID() as HonourId })).problem?.type).toBe('/problems/code-taken');
    expect((await save(lead, 9, { level: '地区' })).status).toBe(412);
    await save(lead, 0, { id: randomUUID() as HonourId, year: 2024, title: '示范工作室', level: '省' });
    const corrected = await save(administrator, 1, { level: '地区' });
    expect(corrected.body.honours.map(({ year, level, version }) => [year, level, version])).toEqual([
      [2024, '省', 1],
      [2015, '地区', 2],
    ]);
    const other = await aStudio(house, town.aksu.id);
    const foreign = { params: { studioId: other, honourId }, version: 2, body: plaque };
    expect((await administrator.call(saveHonour, foreign)).problem?.type).toBe('/problems/id-taken');
    const lines = await house.sql<{ act: string }>('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [
      honourId,
    ]);
    expect(lines.map(({ act }) => act)).toEqual(['studio-honour.added', 'studio-honour.changed']);
  });
});
