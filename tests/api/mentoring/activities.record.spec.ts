import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readActivity, recordActivity } from '@qinglan/contracts';
import type { ActivityId, PersonId } from '@qinglan/domain';
import {
  aHouse,
  aLedStudio,
  aMeeting,
  aPairing,
  aPerson,
  arranges,
  aTown,
  type Client,
  type House,
  type Meeting,
  type Person,
  type StudioMade,
  type Town,
} from '../../support';

const over = '2026-09-16T12:30:00Z';
const summary = '议定了函数单元的三处修改';

describe('writing a meeting down', () => {
  let house: House;
  let town: Town;
  let studio: StudioMade;
  let mentor: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    town = await aTown(house);
    studio = await aLedStudio(house, town);
    mentor = await house.as(studio.mentor);
  });
  afterAll(() => house.close());

  const arranged = async (
    wish: Partial<Meeting> = {},
    people: readonly Person[] = [studio.mentor, ...studio.mentees],
  ) => (await arranges(mentor, aMeeting(studio.studioId, people, wish))).body.id;
  const records = (activityId: ActivityId, present: readonly { readonly id: PersonId }[], version = 1) =>
    mentor.call(recordActivity, {
      params: { activityId },
      version,
      body: { presentIds: present.map(({ id }) => id), summary },
    });
  const credits = (activityId: ActivityId) =>
    house.sql<{ mentee_id: string; kind: string; on_day: string; title: string }>(
      `SELECT p.mentee_id, c.kind, c.on_day::text, c.title FROM credit c JOIN pairing p ON p.id = c.pairing_id
       WHERE c.source_key = $1 AND c.source = 'activity' ORDER BY p.mentee_id`,
      [activityId],
    );
  const contact = (person: Person) =>
    house.sql('SELECT last_contact_on::text AS day FROM pairing WHERE mentee_id = $1', [person.id]);

  it('keeps who was there and what came of it, and counts once for each pairing of which both were there', async () => {
    const activityId = await arranged();
    house.clock.moveTo(over);
    const [came, missed] = studio.mentees;
    const { body } = await records(activityId, [studio.mentor, came]);
    expect(body).toMatchObject({ state: 'held', summary, credited: 1, version: 2, mayKeep: false });
    expect(Object.fromEntries(body.participants.map(({ id, wasThere }) => [id, wasThere]))).toEqual({
      [studio.mentor.id]: true,
      [came.id]: true,
      [missed.id]: false,
    });
    expect(await credits(activityId)).toEqual([
      { mentee_id: came.id, kind: 'discussion', on_day: '2026-09-16', title: '函数单元研讨' },
    ]);
    expect(await contact(came)).toEqual([{ day: '2026-09-16' }]);
    expect(await contact(missed)).toEqual([{ day: null }]);
  });

  it.each([
    ['joint-preparation', 2],
    ['training', 0],
  ] as const)('pays what a %s pays: %i, and is a contact in any case', async (kind, paid) => {
    const activityId = await arranged({ kind });
    house.clock.moveTo(over);
    const { body } = await records(activityId, [studio.mentor, ...studio.mentees]);
    expect(body.credited).toBe(paid);
    expect(await credits(activityId)).toHaveLength(paid);
    for (const mentee of studio.mentees) expect(await contact(mentee)).toEqual([{ day: '2026-09-16' }]);
  });

  it('counts for no pairing that has ended, has not begun or is past its last day, and for one of another studio', async () => {
    const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(() => aPerson(house, town.aksu.id, 'mentee')));
    if (!a || !b || !c || !d) throw new Error('four people');
    await aPairing(house, { mentor: studio.mentor, mentee: a, state: 'dissolved' });
    await house.sql(`UPDATE pairing SET ended_on = '2026-09-10' WHERE mentee_id = $1`, [a.id]);
    await aPairing(house, { mentor: studio.mentor, mentee: b, fromDay: '2026-09-17' });
    await aPairing(house, { mentor: studio.mentor, mentee: c });
    await aPairing(house, { mentor: studio.mentor, mentee: d, fromDay: '2015-03-01', toDay: '2016-07-31' });
    const people = [studio.mentor, a, b, c, d];
    const activityId = await arranged({}, people);
    house.clock.moveTo(over);
    await records(activityId, people);
    expect((await credits(activityId)).map(({ mentee_id }) => mentee_id)).toEqual([c.id]);
  });

  it('happens once: of two at the same time one is stale, and nothing is counted twice', async () => {
    const activityId = await arranged();
    house.clock.moveTo(over);
    const people = [studio.mentor, ...studio.mentees];
    const raced = await Promise.all([records(activityId, people), records(activityId, people)]);
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await credits(activityId)).toHaveLength(2);
    expect((await records(activityId, people, 2)).problem?.type).toBe('/problems/activity-closed');
  });

  it('waits for the end, asks for two of those invited, and is not for those who only came', async () => {
    const activityId = await arranged();
    house.clock.moveTo('2026-09-16T12:29:00Z');
    const mayRecord = async () => (await mentor.call(readActivity, { params: { activityId } })).body.mayRecord;
    expect(await mayRecord()).toBe(false);
    const people = [studio.mentor, studio.mentees[0]];
    expect((await records(activityId, people)).problem?.type).toBe('/problems/activity-not-over');
    house.clock.moveTo(over);
    expect(await mayRecord()).toBe(true);
    expect((await records(activityId, [studio.mentor])).problem?.type).toBe('/problems/too-few-people');
    expect((await records(activityId, [studio.mentor, town.aksu.teachers[0]])).status).toBe(400);
    const mentee = await house.as(studio.mentees[0]);
    const given = { params: { activityId }, version: 1, body: { presentIds: people.map(({ id }) => id), summary } };
    expect((await mentee.call(recordActivity, given)).status).toBe(403);
    const stranger = await house.as(town.foreign.coordinator);
    expect((await stranger.call(recordActivity, given)).status).toBe(404);
    expect((await mentee.call(readActivity, { params: { activityId } })).body.state).toBe('scheduled');
  });
});
