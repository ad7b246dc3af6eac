import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  listHeardOnDay,
  listObservable,
  listObservableLessons,
  listObservations,
  listPairingObservations,
  logVisit,
  openObservation,
} from '@qinglan/contracts';
import { asId, type ObservationId } from '@qinglan/domain';
import {
  aHouse,
  aMentoredLesson,
  answersObservation,
  aPerson,
  aRemark,
  Client,
  creditsOf,
  type House,
  kindOf,
  type Mentored,
  opens,
  sends,
  submitsObservation,
  textsIn,
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
const credits = () => creditsOf(house, them.pairing);

describe('a visit', () => {
  const visit = (wish: object = {}) => ({
    pairingId: them.pairing.pairingId,
    direction: 'mentor-hears' as const,
    mode: 'on-site' as const,
    onDay: null,
    topic: '浮力复习',
    subject: null,
    class: null,
    highlight: '实验做得细',
    advice: null,
    ...wish,
  });
  const logs = (client: Client, body: ReturnType<typeof visit>, id = randomUUID()) =>
    client.call(logVisit, { ...params(asId(id)), body });

  it('is logged in one go, today unless told, and waits for the countersignature', async () => {
    const id = randomUUID();
    const { body } = await logs(mentor, visit(), id);
    expect(body).toMatchObject({ state: 'submitted', onDay: '2026-09-16', topic: '浮力复习' });
    expect(textsIn(body.entries)).toEqual(['实验做得细']);
    expect((await logs(mentor, visit(), id)).body).toEqual(body);
    expect(kindOf(await logs(mentor, visit({ highlight: '另一句' }), id))).toBe('id-taken');
    expect((await mentee.call(listObservations, { query: { box: 'to-sign' } })).body.items).toMatchObject([{ id }]);
    await answersObservation(mentee, body.id, { countersigns: true });
    expect(await credits()).toMatchObject([{ source_key: id, on_day: '2026-09-16' }]);
  });

  it('does not answer for an observation that is open under its id', async () => {
    const { pairingId } = them.pairing;
    const id = randomUUID();
    const heard = { of: 'class' as const, pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { onDay: '2026-09-16', topic: '浮力复习', subject: null, class: null };
    await mentor.call(openObservation, { ...params(asId(id)), body: { ...heard, ...typed } });
    expect(kindOf(await logs(mentor, visit(), id))).toBe('id-taken');
    const other = { ...heard, ...typed, class: '高一(2)班' };
    expect(kindOf(await mentor.call(openObservation, { ...params(asId(id)), body: other }))).toBe('id-taken');
  });

  it('of a lesson is that lesson’s observation: it pays once, and stands beside no other', async () => {
    const { body } = await logs(mentor, visit({ lessonId: them.lesson.id, onDay: '2026-09-01' }));
    expect(body).toMatchObject({
      lessonId: them.lesson.id,
      onDay: '2026-09-16',
      startsAt: '2026-09-16T01:50:00Z',
      class: them.town.aksu.classes[0].name,
      topic: '浮力复习',
    });
    expect((await opens(mentor, them)).body.id).toBe(body.id);
    expect(kindOf(await logs(mentor, visit({ lessonId: them.lesson.id })))).toBe('already-noted');
    await answersObservation(mentee, body.id, { countersigns: true });
    expect(await credits()).toMatchObject([{ source_key: them.lesson.id }]);
  });

  it('of a lesson sent by two devices at once is one, and the other hears of it', async () => {
    const both = await Promise.all([1, 2].map(() => logs(mentor, visit({ lessonId: them.lesson.id }))));
    expect(both.map(kindOf).toSorted()).toEqual(['already-noted', null]);
  });

  it('without a lesson stays possible on a day on which a lesson was heard, which is told before', async () => {
    const onDay = async (client: Client, day = '2026-09-16') =>
      (
        await client.call(listHeardOnDay, {
          params: { pairingId: them.pairing.pairingId },
          query: { direction: 'mentor-hears', onDay: day },
        })
      ).body.items;
    expect(await onDay(mentor)).toEqual([]);
    const { id } = (await opens(mentor, them)).body;
    const known = [{ title: '物理', observationId: id, lessonId: them.lesson.id }];
    expect([await onDay(mentor), await onDay(mentee), await onDay(mentor, '2026-09-15')]).toEqual([known, [], []]);
    const visited = (await logs(mentor, visit())).body;
    expect(await onDay(mentee)).toEqual([{ title: '浮力复习', observationId: visited.id, lessonId: null }]);
    await answersObservation(mentee, visited.id, { countersigns: true });
    await house.sql(
      `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, at)
       VALUES ($1, 'mentor-hears', '2026-09-15', 'lesson', gen_random_uuid(), '物理 · 自由落体', now())`,
      [them.pairing.pairingId],
    );
    expect(await onDay(mentor, '2026-09-15')).toMatchObject([{ title: '物理 · 自由落体', observationId: null }]);
    expect(await onDay(mentor)).toHaveLength(2);
  });

  it('needs no line at all, and is not of tomorrow', async () => {
    expect((await logs(mentor, visit({ highlight: null }))).body.entries).toEqual([]);
    expect(kindOf(await logs(mentor, visit({ onDay: '2026-09-17' })))).toBe('in-the-future');
    expect(kindOf(await logs(mentee, visit()))).toBe('forbidden');
  });
});

describe('the lists', () => {
  const box = async (client: Client, name: 'open' | 'waiting' | 'to-sign' | 'done') =>
    (await client.call(listObservations, { query: { box: name } })).body.items.map(({ id }) => id);

  it('hold what is being written, what waits, what is to be signed, and what is done', async () => {
    const { id } = (await opens(mentor, them)).body;
    expect([await box(mentor, 'open'), await box(mentee, 'open')]).toEqual([[id], []]);
    await sends(mentor, id, aRemark('导入自然'));
    await submitsObservation(mentor, id);
    expect([await box(mentor, 'waiting'), await box(mentee, 'to-sign')]).toEqual([[id], [id]]);
    expect([await box(mentor, 'to-sign'), await box(mentee, 'waiting'), await box(mentor, 'open')]).toEqual([
      [],
      [],
      [],
    ]);
    await answersObservation(mentee, id, { countersigns: true });
    expect([await box(mentor, 'done'), await box(mentee, 'done'), await box(mentor, 'waiting')]).toEqual([
      [id],
      [id],
      [],
    ]);
  });

  it('go on page by page, newest first, in a pairing too', async () => {
    const days = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05'];
    for (const onDay of days) {
      const { pairingId } = them.pairing;
      const body = { pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const, topic: onDay };
      const rest = { subject: null, class: null, highlight: null, advice: null };
      await mentor.call(logVisit, { ...params(asId(randomUUID())), body: { ...body, ...rest, onDay } });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await mentor.call(listPairingObservations, {
        params: { pairingId: them.pairing.pairingId },
        query: { limit: 2, ...(after !== undefined && { after }) },
      });
      seen.push(...body.items.map(({ onDay }) => onDay));
      after = body.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(days.toReversed());
    const { body } = await (
      await house.as(them.lead)
    ).call(listPairingObservations, {
      params: { pairingId: them.pairing.pairingId },
    });
    expect(body.items).toHaveLength(5);
  });

  it('say what can be heard: pairings, ways and lessons', async () => {
    const { pairingId } = them.pairing;
    expect((await mentor.call(listObservable)).body.items).toMatchObject([
      { pairingId, part: 'mentor', other: { name: them.mentee.name }, directions: [{}, {}] },
    ]);
    const ofLesson = { query: { lessonId: them.lesson.id } };
    expect((await mentor.call(listObservable, ofLesson)).body.items).toMatchObject([
      { pairingId, directions: [{ direction: 'mentor-hears', isObserver: true, observationId: null }] },
    ]);
    const { id } = (await opens(mentor, them)).body;
    expect((await mentor.call(listObservable, ofLesson)).body.items[0]?.directions).toEqual([
      { direction: 'mentor-hears', isObserver: true, observationId: id, state: 'open' },
    ]);
    const lessons = await mentor.call(listObservableLessons, {
      params: { pairingId },
      query: { direction: 'mentor-hears' },
    });
    expect(lessons.body.items).toMatchObject([{ id: them.lesson.id, observationId: id, school: them.town.aksu.name }]);
    const none = await mentor.call(listObservableLessons, {
      params: { pairingId },
      query: { direction: 'mentee-hears' },
    });
    expect(none.body.items).toEqual([]);
    const stranger = await house.as(await aPerson(house, them.town.foreign.id, 'mentor'));
    expect((await stranger.call(listObservable, ofLesson)).body.items).toEqual([]);
  });

  it('forget lessons of long ago and far ahead', async () => {
    const count = async () =>
      (
        await mentor.call(listObservableLessons, {
          params: { pairingId: them.pairing.pairingId },
          query: { direction: 'mentor-hears' },
        })
      ).body.items.length;
    house.clock.moveTo('2026-10-15T01:50:00Z');
    expect(await count()).toBe(1);
    house.clock.moveTo('2026-10-17T01:50:00Z');
    expect(await count()).toBe(0);
  });
});
