import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelLesson, listLessons, moveLesson, readLesson, readLessonHistory } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';
import { randomUUID } from 'node:crypto';
import {
  aCast,
  actorsOf,
  aHouse,
  anAgreedLesson,
  aSingleLesson,
  aTown,
  type Client,
  type House,
  overlapsIn,
  proposesLesson,
  type Town,
} from '../../support';

const kindOf = (answered: { readonly problem: { readonly type: string } | null }) =>
  answered.problem?.type.replace('/problems/', '') ?? null;

describe('a lesson', () => {
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

  const cancels = (client: Client, lessonId: LessonId, given: { reason?: string; version?: number } = {}) =>
    client.call(cancelLesson, {
      params: { lessonId },
      body: { reason: given.reason ?? '教师外出培训' },
      version: given.version ?? 2,
    });
  const moves = (client: Client, lessonId: LessonId, given: { startsAt: string; reason?: string; version?: number }) =>
    client.call(moveLesson, {
      params: { lessonId },
      body: { startsAt: given.startsAt, reason: given.reason ?? '与运动会冲突' },
      version: given.version ?? 2,
    });
  const historyOf = async (lessonId: LessonId) =>
    (await teacher.call(readLessonHistory, { params: { lessonId } })).body.items;

  it('says to its reader what may be done with it', async () => {
    const { id: lessonId } = await anAgreedLesson(house, town);
    const read = async (client: Client) => (await client.call(readLesson, { params: { lessonId } })).body;
    const presentingRoom = { classroomId: town.hangzhou.classrooms[0].id, name: town.hangzhou.classrooms[0].name };
    const receivingRoom = { classroomId: town.aksu.classrooms[0].id, name: town.aksu.classrooms[0].name };
    expect(await read(teacher)).toMatchObject({
      state: 'confirmed',
      mayChange: true,
      mayEnterAs: [presentingRoom],
      mayObserve: true,
      doorOpensAt: '2026-09-16T01:20:00Z',
      doorClosesAt: '2026-09-16T03:30:00Z',
    });
    expect(await read(theirTeacher)).toMatchObject({ mayChange: false, mayEnterAs: [receivingRoom] });
    expect(await read(theirCoordinator)).toMatchObject({ mayChange: true, mayEnterAs: [receivingRoom] });
    const colleague = await house.as(town.hangzhou.teachers[1]);
    expect(await read(colleague)).toMatchObject({ mayChange: false, mayEnterAs: [], mayObserve: true });
    expect(await read(await house.as(town.viewer))).toMatchObject({ mayChange: false, mayEnterAs: [] });
    house.clock.moveTo('2026-09-16T01:50:00Z');
    expect(await read(teacher)).toMatchObject({ mayChange: false });
  });

  it('is hidden from schools that have no part in it', async () => {
    const { id: lessonId } = await anAgreedLesson(house, town);
    const params = { lessonId };
    expect((await stranger.call(readLesson, { params })).status).toBe(404);
    expect((await stranger.call(readLessonHistory, { params })).status).toBe(404);
    expect((await cancels(stranger, lessonId)).status).toBe(404);
    expect((await moves(stranger, lessonId, { startsAt: '2026-09-17T01:50:00Z' })).status).toBe(404);
    expect((await teacher.call(readLesson, { params: { lessonId: randomUUID() } })).status).toBe(404);
  });

  describe('that is cancelled', () => {
    it('frees its slot, keeps the reason, and cannot be cancelled again', async () => {
      const { id: lessonId } = await anAgreedLesson(house, town);
      const cancelled = await cancels(teacher, lessonId);
      expect(cancelled.body).toMatchObject({
        state: 'cancelled',
        reason: '教师外出培训',
        version: 3,
        mayChange: false,
      });
      const [first, second, third] = await historyOf(lessonId);
      expect([first?.act, second?.act, third?.act]).toEqual([
        'lesson.proposed',
        'lesson.confirmed',
        'lesson.cancelled',
      ]);
      expect(third).toMatchObject({ actor: town.hangzhou.teachers[0].name, detail: { reason: '教师外出培训' } });
      expect(kindOf(await cancels(teacher, lessonId, { version: 3 }))).toBe('wrong-state');
      expect((await proposesLesson(teacher, aSingleLesson([town.hangzhou, town.aksu]))).status).toBe(200);
    });

    it('needs a reason, the version that was read, a right, and to be ahead', async () => {
      const { id: lessonId } = await anAgreedLesson(house, town);
      expect(kindOf(await cancels(teacher, lessonId, { reason: '' }))).toBe('reason-missing');
      expect((await cancels(teacher, lessonId, { version: 1 })).status).toBe(412);
      expect((await cancels(theirTeacher, lessonId)).status).toBe(403);
      const sent = await proposesLesson(
        teacher,
        aSingleLesson([town.hangzhou, town.aksu], { startsAt: '2026-09-17T01:50:00Z' }),
      );
      const waiting = sent.body.items[0]?.id ?? (randomUUID() as LessonId);
      expect(kindOf(await cancels(teacher, waiting, { version: 1 }))).toBe('wrong-state');
      house.clock.moveTo('2026-09-16T01:50:00Z');
      expect(kindOf(await cancels(teacher, lessonId))).toBe('in-the-past');
    });
  });

  describe('that is moved', () => {
    it('lies in its new window, keeps its length, and tells from where to where and why', async () => {
      const { id: lessonId } = await anAgreedLesson(house, town);
      const moved = await moves(theirCoordinator, lessonId, { startsAt: '2026-10-14T02:50:00Z' });
      expect(moved.body).toMatchObject({
        startsAt: '2026-10-14T02:50:00+00:00',
        endsAt: '2026-10-14T03:30:00+00:00',
        presentingPeriod: 4,
        receivingPeriod: 2,
        receivingShift: -5,
        state: 'confirmed',
        reason: '与运动会冲突',
        version: 3,
      });
      expect((await historyOf(lessonId)).at(-1)).toMatchObject({
        act: 'lesson.moved',
        actor: town.aksu.coordinator.name,
        detail: {
          before: { startsAt: '2026-09-16T01:50:00Z' },
          after: { startsAt: '2026-10-14T02:50:00Z' },
          reason: '与运动会冲突',
        },
      });
      const holds = await house.sql<{ starts_at: Date }>('SELECT DISTINCT starts_at FROM hold WHERE lesson_id = $1', [
        lessonId,
      ]);
      expect(holds.map((hold) => hold.starts_at.toISOString())).toEqual(['2026-10-14T02:50:00.000Z']);
      expect((await proposesLesson(teacher, aSingleLesson([town.hangzhou, town.aksu]))).status).toBe(200);
    });

    it('is not in its own way', async () => {
      const { id: lessonId } = await anAgreedLesson(house, town);
      expect((await moves(teacher, lessonId, { startsAt: '2026-09-16T01:55:00Z' })).body.presentingShift).toBe(-5);
    });

    it('is asked everything a new lesson is', async () => {
      const { id: lessonId } = await anAgreedLesson(house, town);
      await anAgreedLesson(house, town, { startsAt: '2026-09-17T01:50:00Z' });
      const kind = async (startsAt: string, more: { reason?: string; version?: number } = {}) =>
        kindOf(await moves(teacher, lessonId, { startsAt, ...more }));
      expect(await kind('2026-09-17T01:50:00Z')).toBe('party-taken');
      expect(await kind('2026-09-16T00:00:00Z')).toBe('outside-bell');
      expect(await kind('2026-10-07T02:00:00Z')).toBe('day-closed');
      expect(await kind('2026-08-24T01:50:00Z')).toBe('in-the-past');
      expect(await kind('2026-09-18T01:50:00Z', { reason: ' ' })).toBe('reason-missing');
      expect(await kind('2026-09-18T01:50:00Z', { version: 9 })).toBe('stale');
      expect((await moves(theirTeacher, lessonId, { startsAt: '2026-09-18T01:50:00Z' })).status).toBe(403);
    });

    it('never meets another that is moved crosswise at the same moment', async () => {
      const [early, late] = ['2026-09-16T01:50:00Z', '2026-09-16T02:40:00Z'];
      const one = await anAgreedLesson(house, town, { startsAt: early });
      const two = await anAgreedLesson(house, town, { startsAt: late });
      for (let round = 0; round < 5; round += 1) {
        const replies = await Promise.all([
          moves(teacher, one.id, { startsAt: late }),
          moves(theirCoordinator, two.id, { startsAt: early }),
        ]);
        expect(replies.map(kindOf)).toEqual(['party-taken', 'party-taken']);
      }
      const free = '2026-09-16T04:50:00Z';
      const rush = await Promise.all([
        ...Array.from({ length: 5 }, () => moves(teacher, one.id, { startsAt: free })),
        ...Array.from({ length: 5 }, () => moves(theirCoordinator, two.id, { startsAt: free })),
      ]);
      expect(rush.filter((reply) => reply.status === 200)).toHaveLength(1);
      expect(rush.every((reply) => [200, 409, 412].includes(reply.status))).toBe(true);
      expect(await overlapsIn(house)).toEqual([]);
    });
  });

  describe('in lists', () => {
    it('comes by its start, page by page, in a span, by state, and only to those who may see it', async () => {
      const days = ['14', '15', '16', '17', '18'];
      const ids: LessonId[] = [];
      for (const day of days)
        ids.push((await anAgreedLesson(house, town, { startsAt: `2026-09-${day}T01:50:00Z` })).id);
      const other = await proposesLesson(
        coordinator,
        aSingleLesson([town.hangzhou, town.aksu], {
          ...aCast([town.hangzhou, town.aksu], 1),
          startsAt: '2026-09-14T01:50:00Z',
        }),
      );
      const listed = async (client: Client, query: Record<string, string | number>) =>
        (await client.call(listLessons, { query })).body.items.map((one) => one.id);
      const seen: LessonId[] = [];
      for (let after: string | undefined; ;) {
        const page: { items: { id: LessonId }[]; next: string | null } = (
          await theirCoordinator.call(listLessons, { query: { limit: 2, after, state: 'confirmed' } })
        ).body;
        seen.push(...page.items.map((one) => one.id));
        if (page.next === null) break;
        after = page.next;
      }
      expect(seen).toEqual(ids);
      const span = { from: '2026-09-15T01:50:00Z', to: '2026-09-17T01:50:00Z' };
      expect(await listed(teacher, span)).toEqual(ids.slice(1, 3));
      expect(await listed(teacher, { mine: 'true' })).toEqual(ids);
      expect(await listed(theirTeacher, { mine: 'true' })).toEqual(ids);
      expect(await listed(await house.as(town.hangzhou.teachers[1]), { mine: 'true' })).toEqual(
        other.body.items.map((one) => one.id),
      );
      expect(await listed(teacher, { schoolId: town.aksu.id, state: 'proposed' })).toEqual(
        other.body.items.map((one) => one.id),
      );
      expect(await listed(stranger, {})).toEqual([]);
      expect(await listed(stranger, { schoolId: town.aksu.id })).toEqual([]);
      const viewer = await house.as(town.viewer);
      expect(await listed(viewer, { schoolId: town.hangzhou.id })).toHaveLength(6);
      expect((await listed(viewer, { limit: 200 })).length).toBeGreaterThanOrEqual(6);
      expect((await teacher.call(listLessons, { query: { after: 'x' } })).status).toBe(400);
    });
  });
});
