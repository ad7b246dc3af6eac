import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  listStudioDiagnoses,
  listStudios,
  readLessonDiagnoses,
  readLineage,
  readStudio,
  readStudioPeople,
  saveDiagnosis,
  saveHonour,
  saveStudio,
} from '@qinglan/contracts';
import type { Id, LessonId, StudioId } from '@qinglan/domain';
import {
  aHouse,
  aLedStudio,
  aMeeting,
  anAgreedLesson,
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

  it('follows its lines six levels down and 500 links far, and says that there is more', async () => {
    const read = async () => (await stranger.call(readLineage, params())).body;
    const line = [studio.mentees[0]];
    const descend = async () => {
      const next = await aPerson(house, town.aksu.id, 'mentee');
      await aPairing(house, { mentor: line.at(-1) ?? next, mentee: next });
      line.push(next);
    };
    for (let level = 2; level <= 6; level += 1) await descend();
    expect(await read()).toMatchObject({ links: { length: 7 }, hasMore: false });
    await descend();
    const deeper = await read();
    expect(deeper).toMatchObject({ links: { length: 7 }, hasMore: true });
    expect(deeper.links.map(({ menteeId }) => menteeId)).not.toContain(line.at(-1)?.id);
    await house.sql(
      `INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day, state)
       SELECT gen_random_uuid(), $1, $2, $3, date '2016-01-01' - n, 'completed' FROM generate_series(1, 600) AS n`,
      [studio.mentor.id, studio.mentees[1].id, studio.studioId],
    );
    expect(await read()).toMatchObject({ links: { length: 500 }, hasMore: true });
  });

  it('shows its lines over the years: whom its mentees guide now, and who presents', async () => {
    const [first, second] = studio.mentees;
    const grandchild = await aPerson(house, town.aksu.id, 'mentee');
    const dropped = await aPerson(house, town.aksu.id, 'mentee');
    const old = await aPerson(house, town.hangzhou.id, 'mentor');
    await aPairing(house, { mentor: first, mentee: grandchild });
    await aPairing(house, { mentor: studio.mentor, mentee: dropped, studioId: studio.studioId, state: 'lapsed' });
    await aPairing(house, {
      mentor: old,
      mentee: studio.mentor,
      studioId: studio.studioId,
      state: 'completed',
      fromDay: '2015-03-01',
      toDay: '2016-07-31',
    });
    // A ring: the line ends where it closes.
    await aPairing(house, { mentor: grandchild, mentee: studio.mentor });
    await anAgreedLesson(house, town, { presenterId: town.hangzhou.teachers[0].id });
    const { body } = await stranger.call(readLineage, params());
    const links = body.links.map(({ mentorId, menteeId, isHere }) => [mentorId, menteeId, isHere]);
    expect(links).toHaveLength(5);
    expect(links).toEqual(
      expect.arrayContaining([
        [old.id, studio.mentor.id, true],
        [studio.mentor.id, first.id, true],
        [studio.mentor.id, second.id, true],
        [first.id, grandchild.id, false],
        [grandchild.id, studio.mentor.id, false],
      ]),
    );
    expect(links[0]).toEqual([old.id, studio.mentor.id, true]);
    const of = (id: string) => body.people.find((one) => one.id === id);
    expect(of(first.id)).toMatchObject({ guides: true, presents: false, leads: false, school: town.aksu.name });
    expect(of(second.id)).toMatchObject({ guides: false });
    expect(of(old.id)).toMatchObject({ guides: false });
    expect(body.people).toHaveLength(5);
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

describe('a diagnosis', () => {
  let house: House;
  let town: Town;
  let studio: StudioMade;
  let lead: Client;
  let mentor: Client;
  let stranger: Client;
  let lessonId: LessonId;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    studio = await aLedStudio(house, town);
    lead = await house.as(studio.lead);
    mentor = await house.as(studio.mentor);
    stranger = await house.as(town.foreign.coordinator);
    lessonId = (await anAgreedLesson(house, town)).id;
  });
  afterAll(() => house.close());

  const attach = (client: Client, version: number, [focus, studioId = studio.studioId]: [string, StudioId?]) =>
    client.call(saveDiagnosis, { params: { studioId, lessonId }, version, body: { focus } });
  const listed = async (client: Client) =>
    (await client.call(listStudioDiagnoses, { params: { studioId: studio.studioId }, query: {} })).body.items;
  const ofLesson = (client: Client) => client.call(readLessonDiagnoses, { params: { lessonId } });

  it('hangs on a real lesson and makes no second one: no lesson and no hold more', async () => {
    const counted = () =>
      house.sql('SELECT (SELECT count(*) FROM lesson) AS lessons, (SELECT count(*) FROM hold) AS holds');
    const before = await counted();
    const { body } = await attach(lead, 0, ['课堂提问的层次']);
    expect(body).toMatchObject({
      studio: { id: studio.studioId },
      lesson: { id: lessonId, subject: '数学', state: 'confirmed', presenter: town.hangzhou.teachers[0].name },
      focus: '课堂提问的层次',
      attachedBy: studio.lead.name,
      version: 1,
    });
    expect(await counted()).toEqual(before);
    expect(await listed(lead)).toEqual([body]);
    expect((await ofLesson(lead)).body).toEqual({ items: [{ ...body, mayChange: true }], mayAttachFor: [] });
  });

  it('is attached once for a studio, whoever sends it; what to look at changes at the version that was read', async () => {
    const raced = await Promise.all([
      attach(lead, 0, ['提问']),
      attach(lead, 0, ['提问']),
      attach(mentor, 0, ['板书']),
    ]);
    expect(raced.map(({ status }) => status).filter((status) => status === 412).length).toBeGreaterThan(0);
    const [one] = await listed(lead);
    expect(await listed(lead)).toHaveLength(1);
    expect((await attach(mentor, 9, ['节奏'])).status).toBe(412);
    const changed = await attach(mentor, one?.version ?? 0, ['节奏']);
    expect(changed.body).toMatchObject({ focus: '节奏', version: 2 });
    const lines = (subject: string) =>
      house.sql<{ act: string }>(
        `SELECT act FROM history WHERE subject_id = $1 AND act LIKE 'diagnosis.%' ORDER BY id`,
        [subject],
      );
    for (const subject of [studio.studioId, lessonId]) {
      expect((await lines(subject)).map(({ act }) => act)).toEqual(['diagnosis.attached', 'diagnosis.changed']);
    }
    // Another studio looks at the same lesson with its own eyes.
    const other = await aStudio(house, town.aksu.id, studio.lead.id);
    expect((await ofLesson(lead)).body.mayAttachFor).toMatchObject([{ id: other }]);
    expect((await attach(lead, 0, ['学生活动', other])).status).toBe(200);
    expect((await ofLesson(lead)).body.items).toHaveLength(2);
  });

  it('is attached by lead and mentors who see the lesson anyway, and widens nothing', async () => {
    const coordinator = await house.as(town.aksu.coordinator);
    const outsider = await house.as(await aPerson(house, town.foreign.id, 'mentor'));
    const leads = await house.as(await aPerson(house, town.foreign.id, 'mentor'));
    const led = await aStudio(house, town.foreign.id, leads.personId);
    await attach(lead, 0, ['提问']);
    expect((await attach(coordinator, 1, ['板书'])).status).toBe(403);
    expect((await attach(outsider, 1, ['板书'])).status).toBe(404);
    expect((await attach(leads, 0, ['板书', led])).status).toBe(404);
    expect((await attach(lead, 0, ['板书', randomUUID() as StudioId])).status).toBe(404);
    expect(await listed(coordinator)).toHaveLength(1);
    expect(await listed(stranger)).toEqual([]);
    expect((await ofLesson(stranger)).status).toBe(404);
    expect((await ofLesson(coordinator)).body).toMatchObject({ items: [{ mayChange: false }], mayAttachFor: [] });
    const missing = { params: { studioId: randomUUID() as StudioId }, query: {} };
    expect((await lead.call(listStudioDiagnoses, missing)).status).toBe(404);
  });

  it('is seen by mentor and mentee of a teacher of the lesson', async () => {
    const teacher = town.hangzhou.teachers[0];
    const paired = await aPerson(house, town.foreign.id, 'mentee');
    await aPairing(house, { mentor: teacher, mentee: paired });
    await attach(lead, 0, ['提问']);
    const client = await house.as(paired);
    expect(await listed(client)).toHaveLength(1);
    expect((await ofLesson(client)).body.items).toHaveLength(1);
  });
});
