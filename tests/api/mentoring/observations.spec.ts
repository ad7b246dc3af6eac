import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  discardObservation,
  listObservable,
  listObservableLessons,
  listObservations,
  openObservation,
} from '@qinglan/contracts';
import { asId, type ObservationId, type PairingId } from '@qinglan/domain';
import {
  aHouse,
  aMentoredLesson,
  aPairing,
  aPerson,
  aRemark,
  aSubmitted,
  Client,
  type House,
  kindOf,
  type Mentored,
  ofSubject,
  opens,
  readsObservation,
  sends,
  submitsObservation,
} from '../../support';

let house: House;
let them: Mentored;
let mentor: Client;
let mentee: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:52:00Z' });
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T01:52:00Z');
  them = await aMentoredLesson(house);
  mentor = await house.as(them.mentor);
  mentee = await house.as(them.mentee);
});
afterAll(() => house.close());

const params = (observationId: ObservationId) => ({ params: { observationId } });
describe('an observation', () => {
  it('is opened from a lesson with everything known filled in', async () => {
    const { body } = await opens(mentor, them);
    expect(body).toMatchObject({
      state: 'open',
      part: 'observer',
      direction: 'mentor-hears',
      onDay: '2026-09-16',
      startsAt: '2026-09-16T01:50:00Z',
      endsAt: '2026-09-16T02:30:00Z',
      school: them.town.aksu.name,
      class: them.town.aksu.classes[0].name,
      subject: '物理',
      observer: { name: them.mentor.name },
      observed: { name: them.mentee.name },
      entries: [],
      mayWrite: true,
      now: '2026-09-16T01:52:00Z',
    });
  });

  it('is one for a lesson and a direction, whichever device opens it, twice or at once', async () => {
    const first = await opens(mentor, them);
    const again = await opens(mentor, them);
    expect(again.body.id).toBe(first.body.id);
    them = await aMentoredLesson(house);
    const client = await house.as(them.mentor);
    const racing = await Promise.all([opens(client, them), opens(client, them), opens(client, them)]);
    expect(new Set(racing.map(({ body }) => body.id)).size).toBe(1);
    expect(await house.sql('SELECT 1 FROM observation WHERE pairing_id = $1', [them.pairing.pairingId])).toHaveLength(
      1,
    );
  });

  it('keeps its id to itself', async () => {
    const { id } = (await opens(mentor, them)).body;
    const { pairingId } = them.pairing;
    const body = { of: 'class' as const, pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { onDay: '2026-09-16', topic: '浮力', subject: null, class: null };
    const other = await mentor.call(openObservation, { ...params(id), body: { ...body, ...typed } });
    expect(kindOf(other)).toBe('id-taken');
  });

  it('is opened by the one who hears, in a pairing that runs, of a lesson the other gives', async () => {
    expect(kindOf(await opens(mentee, them))).toBe('forbidden');
    expect(kindOf(await opens(await house.as(them.lead), them))).toBe('not-found');
    expect(kindOf(await opens(mentee, them, 'mentee-hears'))).toBe('not-their-lesson');
    const ended = await aPairing(house, { ...them, fromDay: '2025-08-01', toDay: '2026-07-31', state: 'completed' });
    expect(kindOf(await opens(mentor, { ...them, pairing: ended }))).toBe('pairing-not-running');
    const off = await aMentoredLesson(house, { state: 'cancelled' });
    expect(kindOf(await opens(await house.as(off.mentor), off))).toBe('not-their-lesson');
    house.clock.moveTo('2026-09-15T15:59:00Z');
    expect(kindOf(await opens(mentor, them))).toBe('in-the-future');
    house.clock.moveTo('2026-09-15T16:00:00Z');
    expect(kindOf(await opens(mentor, them))).toBe(null);
  });

  it('is not opened by who presents the lesson, who cannot hear the local teacher in it', async () => {
    const { pairingId, studioId } = await aPairing(house, { mentor: them.lesson.presenter, mentee: them.mentee });
    const presenter = { ...them, pairing: { ...them.pairing, pairingId, studioId } };
    const client = await house.as(them.lesson.presenter);
    expect(kindOf(await opens(client, presenter))).toBe('not-their-lesson');
    const lessons = (who: Client, direction: 'mentor-hears' | 'mentee-hears') =>
      who.call(listObservableLessons, { params: { pairingId }, query: { direction } });
    expect((await lessons(client, 'mentor-hears')).body.items).toEqual([]);
    expect((await lessons(client, 'mentee-hears')).body.items).toHaveLength(1);
    const { items } = (await client.call(listObservable, { query: { lessonId: them.lesson.id } })).body;
    expect(items.flatMap(({ directions }) => directions.map((way) => way.direction))).toEqual(['mentee-hears']);
    expect(kindOf(await opens(mentee, presenter, 'mentee-hears'))).toBe(null);
  });

  it.each(['missed', 'interrupted'])(
    'is opened of a lesson that was %s: it may have been held by other means',
    async (state) => {
      const odd = await aMentoredLesson(house, { state });
      expect(kindOf(await opens(await house.as(odd.mentor), odd))).toBe(null);
    },
  );

  it('of an ordinary class needs no lesson of the timetable', async () => {
    const { pairingId } = them.pairing;
    const heard = { pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { onDay: '2026-09-15', topic: '浮力', subject: '物理', class: '高一(2)班' };
    const { body } = await mentor.call(openObservation, {
      ...params(asId(randomUUID())),
      body: { of: 'class', ...heard, ...typed },
    });
    expect(body).toMatchObject({ ...typed, school: them.town.aksu.name, startsAt: null, lessonId: null });
  });

  it('of an ordinary class is of the subject that the other teaches, unless told otherwise', async () => {
    const { pairingId } = them.pairing;
    const subjects = async () =>
      (await mentor.call(listObservable, { query: {} })).body.items.map(({ subject }) => subject);
    expect(await subjects()).toEqual(['高中数学']);
    await ofSubject(house, them.mentee, '化学');
    expect(await subjects()).toEqual(['化学']);
    const heard = { pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { of: 'class' as const, onDay: '2026-09-15', topic: '酸碱', class: null };
    for (const [subject, shown] of [
      [null, '化学'],
      ['科学', '科学'],
    ] as const) {
      const body = { ...heard, ...typed, subject };
      const opened = await mentor.call(openObservation, { ...params(asId(randomUUID())), body });
      expect(opened.body.subject).toBe(shown);
    }
  });

  it('is nobody’s but the observer’s while it is open', async () => {
    const { id } = (await opens(mentor, them)).body;
    for (const person of [them.mentee, them.lead, them.town.administrator, them.town.aksu.coordinator])
      expect(kindOf(await readsObservation(await house.as(person), id))).toBe('not-found');
    expect((await mentee.call(listObservable, { query: { lessonId: them.lesson.id } })).body.items).toMatchObject([
      { directions: [{ isObserver: false, observationId: null }] },
    ]);
    const lessons = { params: { pairingId: them.pairing.pairingId }, query: { direction: 'mentor-hears' as const } };
    expect((await mentee.call(listObservableLessons, lessons)).body.items).toMatchObject([{ observationId: null }]);
    expect((await mentor.call(listObservableLessons, lessons)).body.items).toMatchObject([{ observationId: id }]);
  });
});

describe('an observation begun on the wrong lesson', () => {
  const discards = (client: Client, id: ObservationId, reason = '') =>
    client.call(discardObservation, { ...params(id), body: { reason }, version: 1 });

  it('is discarded by its observer, who may begin anew; nothing is deleted, and nobody else knew', async () => {
    const { id } = (await opens(mentor, them)).body;
    expect(kindOf(await discards(mentee, id))).toBe('not-found');
    expect((await discards(mentor, id)).body).toMatchObject({ mayWrite: false, maySubmit: false });
    expect(kindOf(await discards(mentor, id))).toBe('stale');
    expect(kindOf(await submitsObservation(mentor, id, 2))).toBe('already-discarded');
    expect((await mentor.call(listObservations, { query: { box: 'open' } })).body.items).toEqual([]);
    const ways = (await mentor.call(listObservable, { query: { lessonId: them.lesson.id } })).body.items;
    expect(ways).toMatchObject([{ directions: [{ observationId: null }] }]);
    const anew = (await opens(mentor, them)).body;
    expect(anew).toMatchObject({ state: 'open', mayWrite: true });
    expect(anew.id).not.toBe(id);
    const kept = await house.sql('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [id]);
    expect(kept).toEqual([{ act: 'observation.opened' }, { act: 'observation.discarded' }]);
  });

  it('needs a reason once remarks stand in it, keeps what comes late, and is over once submitted', async () => {
    const { id } = (await opens(mentor, them)).body;
    await sends(mentor, id, aRemark('导入自然'));
    expect(kindOf(await discards(mentor, id))).toBe('reason-missing');
    const both = await Promise.all([discards(mentor, id, '记错了课'), submitsObservation(mentor, id)]);
    expect(both.map(kindOf).toSorted()).toEqual([null, 'stale']);
    expect(kindOf(await sends(mentor, id, aRemark('晚到的一条')))).toBe(null);
    const done = await aSubmitted(mentor, them);
    const late = { ...params(done), body: { reason: '记错了课' }, version: 2 };
    expect(kindOf(await mentor.call(discardObservation, late))).toBe('already-submitted');
  });
});

describe('a pairing past its last day', () => {
  it('is not offered for hearing, and nothing of another time is written into it', async () => {
    const { mentee: heard } = them;
    const guide = await aPerson(house, heard.schoolId, 'mentor');
    const past = await aPairing(house, { mentor: guide, mentee: heard, fromDay: '2015-09-01', toDay: '2016-07-31' });
    const today = await aPairing(house, { mentor: guide, mentee: heard });
    const client = await house.as(guide);
    const { items } = (await client.call(listObservable, {})).body;
    expect(items.map(({ pairingId }) => pairingId)).toEqual([today.pairingId]);
    const ordinary = { of: 'class' as const, onDay: '2026-09-15', topic: '函数', subject: null, class: null };
    const ofThese = { direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const begins = ({ pairingId }: { pairingId: PairingId }) =>
      client.call(openObservation, {
        ...params(asId<ObservationId>(randomUUID())),
        body: { ...ordinary, ...ofThese, pairingId },
      });
    expect(kindOf(await begins(past))).toBe('pairing-not-running');
    expect(kindOf(await begins(today))).toBe(null);
  });
});
