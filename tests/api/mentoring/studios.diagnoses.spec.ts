import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listStudioDiagnoses, readLessonDiagnoses, saveDiagnosis } from '@qinglan/contracts';
import type { LessonId, StudioId } from '@qinglan/domain';
import {
  aHouse,
  aLedStudio,
  anAgreedLesson,
  aPairing,
  aPerson,
  aStudio,
  aTown,
  type Client,
  type House,
  type StudioMade,
  type Town,
} from '../../support';

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
