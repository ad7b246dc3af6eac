import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerObservationRequest,
  cancelLesson,
  endPairing,
  type LessonCard,
  mentoringChanged,
  moveLesson,
  problemName,
  readObservationRequest,
  readWeek,
  watchMentoring,
  withdrawObservationRequest,
} from '@qinglan/contracts';
import type { ObservationRequestId, StudioId } from '@qinglan/domain';
import {
  aHouse,
  aMeeting,
  anAgreedLesson,
  aPairing,
  aPerson,
  arranges,
  asksObservation,
  aStudio,
  aTab,
  aTown,
  blocked,
  type Client,
  type House,
  overlapsIn,
  type PairingMade,
  type Person,
  type Town,
  until,
} from '../../support';

let house: House;
let town: Town;
let lesson: LessonCard;
let studioId: StudioId;
let people: { readonly mentor: Person; readonly mentee: Person; readonly lead: Person };
let pairing: PairingMade;
let mentor: Client;
let mentee: Client;
let lead: Client;
let coordinator: Client;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-08-25T02:00:00Z');
  town = await aTown(house);
  // Wednesday 16 September, 09:50 to 10:30, the mentee at the receiving end; the mentor is of neither school.
  lesson = await anAgreedLesson(house, town, { topic: '浮力' });
  people = {
    mentor: await aPerson(house, town.foreign.id, 'mentor'),
    mentee: town.aksu.teachers[0],
    lead: await aPerson(house, town.aksu.id, 'mentor'),
  };
  studioId = await aStudio(house, town.aksu.id, people.lead.id);
  pairing = await aPairing(house, { ...people, studioId });
  mentor = await house.as(people.mentor);
  mentee = await house.as(people.mentee);
  lead = await house.as(people.lead);
  coordinator = await house.as(town.hangzhou.coordinator);
});
afterAll(() => house.close());

const lessonStart = '2026-09-16T01:50:00Z';
const ask = async (wish: Parameters<typeof asksObservation>[2] = {}, by = mentee) =>
  (await asksObservation(by, pairing, { lessonId: lesson.id, ...wish })).body.id;

const accept = (requestId: ObservationRequestId, { by = mentor, version = 1 } = {}) =>
  by.call(answerObservationRequest, { params: { requestId }, body: { accepts: true, reason: '' }, version });

const withdraw = (requestId: ObservationRequestId, version = 2) =>
  mentor.call(withdrawObservationRequest, { params: { requestId }, body: { reason: '临时出差' }, version });

const shown = async (requestId: ObservationRequestId) =>
  (await mentee.call(readObservationRequest, { params: { requestId } })).body;

const promised = async (wish: Parameters<typeof asksObservation>[2] = {}) => {
  const id = await ask(wish);
  expect((await accept(id)).problem).toBeNull();
  return id;
};

/** The lead calls for a meeting of mentor and lead at a time of that day. */
const meets = (startsAt = lessonStart, who = people.mentor) =>
  arranges(lead, aMeeting(studioId, [who, people.lead], { startsAt, minutes: 30 }));

const isFree = async (startsAt = lessonStart, who = people.mentor) => (await meets(startsAt, who)).status === 200;
const moveTo = (startsAt: string) =>
  coordinator.call(moveLesson, {
    params: { lessonId: lesson.id },
    body: { startsAt, reason: '调课' },
    version: lesson.version,
  });

/** Waits until somebody stands before a lock. */
const isStopped = (what: string, how: string) =>
  until(async () => {
    const found = await house.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND ${how}`);
    return found.length > 0;
  }, what);

const kindOf = (answer: { readonly problem: { readonly type: string } | null }) =>
  answer.problem ? problemName(answer.problem) : 'none';

describe('an accepted request holds the observer over the lesson', () => {
  it('lets no meeting lie over it, only beside it, and says which lesson is in the way', async () => {
    const id = await ask();
    expect(await isFree()).toBe(true);
    expect(await isFree('2026-09-16T02:30:00Z')).toBe(true);
    await house.sql('UPDATE hold SET released_at = now() WHERE activity_id IS NOT NULL');
    expect(kindOf(await accept(id))).toBe('none');
    const refused = await meets();
    expect(kindOf(refused)).toBe('party-taken');
    expect(refused.problem?.clashes).toMatchObject([
      { rule: 'person-taken', party: { id: people.mentor.id }, inTheWay: { lessonId: lesson.id, subject: '数学' } },
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
      { party: { name: people.mentor.name }, inTheWay: { activityId: meeting.body.id, subject: '函数单元研讨' } },
    ]);
    expect(refused.problem?.detail).toBe(`${people.mentor.name} 09:50–10:20 函数单元研讨`);
    expect(await shown(id)).toMatchObject({ state: 'asked', version: 1 });
    const colleague = await aPerson(house, town.foreign.id, 'mentor');
    const hers = await aPairing(house, { mentor: colleague, mentee: people.mentee, studioId });
    const asked = (await asksObservation(mentee, hers, { lessonId: lesson.id })).body.id;
    expect(kindOf(await accept(asked, { by: await house.as(colleague) }))).toBe('none');
  });

  it('names the lesson that the observer hears already to the observer, though of neither school', async () => {
    await promised();
    const id = await ask({ lessonId: null, startsAt: lessonStart, minutes: 40, topic: '压强' });
    const refused = await accept(id);
    expect(refused.problem?.clashes?.map(({ inTheWay }) => inTheWay.lessonId)).toContain(lesson.id);
  });

  it('needs no second hold of a mentor who accompanies the lesson', async () => {
    const [presenter, localTeacher] = [town.hangzhou.teachers[0], town.aksu.teachers[0]];
    const turned = await aPairing(house, { mentor: localTeacher, mentee: presenter, studioId });
    const asked = await asksObservation(await house.as(presenter), turned, { lessonId: lesson.id });
    expect(kindOf(await accept(asked.body.id, { by: mentee }))).toBe('none');
    expect(await house.sql(`SELECT 1 FROM hold WHERE lesson_id = $1 AND role = 'observer'`, [lesson.id])).toEqual([]);
  });
});

describe('the hold of an observer', () => {
  it('follows a lesson that is moved', async () => {
    await promised();
    expect(kindOf(await moveTo('2026-09-17T01:50:00Z'))).toBe('none');
    expect([await isFree(), await isFree('2026-09-17T01:50:00Z')]).toEqual([true, false]);
    expect(await overlapsIn(house)).toEqual([]);
  });

  it('is let go where the observer is taken then: the lesson moves, and the request is a question again', async () => {
    const id = await promised();
    await meets('2026-09-17T02:00:00Z');
    expect(kindOf(await moveTo('2026-09-17T01:50:00Z'))).toBe('none');
    expect(await shown(id)).toMatchObject({ state: 'asked', startsAt: '2026-09-17T01:50:00+00:00', answeredAt: null });
    expect(await isFree()).toBe(true);
    const [line] = await house.sql<{ act: string; detail: unknown }>(
      'SELECT act, detail FROM history WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(line).toMatchObject({ act: 'observation-request.asked', detail: { reason: 'lesson-moved' } });
    expect(kindOf(await accept(id, { version: 3 }))).toBe('party-taken');
    await house.sql('UPDATE hold SET released_at = now() WHERE activity_id IS NOT NULL');
    expect(kindOf(await accept(id, { version: 3 }))).toBe('none');
    expect(await isFree('2026-09-17T01:50:00Z')).toBe(false);
  });

  it('is freed when the lesson is cancelled, and both hear of it', async () => {
    await promised();
    const tabs = await Promise.all([aTab(mentor), aTab(mentee)]);
    for (const tab of tabs) await tab.does(watchMentoring, {});
    const body = { reason: '停课' };
    await coordinator.call(cancelLesson, { params: { lessonId: lesson.id }, body, version: lesson.version });
    expect(await isFree()).toBe(true);
    await Promise.all(tabs.map((tab) => tab.hears(mentoringChanged)));
    tabs.forEach((tab) => tab.close());
  });

  it('is freed when it is called off, unless the same lesson is promised in another pairing too', async () => {
    const first = await promised();
    const presenter = town.hangzhou.teachers[0];
    const other = await aPairing(house, { mentor: people.mentor, mentee: presenter, studioId });
    const second = (await asksObservation(await house.as(presenter), other, { lessonId: lesson.id })).body.id;
    expect(kindOf(await accept(second))).toBe('none');
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
      await house.as(await aPerson(house, town.hangzhou.id, 'administrator'))
    ).call(endPairing, { params: { pairingId: pairing.pairingId }, body, version: 1 });
    expect(kindOf(ended)).toBe('none');
    const states = await house.sql<{ state: string; reason: string }>(
      'SELECT state, reason FROM observation_request WHERE id = ANY($1)',
      [[id, waiting]],
    );
    expect(states).toEqual(Array(2).fill({ state: 'withdrawn', reason: '调离' }));
    const held = `SELECT 1 FROM hold WHERE lesson_id = $1 AND role = 'observer' AND released_at IS NULL`;
    expect(await house.sql(held, [lesson.id])).toEqual([]);
  });
});

describe('a lesson of no timetable', () => {
  const elsewhere = { lessonId: null, startsAt: '2026-09-18T04:00:00Z', topic: '浮力' };

  it('holds both as long as it was said to last, and shows its end in the week', async () => {
    const id = await promised({ ...elsewhere, minutes: 40 });
    expect(await isFree('2026-09-18T04:20:00Z')).toBe(false);
    const refused = await meets('2026-09-18T04:20:00Z', people.mentee);
    expect(refused.problem?.clashes).toMatchObject([{ party: { id: people.mentee.id }, inTheWay: { lessonId: null } }]);
    expect(await isFree('2026-09-18T04:40:00Z')).toBe(true);
    const week = await mentee.call(readWeek, { params: { schoolId: town.aksu.id, monday: '2026-09-14' } });
    expect(week.body.meetings).toMatchObject([{ id, endsAt: '2026-09-18T04:40:00+00:00' }]);
    await withdraw(id);
    expect(await isFree('2026-09-18T04:00:00Z', people.mentee)).toBe(true);
  });

  it('is told by its topic to one of the two who wants to meet then', async () => {
    await promised({ ...elsewhere, minutes: 40 });
    const refused = await accept(await ask({ ...elsewhere, topic: '压强', minutes: 40 }));
    expect(refused.problem?.clashes).toHaveLength(2);
    expect(refused.problem?.clashes?.[0]?.inTheWay).toMatchObject({ subject: '浮力' });
  });

  it('is freed by the end of the pairing, also where it is accepted at that moment', async () => {
    const id = await ask({ ...elsewhere, minutes: 40 });
    const administrator = await house.as(await aPerson(house, town.hangzhou.id, 'administrator'));
    const body = { act: 'dissolve' as const, reason: '调离' };
    const news = await blocked(house, 'outbox');
    const accepted = accept(id);
    await isStopped('the answer', `wait_event_type = 'Lock' AND query LIKE '%INSERT INTO outbox%'`);
    const ended = administrator.call(endPairing, { params: { pairingId: pairing.pairingId }, body, version: 1 });
    await isStopped('the end', `wait_event = 'transactionid'`);
    await news.release();
    expect([kindOf(await accepted), kindOf(await ended)]).toEqual(['none', 'none']);
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
