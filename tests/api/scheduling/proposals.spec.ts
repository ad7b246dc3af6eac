import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { propose } from '@qinglan/contracts';
import type { LessonId, ProposalId } from '@qinglan/domain';
import {
  actorsOf,
  aHouse,
  aSingleLesson,
  aTown,
  Client,
  type House,
  kindOf,
  proposesLesson,
  type SingleLesson,
  type Town,
} from '../../support';
import { answers, idsOf, liveHolds } from './proposal-parts';

describe('a proposal', () => {
  let house: House;
  let town: Town;
  let teacher: Client;
  let coordinator: Client;
  let theirCoordinator: Client;
  let theirTeacher: Client;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    town = await aTown(house);
    ({ teacher, coordinator, theirCoordinator, theirTeacher, stranger } = await actorsOf(house, town));
  });
  afterAll(() => house.close());

  const lesson = (wish: Partial<SingleLesson> = {}) => aSingleLesson([town.hangzhou, town.aksu], wish);
  const aSent = async (wish: Partial<SingleLesson> = {}) => (await proposesLesson(teacher, lesson(wish))).body;

  it('of a single lesson lies in both bells and holds six parties', async () => {
    const sent = await aSent({ topic: '函数的概念' });
    expect(sent).toMatchObject({ status: 'open', seriesId: null, proposedBy: town.hangzhou.teachers[0].name });
    expect(sent.items[0]).toMatchObject({
      topic: '函数的概念',
      startsAt: '2026-09-16T01:50:00+00:00',
      endsAt: '2026-09-16T02:30:00+00:00',
      presentingPeriod: 3,
      receivingPeriod: 1,
      presentingShift: -10,
      receivingShift: 10,
    });
    expect(await liveHolds(house, sent.id)).toBe(6);
  });

  it('waits three working days of the school that is asked', async () => {
    // Tuesday 25 August: Wednesday, Thursday, Friday, until its end in Beijing.
    expect((await aSent()).expiresAt).toBe('2026-08-28T16:00:00+00:00');
    // Wednesday 30 September: the holiday lasts to 7 October; Thursday, Friday, and Saturday that makes up.
    house.clock.moveTo('2026-09-30T02:00:00Z');
    const later = await proposesLesson(teacher, lesson({ startsAt: '2026-10-14T02:00:00Z' }));
    expect(later.body.expiresAt).toBe('2026-10-10T16:00:00+00:00');
  });

  it('names party, rule, lesson in the way and free starts of the day', async () => {
    const first = await aSent();
    const again = await proposesLesson(coordinator, lesson({ localTeacherId: town.aksu.teachers[1].id }));
    expect(kindOf(again)).toBe('party-taken');
    const clashes = again.problem?.clashes ?? [];
    expect(clashes.map((clash) => clash.rule)).toEqual([
      'teacher-taken',
      'class-taken',
      'class-taken',
      'classroom-taken',
      'classroom-taken',
    ]);
    expect(clashes[0]?.inTheWay).toMatchObject({ lessonId: first.items[0]?.id, subject: '数学' });
    expect(clashes[0]?.moves.slice(0, 2).map((move) => move.startsAt)).toEqual(['10:40', '12:50']);
  });

  it('must lie in a clean window of both bells on a teaching day of both', async () => {
    const kind = async (wish: Partial<SingleLesson>) => kindOf(await proposesLesson(teacher, lesson(wish)));
    expect(await kind({ startsAt: '2026-09-16T01:30:00Z' })).toBe('outside-bell');
    expect(await kind({ startsAt: '2026-09-16T01:52:00Z' })).toBe('outside-bell');
    expect(await kind({ startsAt: '2026-10-07T02:00:00Z' })).toBe('day-closed');
    expect(await kind({ startsAt: '2026-09-19T01:50:00Z' })).toBe('day-closed');
    expect(await kind({ startsAt: '2026-08-24T01:50:00Z' })).toBe('in-the-past');
    expect(await kind({ startsAt: '2026-09-16T01:50:30Z' })).toBe('invalid-input');
    expect(await kind({ presentingClassroomId: town.foreign.classrooms[0].id })).toBe('party-foreign');
    await house.sql(`UPDATE partnership SET to_day = '2026-09-01' WHERE id = $1`, [town.partnershipId]);
    expect(await kind({})).toBe('partnership-ended');
    await house.sql('UPDATE partnership SET to_day = NULL, from_day = $2 WHERE id = $1', [
      town.partnershipId,
      '2027-01-01',
    ]);
    expect(await kind({})).toBe('not-partners');
    expect(kindOf(await proposesLesson(coordinator, aSingleLesson([town.hangzhou, town.foreign])))).toBe(
      'not-partners',
    );
  });

  it('of a meeting without classes may be at any time of any day', async () => {
    const meeting = { kind: 'training' as const, presentingClassId: null, receivingClassId: null };
    const evening = await proposesLesson(
      teacher,
      lesson({ ...meeting, startsAt: '2026-09-19T12:07:00Z', minutes: 60 }),
    );
    expect(evening.body.items[0]).toMatchObject({ presentingPeriod: null, receivingPeriod: null, presentingShift: 0 });
    const taken = await proposesLesson(teacher, lesson({ ...meeting, startsAt: '2026-09-19T12:30:00Z' }));
    expect(kindOf(taken)).toBe('party-taken');
    const touching = await proposesLesson(teacher, lesson({ ...meeting, startsAt: '2026-09-19T13:07:00Z' }));
    expect(touching.status).toBe(200);
    const midnight = await proposesLesson(
      teacher,
      lesson({ ...meeting, startsAt: '2026-09-19T15:30:00Z', minutes: 60 }),
    );
    expect(kindOf(midnight)).toBe('invalid-input');
  });

  it('may be made by either school: a teacher for her own lessons, a coordinator for any', async () => {
    const other = await house.as(town.hangzhou.teachers[1]);
    expect((await proposesLesson(other, lesson())).status).toBe(403);
    expect((await proposesLesson(stranger, lesson())).status).toBe(404);
    expect((await proposesLesson(await house.as(town.administrator), lesson())).status).toBe(403);
    const fromAksu = await proposesLesson(theirTeacher, lesson());
    expect(fromAksu.body).toMatchObject({ fromSchool: { id: town.aksu.id }, toSchool: { id: town.hangzhou.id } });
    expect(kindOf(await answers(theirCoordinator, fromAksu.body.id, { accept: idsOf(fromAksu.body) }))).toBe(
      'forbidden',
    );
    expect((await answers(coordinator, fromAksu.body.id, { accept: idsOf(fromAksu.body) })).status).toBe(200);
  });

  it('of a single lesson happens once when it is sent fifty times at once', async () => {
    const params = { proposalId: randomUUID() as ProposalId };
    const body = { of: 'lesson' as const, lessonId: randomUUID() as LessonId, lesson: lesson(), message: null };
    const replies = await Promise.all(Array.from({ length: 50 }, () => teacher.call(propose, { params, body })));
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    expect(await house.sql('SELECT id FROM lesson WHERE proposal_id = $1', [params.proposalId])).toHaveLength(1);
    const [note] = await house.sql<{ n: number }>('SELECT count(*)::int AS n FROM history WHERE subject_id = $1', [
      body.lessonId,
    ]);
    expect(note?.n).toBe(1);
    const other = { ...body, lesson: lesson({ startsAt: '2026-09-17T01:50:00Z' }) };
    expect(kindOf(await teacher.call(propose, { params, body: other }))).toBe('id-taken');
    const sameLesson = { ...other, lesson: { ...other.lesson, startsAt: '2026-09-18T01:50:00Z' } };
    const anew = { proposalId: randomUUID() as ProposalId };
    expect(kindOf(await teacher.call(propose, { params: anew, body: sameLesson }))).toBe('id-taken');
  });
});
