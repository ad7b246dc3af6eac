import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelActivity } from '@qinglan/contracts';
import type { ActivityId } from '@qinglan/domain';
import {
  aHouse,
  aMeeting,
  anAgreedLesson,
  aPerson,
  arranges,
  aSingleLesson,
  aStudioAtTheDoor,
  Client,
  type House,
  type Meeting,
  proposesLesson,
  type StudioMade,
  type Town,
} from '../../support';

const patience = { reason: '老师有事' };

describe('a meeting of a studio', () => {
  let house: House;
  let town: Town;
  let studio: StudioMade;
  let mentor: Client;
  let lead: Client;
  let mentee: Client;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    ({ town, studio, mentor, lead, mentee, stranger } = await aStudioAtTheDoor(house));
  });
  afterAll(() => house.close());

  const meeting = (wish: Partial<Meeting> = {}) => aMeeting(studio.studioId, [studio.mentor, ...studio.mentees], wish);
  const params = (activityId: ActivityId) => ({ params: { activityId } });
  const holdsOf = (activityId: ActivityId) =>
    house.sql<{ role: string; live: boolean }>(
      'SELECT role, released_at IS NULL AS live FROM hold WHERE activity_id = $1 ORDER BY role',
      [activityId],
    );

  it('may lie in the evening, outside every bell, and holds the time of everybody and of the room', async () => {
    const [classroom] = town.aksu.classrooms;
    const { body } = await arranges(mentor, meeting({ classroomId: classroom.id, place: '三楼' }));
    expect(body).toMatchObject({
      kind: 'discussion',
      state: 'scheduled',
      studio: { id: studio.studioId, subject: '高中数学' },
      startsAt: '2026-09-16T11:30:00+00:00',
      endsAt: '2026-09-16T12:30:00+00:00',
      people: 3,
      place: `${town.aksu.name} ${classroom.name}`,
      placeWords: '三楼',
      meetingLink: 'https://meeting.example/1',
      classroom: { id: classroom.id },
      arrangedBy: { id: studio.mentor.id },
      mayKeep: true,
      maySee: true,
      isMine: true,
      credited: 0,
    });
    expect(body.participants.map(({ id, isGuest, wasThere }) => [id, isGuest, wasThere])).toEqual(
      expect.arrayContaining([studio.mentor, ...studio.mentees].map(({ id }) => [id, false, null])),
    );
    expect((await holdsOf(body.id)).map(({ role }) => role)).toEqual([
      'participant',
      'participant',
      'participant',
      'room',
    ]);
  });

  it('is arranged once however often it is sent, and another one under its id is refused', async () => {
    const activityId = randomUUID() as ActivityId;
    const [first, again] = await Promise.all([
      arranges(mentor, meeting(), activityId),
      arranges(mentor, meeting(), activityId),
    ]);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await house.sql('SELECT 1 FROM hold WHERE activity_id = $1', [activityId])).toHaveLength(3);
    const other = await arranges(mentor, meeting({ title: '另一次' }), activityId);
    expect(other.problem?.type).toBe('/problems/id-taken');
    const byOther = await arranges(lead, meeting(), activityId);
    expect(byOther.problem?.type).toBe('/problems/id-taken');
    // Nobody in common, so no lock is shared: the constraint tells them apart.
    const elsewhere = [await aPerson(house, town.aksu.id), await aPerson(house, town.aksu.id)];
    const id = randomUUID() as ActivityId;
    const raced = await Promise.all([
      arranges(lead, aMeeting(studio.studioId, elsewhere), id),
      arranges(mentor, meeting({ startsAt: '2026-09-23T11:30:00Z' }), id),
    ]);
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is arranged by lead, mentor or administrator, and by nobody else', async () => {
    const administrator = await house.as(town.administrator);
    const statuses = [];
    for (const [day, client] of [lead, mentor, administrator, mentee, stranger].entries()) {
      const startsAt = `2026-09-${String(14 + day)}T11:30:00Z`;
      statuses.push((await arranges(client, meeting({ startsAt }))).status);
    }
    expect(statuses).toEqual([200, 200, 200, 403, 403]);
  });

  it('takes guests of schools that the arranger sees, says who is one, and no strangers, classes or foreign rooms', async () => {
    const guest = await aPerson(house, town.hangzhou.id);
    const { body } = await arranges(lead, aMeeting(studio.studioId, [studio.mentor, guest]));
    expect(body.participants.map(({ id, isGuest }) => [id, isGuest])).toEqual([
      [studio.mentor.id, false],
      [guest.id, true],
    ]);
    const refused = async (wish: Partial<Meeting>) => (await arranges(lead, meeting(wish))).problem?.type;
    const foreign = '/problems/party-foreign';
    expect(await refused({ personIds: [studio.mentor.id, town.foreign.teachers[0].id] })).toBe(foreign);
    expect(await refused({ personIds: [studio.mentor.id, town.aksu.classes[0].id as never] })).toBe(foreign);
    expect(await refused({ classroomId: town.foreign.classrooms[0].id })).toBe(foreign);
    expect(await refused({ classroomId: studio.mentor.id as never })).toBe(foreign);
  });

  it.each([
    ['too-few-people', 422, { personIds: 'alone' }],
    ['place-missing', 422, { meetingLink: null }],
    ['in-the-past', 422, { startsAt: '2026-08-25T02:00:00Z' }],
    ['invalid-input', 400, { startsAt: '2026-09-16T15:30:00Z' }],
    ['invalid-input', 400, { minutes: 481 }],
    ['invalid-input', 400, { meetingLink: 'http://meeting.example/1' }],
  ] as const)('is refused as %s (%i): %j', async (kind, status, wish) => {
    const alone = [studio.mentor.id, studio.mentor.id];
    const sent = await arranges(mentor, meeting('personIds' in wish ? { personIds: alone } : wish));
    expect([sent.status, sent.problem?.type]).toEqual([status, `/problems/${kind}`]);
  });

  it('names everybody who is taken, and proposes other starts of that day that are free for all', async () => {
    const lesson = await anAgreedLesson(house, town);
    const [teacher] = town.hangzhou.teachers;
    const people = [studio.mentor, teacher];
    const sent = await arranges(lead, aMeeting(studio.studioId, people, { startsAt: '2026-09-16T01:30:00Z' }));
    expect(sent.status).toBe(409);
    expect(sent.problem?.clashes).toMatchObject([
      {
        rule: 'person-taken',
        role: 'participant',
        party: { id: teacher.id, name: teacher.name },
        inTheWay: { lessonId: lesson.id, activityId: null, subject: '数学', state: 'confirmed' },
      },
    ]);
    const moves = sent.problem?.clashes?.[0]?.moves.map(({ startsAt, endsAt }) => `${startsAt}-${endsAt}`);
    expect(moves).toEqual(['08:00-09:00', '08:15-09:15', '08:30-09:30', '08:45-09:45', '10:30-11:30', '10:45-11:45']);
    for (const move of ['2026-09-16T00:45:00Z', '2026-09-16T02:30:00Z']) {
      const other = await arranges(lead, aMeeting(studio.studioId, people, { startsAt: move }));
      expect(other.status).toBe(200);
      await lead.call(cancelActivity, { ...params(other.body.id), version: 1, body: patience });
    }
  });

  it('keeps a lesson out, and tells by whom somebody is taken only to those who may know', async () => {
    const [teacher] = town.hangzhou.teachers;
    const startsAt = '2026-09-16T01:30:00Z';
    const { body } = await arranges(lead, aMeeting(studio.studioId, [studio.mentor, teacher], { startsAt }));
    const single = aSingleLesson([town.hangzhou, town.aksu]);
    const told = await proposesLesson(await house.as(teacher), single);
    expect(told.problem?.clashes).toMatchObject([
      {
        rule: 'teacher-taken',
        role: 'presenter',
        party: { id: teacher.id },
        inTheWay: { lessonId: null, activityId: body.id, subject: '函数单元研讨', schools: town.aksu.name },
      },
    ]);
    const untold = await proposesLesson(await house.as(town.hangzhou.coordinator), single);
    expect(untold.status).toBe(409);
    expect(untold.problem?.clashes?.[0]?.inTheWay).toEqual({
      ...{ lessonId: null, activityId: null, itemId: null, week: null, subject: '', schools: '', state: 'confirmed' },
      ...{ startsAt: '2026-09-16T01:30:00Z', endsAt: '2026-09-16T02:30:00Z' },
    });
  });

  it('holds with the constraint of lessons: a role that does not fit its cause, two causes or none are refused', async () => {
    const { body } = await arranges(mentor, meeting());
    const lesson = await anAgreedLesson(house, town);
    const insert = (lessonId: string | null, activityId: string | null, role: string) =>
      house.sql(
        `INSERT INTO hold (lesson_id, activity_id, party_id, role, starts_at, ends_at) VALUES ($1, $2, $3, $4, '2027-01-01T00:00Z', '2027-01-01T01:00Z')`,
        [lessonId, activityId, studio.lead.id, role],
      );
    await expect(insert(null, null, 'presenter')).rejects.toMatchObject({ constraint: 'hold_one_cause' });
    await expect(insert(lesson.id, body.id, 'participant')).rejects.toMatchObject({ constraint: 'hold_one_cause' });
    await expect(insert(lesson.id, null, 'participant')).rejects.toMatchObject({ constraint: 'hold_role_fits' });
    await expect(insert(null, body.id, 'presenter')).rejects.toMatchObject({ constraint: 'hold_role_fits' });
    await expect(insert(lesson.id, null, 'presenter')).rejects.toMatchObject({ constraint: 'hold_lesson_once' });
    await insert(null, body.id, 'participant');
    await expect(
      house.sql(
        `INSERT INTO hold (activity_id, party_id, role, starts_at, ends_at) VALUES ($1, $2, 'participant', '2027-01-02T00:00Z', '2027-01-02T01:00Z')`,
        [body.id, studio.lead.id],
      ),
    ).rejects.toMatchObject({ constraint: 'hold_activity_once' });
    const wrong = (sql: string) => expect(house.sql(sql, [body.id])).rejects;
    await wrong(`UPDATE activity SET meeting_link = 'http://x' WHERE id = $1`).toMatchObject({
      constraint: 'activity_meeting_link_secure',
    });
    await wrong(`UPDATE activity SET meeting_link = NULL WHERE id = $1`).toMatchObject({
      constraint: 'activity_somewhere',
    });
    await wrong(`UPDATE activity SET ends_at = starts_at WHERE id = $1`).toMatchObject({
      constraint: 'activity_forward',
    });
    await wrong(`UPDATE activity SET state = 'held' WHERE id = $1`).toMatchObject({
      constraint: 'activity_summary_when_held',
    });
  });
});
