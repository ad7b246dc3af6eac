import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelLesson, endPairing, mentoringChanged, readWeek, watchMentoring } from '@qinglan/contracts';
import {
  aHouse,
  aLessonToHear,
  aPairing,
  aPerson,
  asksObservation,
  aTab,
  blocked,
  hearingOf,
  type House,
  kindOf,
  type LessonToHear,
  overlapsIn,
  type Person,
  until,
} from '../../support';

let house: House;
let here: LessonToHear;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-08-25T02:00:00Z');
  here = await aLessonToHear(house);
});
afterAll(() => house.close());

const { accept, ask, meets, moveTo, promised, shown, withdraw } = hearingOf(() => here);
const lessonStart = '2026-09-16T01:50:00Z';
const isFree = async (startsAt?: string, who?: Person) => (await meets(startsAt, who)).status === 200;

/** Waits until somebody stands before a lock. */
const isStopped = (what: string, how: string) =>
  until(async () => {
    const found = await house.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND ${how}`);
    return found.length > 0;
  }, what);

describe('an accepted request holds the observer over the lesson', () => {
  it('lets no meeting lie over it, only beside it, and says which lesson is in the way', async () => {
    const id = await ask();
    expect(await isFree()).toBe(true);
    expect(await isFree('2026-09-16T02:30:00Z')).toBe(true);
    await house.sql('UPDATE hold SET released_at = now() WHERE activity_id IS NOT NULL');
    expect(kindOf(await accept(id))).toBe(null);
    const refused = await meets();
    expect(kindOf(refused)).toBe('party-taken');
    expect(refused.problem?.clashes).toMatchObject([
      {
        rule: 'person-taken',
        party: { id: here.people.mentor.id },
        inTheWay: { lessonId: here.lesson.id, subject: '数学' },
      },
    ]);
    expect(await isFree('2026-09-16T01:20:00Z')).toBe(true);
    expect(await isFree('2026-09-16T02:30:00Z')).toBe(true);
  });

  it('is not accepted where the observer is taken, and names what is in the way; another observer is no matter', async () => {
    const id = await ask();
    const meeting = await meets();
    const refused = await accept(id);
    expect(kindOf(refused)).toBe('party-taken');
    expect(refused.problem?.clashes).toMatchObject([
      { party: { name: here.people.mentor.name }, inTheWay: { activityId: meeting.body.id, subject: '函数单元研讨' } },
    ]);
    expect(refused.problem?.detail).toBe(`${here.people.mentor.name} 09:50–10:20 函数单元研讨`);
    expect(await shown(id)).toMatchObject({ state: 'asked', version: 1 });
    const colleague = await aPerson(house, here.town.foreign.id, 'mentor');
    const hers = await aPairing(house, { mentor: colleague, mentee: here.people.mentee, studioId: here.studioId });
    const asked = (await asksObservation(here.mentee, hers, { lessonId: here.lesson.id })).body.id;
    expect(kindOf(await accept(asked, { by: await house.as(colleague) }))).toBe(null);
  });

  it('names the lesson that the observer hears already to the observer, though of neither school', async () => {
    await promised();
    const id = await ask({ lessonId: null, startsAt: lessonStart, minutes: 40, topic: '压强' });
    const refused = await accept(id);
    expect(refused.problem?.clashes?.map(({ inTheWay }) => inTheWay.lessonId)).toContain(here.lesson.id);
  });

  it('needs no second hold of a mentor who accompanies the lesson', async () => {
    const [presenter, localTeacher] = [here.town.hangzhou.teachers[0], here.town.aksu.teachers[0]];
    const turned = await aPairing(house, { mentor: localTeacher, mentee: presenter, studioId: here.studioId });
    const asked = await asksObservation(await house.as(presenter), turned, { lessonId: here.lesson.id });
    expect(kindOf(await accept(asked.body.id, { by: here.mentee }))).toBe(null);
    expect(await house.sql(`SELECT 1 FROM hold WHERE lesson_id = $1 AND role = 'observer'`, [here.lesson.id])).toEqual(
      [],
    );
  });
});

describe('the hold of an observer', () => {
  it('follows a lesson that is moved', async () => {
    await promised();
    expect(kindOf(await moveTo('2026-09-17T01:50:00Z'))).toBe(null);
    expect([await isFree(), await isFree('2026-09-17T01:50:00Z')]).toEqual([true, false]);
    expect(await overlapsIn(house)).toEqual([]);
  });

  it('is let go where the observer is taken then: the lesson moves, and the request is a question again', async () => {
    const id = await promised();
    await meets('2026-09-17T02:00:00Z');
    expect(kindOf(await moveTo('2026-09-17T01:50:00Z'))).toBe(null);
    expect(await shown(id)).toMatchObject({ state: 'asked', startsAt: '2026-09-17T01:50:00+00:00', answeredAt: null });
    expect(await isFree()).toBe(true);
    const [line] = await house.sql<{ act: string; detail: unknown }>(
      'SELECT act, detail FROM history WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(line).toMatchObject({ act: 'observation-request.asked', detail: { reason: 'lesson-moved' } });
    expect(kindOf(await accept(id, { version: 3 }))).toBe('party-taken');
    await house.sql('UPDATE hold SET released_at = now() WHERE activity_id IS NOT NULL');
    expect(kindOf(await accept(id, { version: 3 }))).toBe(null);
    expect(await isFree('2026-09-17T01:50:00Z')).toBe(false);
  });

  it('is freed when the lesson is cancelled, and both hear of it', async () => {
    await promised();
    const tabs = await Promise.all([aTab(here.mentor), aTab(here.mentee)]);
    for (const tab of tabs) await tab.does(watchMentoring, {});
    const body = { reason: '停课' };
    await here.coordinator.call(cancelLesson, {
      params: { lessonId: here.lesson.id },
      body,
      version: here.lesson.version,
    });
    expect(await isFree()).toBe(true);
    await Promise.all(tabs.map((tab) => tab.hears(mentoringChanged)));
    tabs.forEach((tab) => tab.close());
  });

  it('is freed when it is called off, unless the same lesson is promised in another pairing too', async () => {
    const first = await promised();
    const presenter = here.town.hangzhou.teachers[0];
    const other = await aPairing(house, { mentor: here.people.mentor, mentee: presenter, studioId: here.studioId });
    const second = (await asksObservation(await house.as(presenter), other, { lessonId: here.lesson.id })).body.id;
    expect(kindOf(await accept(second))).toBe(null);
    await withdraw(first);
    expect(await isFree()).toBe(false);
    await withdraw(second);
    expect(await isFree()).toBe(true);
    const again = await ask();
    expect(kindOf(await accept(again))).toBe('party-taken');
  });

  it('is freed when the pairing ends, and nothing waits in it any more', async () => {
    const [id, waiting] = [await promised(), await ask()];
    const body = { act: 'dissolve' as const, reason: '调离' };
    const ended = await (
      await house.as(await aPerson(house, here.town.hangzhou.id, 'administrator'))
    ).call(endPairing, { params: { pairingId: here.pairing.pairingId }, body, version: 1 });
    expect(kindOf(ended)).toBe(null);
    const states = await house.sql<{ state: string; reason: string }>(
      'SELECT state, reason FROM observation_request WHERE id = ANY($1)',
      [[id, waiting]],
    );
    expect(states).toEqual(Array(2).fill({ state: 'withdrawn', reason: '调离' }));
    const held = `SELECT 1 FROM hold WHERE lesson_id = $1 AND role = 'observer' AND released_at IS NULL`;
    expect(await house.sql(held, [here.lesson.id])).toEqual([]);
  });
});

describe('a lesson of no timetable', () => {
  const elsewhere = { lessonId: null, startsAt: '2026-09-18T04:00:00Z', topic: '浮力' };

  it('holds both as long as it was said to last, and shows its end in the week', async () => {
    const id = await promised({ ...elsewhere, minutes: 40 });
    expect(await isFree('2026-09-18T04:20:00Z')).toBe(false);
    const refused = await meets('2026-09-18T04:20:00Z', here.people.mentee);
    expect(refused.problem?.clashes).toMatchObject([
      { party: { id: here.people.mentee.id }, inTheWay: { lessonId: null } },
    ]);
    expect(await isFree('2026-09-18T04:40:00Z')).toBe(true);
    const week = await here.mentee.call(readWeek, { params: { schoolId: here.town.aksu.id, monday: '2026-09-14' } });
    expect(week.body.meetings).toMatchObject([{ id, endsAt: '2026-09-18T04:40:00+00:00' }]);
    await withdraw(id);
    expect(await isFree('2026-09-18T04:00:00Z', here.people.mentee)).toBe(true);
  });

  it('is told by its topic to one of the two who wants to meet then', async () => {
    await promised({ ...elsewhere, minutes: 40 });
    const refused = await accept(await ask({ ...elsewhere, topic: '压强', minutes: 40 }));
    expect(refused.problem?.clashes).toHaveLength(2);
    expect(refused.problem?.clashes?.[0]?.inTheWay).toMatchObject({ subject: '浮力' });
  });

  it('is freed by the end of the pairing, also where it is accepted at that moment', async () => {
    const id = await ask({ ...elsewhere, minutes: 40 });
    const administrator = await house.as(await aPerson(house, here.town.hangzhou.id, 'administrator'));
    const body = { act: 'dissolve' as const, reason: '调离' };
    const news = await blocked(house, 'outbox');
    const accepted = accept(id);
    await isStopped('the answer', `wait_event_type = 'Lock' AND query LIKE '%INSERT INTO outbox%'`);
    const ended = administrator.call(endPairing, { params: { pairingId: here.pairing.pairingId }, body, version: 1 });
    await isStopped('the end', `wait_event = 'transactionid'`);
    await news.release();
    expect([kindOf(await accepted), kindOf(await ended)]).toEqual([null, null]);
    expect(await house.sql('SELECT state FROM observation_request WHERE id = $1', [id])).toEqual([
      { state: 'withdrawn' },
    ]);
    expect(await house.sql('SELECT 1 FROM hold WHERE request_id = $1 AND released_at IS NULL', [id])).toEqual([]);
  });

  it('holds nobody where nobody said how long it lasts', async () => {
    const id = await promised(elsewhere);
    expect(await isFree(elsewhere.startsAt)).toBe(true);
    expect(await shown(id)).toMatchObject({ endsAt: null });
  });
});
