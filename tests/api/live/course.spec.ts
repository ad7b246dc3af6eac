import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { beat, enterRoom, readRecord, roomChanged, signRecord } from '@qinglan/contracts';
import { SettleLessons } from '@qinglan/api-live';
import { aHouse, aLesson, aTab, aTown, type HeldLesson, type House, type Person, Tab, type Town } from '../../support';

let house: House;
let town: Town;
let lesson: HeldLesson;
const tabs: Tab[] = [];

beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:45:00Z' });
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T01:45:00Z');
  town = await aTown(house);
  lesson = await aLesson(house, town);
});
afterEach(() => tabs.splice(0).forEach((tab) => tab.close()));
afterAll(() => house.close());

async function enters(person: Person, classroomId: HeldLesson['presentingClassroomId'] | null): Promise<Tab> {
  const tab = await aTab(await house.as(person));
  tabs.push(tab);
  await tab.does(enterRoom, { lessonId: lesson.id, classroomId, since: null });
  return tab;
}
const presents = () => enters(lesson.presenter, lesson.presentingClassroomId);
const receives = () => enters(lesson.localTeacher, lesson.receivingClassroomId);

/** Time passes in steps within the grace, after each of which everybody there beats. */
async function passes(minutes: number, ...there: Tab[]): Promise<void> {
  for (let left = minutes; left > 0; left -= 3) {
    house.clock.pass({ minutes: Math.min(left, 3) });
    await Promise.all(there.map((tab) => tab.does(beat, { lessonId: lesson.id })));
  }
}

/** A link that breaks, seen by whoever watches. */
async function drops(tab: Tab, seenBy: Tab): Promise<void> {
  seenBy.heard.length = 0;
  const gone = seenBy.hears(roomChanged, (delta) =>
    delta.changes.some((one) => one.of === 'classroom' && !one.connected),
  );
  tab.close();
  await gone;
}

const settle = () => house.app.get(SettleLessons, { strict: false }).execute();
const state = async () => (await house.sql('SELECT state FROM lesson WHERE id = $1', [lesson.id]))[0]?.['state'];
const acts = () => house.sql('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [lesson.id]);
const record = async (reader: Person) => (await house.as(reader)).call(readRecord, { params: { lessonId: lesson.id } });
const signs = async (person: Person) => (await house.as(person)).call(signRecord, { params: { lessonId: lesson.id } });

async function held(): Promise<void> {
  const [hangzhou, aksu] = [await presents(), await receives()];
  await passes(46, hangzhou, aksu);
  await settle();
}

describe('a lesson whose time is over', () => {
  it('has ended where both ends were there, and the record says from when to when', async () => {
    const watching = await enters(town.viewer, null);
    const hangzhou = await presents();
    await passes(7, hangzhou);
    const aksu = await receives();
    expect(await state()).toBe('live');
    await passes(10, hangzhou, aksu);
    await drops(aksu, watching);
    await passes(3, hangzhou);
    const back = await receives();
    await passes(20, hangzhou, back);
    await drops(back, watching);
    await passes(10, hangzhou);
    await settle();
    expect(await state()).toBe('ended');
    const { body } = await record(lesson.presenter);
    // The lesson ran 09:50 to 10:30; Aksu was there 09:52 to 10:25, three minutes of it within the grace.
    expect(body).toMatchObject({ plannedMinutes: 40, effectiveMinutes: 33, lessonState: 'ended', maySign: true });
    expect(body.classrooms).toEqual([
      expect.objectContaining({ part: 'presenting', intervals: [{ from: '2026-09-16T01:45:00Z', to: null }] }),
      expect.objectContaining({
        part: 'receiving',
        intervals: [{ from: '2026-09-16T01:52:00Z', to: '2026-09-16T02:25:00Z' }],
      }),
    ]);
    expect(await acts()).toEqual([{ act: 'lesson.live' }, { act: 'lesson.ended' }]);
    await watching.hears(roomChanged, ({ changes }) =>
      changes.some((change) => change.of === 'lesson' && change.lessonState === 'ended'),
    );
  });

  it('counts an absence longer than the grace as an absence', async () => {
    const watching = await enters(town.viewer, null);
    const [hangzhou, aksu] = [await presents(), await receives()];
    await passes(15, hangzhou, aksu);
    await drops(aksu, watching);
    await passes(6, hangzhou);
    const back = await receives();
    await passes(24, hangzhou, back);
    await settle();
    const { body } = await record(lesson.localTeacher);
    expect(body.effectiveMinutes).toBe(34);
    expect(body.classrooms[1]?.intervals).toHaveLength(2);
  });

  it('was interrupted where it was held for too little of its time', async () => {
    const watching = await enters(town.viewer, null);
    const [hangzhou, aksu] = [await presents(), await receives()];
    await passes(15, hangzhou, aksu);
    await drops(aksu, watching);
    await passes(31, hangzhou);
    await settle();
    expect(await state()).toBe('interrupted');
    expect((await record(lesson.presenter)).body).toMatchObject({ effectiveMinutes: 10, maySign: false });
    expect((await signs(lesson.presenter)).problem?.type).toBe('/problems/wrong-state');
  });

  it('is not judged where it was agreed after it was over', async () => {
    await house.sql('UPDATE proposal SET proposed_at = $1', ['2026-09-17T01:00:00Z']);
    house.clock.moveTo('2026-09-17T02:00:00Z');
    await settle();
    expect(await state()).toBe('confirmed');
    expect(await acts()).toEqual([]);
  });

  it('is not judged where it was accepted after it was over', async () => {
    const happened = `INSERT INTO history (subject_id, at, act) VALUES ($1, $2, 'lesson.confirmed')`;
    await house.sql(happened, [lesson.id, '2026-09-16T02:30:00Z']);
    house.clock.moveTo('2026-09-17T02:00:00Z');
    await settle();
    expect(await state()).toBe('confirmed');
  });

  it('was missed where one end never came', async () => {
    const hangzhou = await presents();
    await passes(46, hangzhou);
    await settle();
    expect(await state()).toBe('missed');
    expect(await acts()).toEqual([{ act: 'lesson.missed' }]);
  });

  it('is not judged a moment too early', async () => {
    house.clock.moveTo('2026-09-16T02:29:59Z');
    await settle();
    expect(await state()).toBe('confirmed');
  });

  it('is settled once by many who try at the same time', async () => {
    house.clock.moveTo('2026-09-16T02:30:00Z');
    await Promise.all(Array.from({ length: 8 }, settle));
    expect(await acts()).toEqual([{ act: 'lesson.missed' }]);
  });

  it('was live although nobody was there to say so: a restart kept it from being called live', async () => {
    await house.sql(
      `INSERT INTO presence_interval (lesson_id, classroom_id, opened_at, last_beat_at, closed_at)
       SELECT $1, room, '2026-09-16T01:50:00Z', '2026-09-16T02:20:00Z', '2026-09-16T02:20:00Z' FROM unnest($2::uuid[]) AS room`,
      [lesson.id, [lesson.presentingClassroomId, lesson.receivingClassroomId]],
    );
    house.clock.moveTo('2026-09-16T02:30:00Z');
    await settle();
    expect(await acts()).toEqual([{ act: 'lesson.live' }, { act: 'lesson.ended' }]);
  });
});

describe('the record', () => {
  it('is not there for a foreign school, and seen by both schools, viewers and administrators', async () => {
    expect((await record(town.foreign.coordinator)).status).toBe(404);
    for (const reader of [town.aksu.coordinator, town.hangzhou.teachers[2], town.viewer, town.administrator])
      expect((await record(reader)).body).toMatchObject({ effectiveMinutes: 0, maySign: false });
    expect((await signs(town.foreign.teachers[0])).status).toBe(404);
  });

  it('is confirmed by the teacher of each end, and the lesson is verified', async () => {
    await held();
    expect((await signs(lesson.presenter)).body).toMatchObject({
      lessonState: 'ended',
      maySign: false,
      signatures: [{ schoolId: town.hangzhou.id, person: lesson.presenter.name }],
    });
    expect((await signs(lesson.presenter)).problem?.type).toBe('/problems/already-signed');
    expect((await record(lesson.localTeacher)).body.maySign).toBe(true);
    const verified = (await signs(lesson.localTeacher)).body;
    expect(verified).toMatchObject({ lessonState: 'verified', maySign: false });
    expect(verified.signatures).toHaveLength(2);
    expect(await state()).toBe('verified');
    expect((await acts()).slice(-3)).toEqual([
      { act: 'lesson.signed' },
      { act: 'lesson.signed' },
      { act: 'lesson.verified' },
    ]);
  });

  it('is confirmed by nobody else, and not before the lesson has ended', async () => {
    expect((await signs(lesson.presenter)).problem?.type).toBe('/problems/wrong-state');
    await held();
    expect((await signs(town.hangzhou.teachers[2])).status).toBe(403);
    expect((await signs(town.aksu.coordinator)).status).toBe(403);
    expect((await signs(town.viewer)).status).toBe(403);
  });

  it('takes one of many signatures that one end gives at once', async () => {
    await held();
    const answers = await Promise.all(Array.from({ length: 6 }, () => signs(lesson.presenter)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });
});
