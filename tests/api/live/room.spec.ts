import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CloseSilent } from '@qinglan/api-live';
import {
  beat,
  catchUp,
  countHeads,
  enterRoom,
  leaveRoom,
  roomChanged,
  type RoomDelta,
  type RoomSnapshot,
} from '@qinglan/contracts';
import { aHouse, aLesson, aTown, type HeldLesson, type House, type Person, type Town, until } from '../../support';
import { visitorsOf } from './visitors';

let house: House;
let town: Town;
let lesson: HeldLesson;
const { enters, leave, presents, receives, tabOf } = visitorsOf(() => ({ house, lesson }));

beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:45:00Z' });
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T01:45:00Z');
  town = await aTown(house);
  lesson = await aLesson(house, town);
});
afterEach(leave);
afterAll(() => house.close());

const shows = (classroomId: string, connected: boolean) => (delta: RoomDelta) =>
  delta.changes.some(
    (change) => change.of === 'classroom' && change.classroomId === classroomId && change.connected === connected,
  );
const classroom = (room: RoomSnapshot, part: string) => room.classrooms.find((one) => one.part === part);
const intervals = () =>
  house.sql<{ classroom_id: string; opened_at: Date; closed_at: Date | null }>(
    'SELECT classroom_id, opened_at, closed_at FROM presence_interval WHERE lesson_id = $1 ORDER BY opened_at',
    [lesson.id],
  );
const closeSilent = () => house.app.get(CloseSilent, { strict: false }).execute();

describe('who may enter a lesson room', () => {
  const tries = (person: Person, classroomId: HeldLesson['presentingClassroomId'] | null) =>
    tabOf(person).then((tab) => tab.problemOf(enterRoom, { lessonId: lesson.id, classroomId, since: null }));

  it('each end as its own classroom, and whoever sees the lesson to watch', async () => {
    expect(await tries(lesson.presenter, lesson.presentingClassroomId)).toBe('none');
    expect(await tries(town.aksu.coordinator, lesson.receivingClassroomId)).toBe('none');
    expect(await tries(town.hangzhou.teachers[2], null)).toBe('none');
    expect(await tries(town.viewer, null)).toBe('none');
    expect(await tries(town.administrator, null)).toBe('none');
  });

  it('nobody as the other end, as another teacher or as a viewer', async () => {
    expect(await tries(lesson.presenter, lesson.receivingClassroomId)).toBe('forbidden');
    expect(await tries(town.hangzhou.teachers[2], lesson.presentingClassroomId)).toBe('forbidden');
    expect(await tries(town.viewer, lesson.presentingClassroomId)).toBe('forbidden');
  });

  it('for people of a foreign school the lesson is not there, and neither is a classroom of no part in it', async () => {
    expect(await tries(town.foreign.coordinator, null)).toBe('not-found');
    expect(await tries(town.foreign.coordinator, town.foreign.classrooms[0].id)).toBe('not-found');
    expect(await tries(lesson.presenter, town.hangzhou.classrooms[1].id)).toBe('not-found');
    const stranger = await tabOf(town.foreign.coordinator);
    const count = { lessonId: lesson.id, classroomId: lesson.receivingClassroomId, headCount: 1 };
    expect(await stranger.problemOf(countHeads, count)).toBe('not-found');
    expect(await stranger.problemOf(catchUp, { lessonId: lesson.id, since: { epoch: lesson.id, offset: 0 } })).toBe(
      'not-found',
    );
    expect(await stranger.problemOf(beat, { lessonId: lesson.id })).toBe('not-found');
  });

  it.each([
    ['2026-09-16T01:19:59Z', 'room-closed'],
    ['2026-09-16T01:20:00Z', 'none'],
    ['2026-09-16T03:29:59Z', 'none'],
    ['2026-09-16T03:30:00Z', 'room-closed'],
  ])('at %s: %s', async (now, problem) => {
    house.clock.moveTo(now);
    await house.sql(`UPDATE lesson SET state = 'ended' WHERE id = $1 AND $2::timestamptz > ends_at`, [lesson.id, now]);
    expect(await tries(lesson.presenter, lesson.presentingClassroomId)).toBe(problem);
  });

  it.each([['proposed'], ['cancelled'], ['missed']])('nobody while the lesson is %s', async (state) => {
    await house.sql('UPDATE lesson SET state = $2 WHERE id = $1', [lesson.id, state]);
    expect(await tries(lesson.presenter, lesson.presentingClassroomId)).toBe('room-closed');
  });
});

describe('two classrooms', () => {
  it('see each other connect, drop and return within a second each', async () => {
    const hangzhou = await presents();
    expect(hangzhou.card.id).toBe(lesson.id);
    expect(classroom(hangzhou.snapshot, 'presenting')).toMatchObject({ connected: true, headCount: null });
    expect(classroom(hangzhou.snapshot, 'receiving')).toMatchObject({ connected: false, since: null });
    const seen = hangzhou.tab.hears(roomChanged, shows(lesson.receivingClassroomId, true), 1000);
    const aksu = await receives();
    expect(classroom(aksu.snapshot, 'presenting')).toMatchObject({ connected: true, school: town.hangzhou.name });
    await seen;

    house.clock.pass({ minutes: 1 });
    const dropped = hangzhou.tab.hears(roomChanged, shows(lesson.receivingClassroomId, false), 1000);
    aksu.tab.socket.io.engine.close();
    expect((await dropped).changes).toContainEqual(expect.objectContaining({ since: '2026-09-16T01:46:00Z' }));

    house.clock.pass({ minutes: 4 });
    hangzhou.tab.heard.length = 0;
    const back = hangzhou.tab.hears(roomChanged, shows(lesson.receivingClassroomId, true), 1000);
    await receives();
    expect((await back).changes).toContainEqual(expect.objectContaining({ since: '2026-09-16T01:45:00Z' }));
    expect((await intervals()).filter((one) => one.classroom_id === lesson.receivingClassroomId)).toHaveLength(1);
  });

  it('make the lesson live, for both schools and in its history', async () => {
    const hangzhou = await presents();
    const live = hangzhou.tab.hears(roomChanged, (delta) => delta.changes.some((change) => change.of === 'lesson'));
    const aksu = await receives();
    expect(aksu.snapshot.lessonState).toBe('live');
    expect((await live).changes).toContainEqual({ of: 'lesson', lessonState: 'live' });
    const acts = await house.sql('SELECT act FROM history WHERE subject_id = $1', [lesson.id]);
    expect(acts).toEqual([{ act: 'lesson.live' }]);
  });
});

describe('one presence', () => {
  it('however many tabs a classroom opened', async () => {
    const observer = await enters(town.viewer, null);
    const [first, second] = [await presents(), await presents()];
    await first.tab.does(leaveRoom, { lessonId: lesson.id });
    first.tab.close();
    await second.tab.does(beat, { lessonId: lesson.id });
    expect(observer.tab.all(roomChanged).flatMap((delta) => delta.changes)).toHaveLength(1);
    const gone = observer.tab.hears(roomChanged, shows(lesson.presentingClassroomId, false));
    second.tab.close();
    await gone;
    expect(await intervals()).toHaveLength(1);
  });

  it('and few deltas when twenty come and go in a burst', async () => {
    const observer = await enters(town.viewer, null);
    const many = await Promise.all(Array.from({ length: 20 }, () => presents()));
    many.forEach(({ tab }) => tab.close());
    await observer.tab.hears(roomChanged, shows(lesson.presentingClassroomId, false));
    expect(observer.tab.all(roomChanged).length).toBeLessThanOrEqual(3);
    expect(await intervals()).toHaveLength(1);
  });

  it('and none left when links break while their tabs still enter', async () => {
    const observer = await enters(town.viewer, null);
    const hasty = await Promise.all(Array.from({ length: 12 }, () => tabOf(lesson.presenter)));
    const wish = { lessonId: lesson.id, classroomId: lesson.presentingClassroomId, since: null };
    for (const { socket } of hasty) {
      socket.emit(enterRoom.name, wish);
      // The server has begun to hear it by the time that another one is answered.
      await observer.tab.does(beat, { lessonId: lesson.id });
      socket.close();
    }
    await observer.tab.hears(
      roomChanged,
      (delta) => delta.offset > 0 && shows(lesson.presentingClassroomId, false)(delta),
    );
    await until(async () => (await intervals()).every((one) => one.closed_at !== null), 'the departure of all');
  });

  it('that follows a tab which enters again as the other classroom', async () => {
    await house.sql(`UPDATE lesson SET presenter_id = $2, receiving_school_id = presenting_school_id WHERE id = $1`, [
      lesson.id,
      town.hangzhou.coordinator.id,
    ]);
    const { tab } = await enters(town.hangzhou.coordinator, lesson.presentingClassroomId);
    const other = { lessonId: lesson.id, classroomId: lesson.receivingClassroomId, since: null };
    const reply = await tab.does(enterRoom, other);
    if (reply.how !== 'snapshot') throw new Error('expected a snapshot');
    expect(classroom(reply.snapshot, 'presenting')?.connected).toBe(false);
    expect(classroom(reply.snapshot, 'receiving')?.connected).toBe(true);
  });
});

describe('silence', () => {
  it('of 75 seconds is a departure, at the moment of the last beat; the next beat joins', async () => {
    const observer = await enters(town.viewer, null);
    const { tab } = await presents();
    house.clock.pass({ seconds: 25 });
    await tab.does(beat, { lessonId: lesson.id });
    house.clock.pass({ seconds: 74 });
    await closeSilent();
    expect((await intervals())[0]?.closed_at).toBeNull();
    house.clock.pass({ seconds: 1 });
    const gone = observer.tab.hears(roomChanged, shows(lesson.presentingClassroomId, false));
    await closeSilent();
    expect((await gone).changes).toContainEqual(expect.objectContaining({ since: '2026-09-16T01:45:25Z' }));
    observer.tab.heard.length = 0;
    const back = observer.tab.hears(roomChanged, shows(lesson.presentingClassroomId, true));
    await tab.does(beat, { lessonId: lesson.id });
    await back;
    expect(await intervals()).toEqual([expect.objectContaining({ closed_at: null })]);
  });

  it('longer than the grace begins a new interval', async () => {
    const { tab } = await presents();
    house.clock.pass({ minutes: 5, seconds: 1 });
    await tab.does(beat, { lessonId: lesson.id });
    const [first, second] = await intervals();
    expect(first?.closed_at).toEqual(new Date('2026-09-16T01:45:00Z'));
    expect(second).toMatchObject({ opened_at: new Date('2026-09-16T01:50:01Z'), closed_at: null });
  });

  it('of a beat after the room closed changes nothing any more', async () => {
    const { tab } = await presents();
    await house.sql(`UPDATE presence_interval SET last_beat_at = '2026-09-16T03:29:50Z' WHERE lesson_id = $1`, [
      lesson.id,
    ]);
    house.clock.moveTo('2026-09-16T03:30:00Z');
    await closeSilent();
    expect((await intervals())[0]?.closed_at).toEqual(new Date('2026-09-16T03:29:50Z'));
    expect(await tab.problemOf(beat, { lessonId: lesson.id })).toBe('room-closed');
  });

  it('of a tab that never entered: it has to', async () => {
    expect(await (await tabOf(lesson.presenter)).problemOf(beat, { lessonId: lesson.id })).toBe('not-found');
  });
});
