import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PruneRooms } from '@qinglan/api-live';
import { beat, catchUp, countHeads, readRecord, roomChanged, type RoomSnapshot } from '@qinglan/contracts';
import { aHouse, aLesson, aTown, type HeldLesson, type House, type Person, type Town } from '../../support';
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

const classroom = (room: RoomSnapshot, part: string) => room.classrooms.find((one) => one.part === part);

describe('catching up', () => {
  it('gives the deltas after a position, and they lead to the snapshot', async () => {
    const start = (await enters(town.viewer, null)).snapshot;
    expect(start).toMatchObject({ epoch: lesson.id, offset: 0 });
    await presents();
    const aksu = await receives();
    const tab = await tabOf(town.viewer);
    const missed = await tab.does(catchUp, {
      lessonId: lesson.id,
      since: { epoch: start.epoch, offset: start.offset },
    });
    if (missed.how !== 'deltas') throw new Error('expected deltas');
    expect(missed.deltas.map(({ fromOffset, offset }) => [fromOffset, offset])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(missed.deltas.at(-1)?.offset).toBe(aksu.snapshot.offset);
    const none = await tab.does(catchUp, { lessonId: lesson.id, since: { epoch: start.epoch, offset: 3 } });
    expect(none).toEqual({ how: 'deltas', deltas: [] });
  });

  it.each([
    ['of another epoch', () => ({ epoch: 'other', offset: 0 })],
    ['that lies ahead', () => ({ epoch: lesson.id as string, offset: 99 })],
  ])('gives the snapshot for a position %s', async (_, since) => {
    await presents();
    const tab = await tabOf(town.viewer);
    const reply = await tab.does(catchUp, { lessonId: lesson.id, since: since() });
    expect(reply.how).toBe('snapshot');
  });

  it('gives the snapshot where part of the log is gone, and a new epoch after a day', async () => {
    await presents();
    await receives();
    await house.sql('DELETE FROM room_log WHERE lesson_id = $1 AND "offset" = 2', [lesson.id]);
    const tab = await tabOf(town.viewer);
    const since = { epoch: lesson.id as string, offset: 0 };
    expect((await tab.does(catchUp, { lessonId: lesson.id, since })).how).toBe('snapshot');

    house.clock.pass({ hours: 24, seconds: 1 });
    await house.app.get(PruneRooms, { strict: false }).execute();
    expect(await house.sql('SELECT 1 FROM room_log WHERE lesson_id = $1', [lesson.id])).toEqual([]);
    const reply = await tab.does(catchUp, { lessonId: lesson.id, since: { epoch: lesson.id, offset: 3 } });
    if (reply.how !== 'snapshot') throw new Error('expected a snapshot');
    expect(reply.snapshot.epoch).not.toBe(lesson.id);
    expect(reply.snapshot.offset).toBe(0);
  });

  it('is seen to be needed from the position that a beat answers', async () => {
    const { tab, snapshot } = await presents();
    expect(await tab.does(beat, { lessonId: lesson.id })).toEqual({ epoch: snapshot.epoch, offset: snapshot.offset });
  });
});

describe('head counts', () => {
  const counts = async (person: Person, classroomId: HeldLesson['presentingClassroomId'], headCount = 38) =>
    (await tabOf(person)).problemOf(countHeads, { lessonId: lesson.id, classroomId, headCount });

  it('are kept, told to the room, and the last word counts', async () => {
    const hangzhou = await presents();
    const heard = hangzhou.tab.hears(roomChanged, (delta) => delta.changes.some((change) => change.of === 'count'));
    expect(await counts(lesson.localTeacher, lesson.receivingClassroomId, 38)).toBe('none');
    expect((await heard).changes).toEqual([{ of: 'count', classroomId: lesson.receivingClassroomId, headCount: 38 }]);
    expect(await counts(town.aksu.coordinator, lesson.receivingClassroomId, 40)).toBe('none');
    expect(classroom((await receives()).snapshot, 'receiving')?.headCount).toBe(40);
    const record = await (await house.as(lesson.presenter)).call(readRecord, { params: { lessonId: lesson.id } });
    expect(record.body.classrooms.map((one) => one.headCount)).toEqual([null, 40]);
  });

  it('are given by those who stand in the room alone, while it is open', async () => {
    expect(await counts(lesson.presenter, lesson.presentingClassroomId)).toBe('none');
    expect(await counts(lesson.presenter, lesson.receivingClassroomId)).toBe('forbidden');
    expect(await counts(town.viewer, lesson.receivingClassroomId)).toBe('forbidden');
    expect(await counts(town.aksu.teachers[2], lesson.receivingClassroomId)).toBe('forbidden');
    house.clock.moveTo('2026-09-16T03:30:00Z');
    expect(await counts(lesson.localTeacher, lesson.receivingClassroomId)).toBe('room-closed');
  });
});
