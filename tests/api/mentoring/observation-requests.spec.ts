import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerObservationRequest,
  askObservation,
  type InputOf,
  listObservationRequests,
  listPairings,
  listWaiting,
  openObservation,
  readObservationRequest,
  submitObservation,
  withdrawObservationRequest,
} from '@qinglan/contracts';
import { asId, type ObservationId, type ObservationRequestId } from '@qinglan/domain';
import {
  aHouse,
  aMentoredLesson,
  aPairing,
  aRemark,
  Client,
  type House,
  kindOf,
  type Mentored,
  opens,
  sends,
} from '../../support';

let house: House;
let them: Mentored;
let mentor: Client;
let mentee: Client;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-15T02:00:00Z');
  them = await aMentoredLesson(house);
  mentor = await house.as(them.mentor);
  mentee = await house.as(them.mentee);
});
afterAll(() => house.close());

type Wish = Partial<InputOf<typeof askObservation>['body']>;
const newId = () => asId<ObservationRequestId>(randomUUID());
const asks = (client: Client, wish: Wish = {}, requestId = newId()) =>
  client.call(askObservation, {
    params: { requestId },
    body: {
      pairingId: them.pairing.pairingId,
      direction: 'mentor-hears',
      lessonId: them.lesson.id,
      startsAt: null,
      topic: null,
      note: '请重点看小组讨论',
      ...wish,
    },
  });
const accepts = (client: Client, requestId: ObservationRequestId) =>
  client.call(answerObservationRequest, { params: { requestId }, body: { accepts: true, reason: '' }, version: 1 });
const declines = (client: Client, requestId: ObservationRequestId, reason = '') =>
  client.call(answerObservationRequest, { params: { requestId }, body: { accepts: false, reason }, version: 1 });
const withdraws = (
  client: Client,
  requestId: ObservationRequestId,
  given: { reason?: string; version?: number } = {},
) =>
  client.call(withdrawObservationRequest, {
    params: { requestId },
    body: { reason: given.reason ?? '' },
    version: given.version ?? 1,
  });
const box = async (client: Client, name: 'asked-of-me' | 'asked-by-me', state?: 'asked') =>
  (await client.call(listObservationRequests, { query: { box: name, ...(state && { state }) } })).body.items;
describe('a request', () => {
  it('is made of a lesson a day ahead, and lies before the other', async () => {
    const { body } = await asks(mentee);
    expect(body).toMatchObject({
      state: 'asked',
      startsAt: '2026-09-16T01:50:00+00:00',
      topic: '物理',
      askedBy: { name: them.mentee.name },
      askedOf: { name: them.mentor.name },
      lessonState: 'confirmed',
      movedFrom: null,
    });
    expect((await box(mentor, 'asked-of-me', 'asked')).map(({ id }) => id)).toEqual([body.id]);
    expect((await box(mentee, 'asked-by-me')).map(({ id }) => id)).toEqual([body.id]);
    expect(await box(mentee, 'asked-of-me')).toEqual([]);
  });

  it('is not made on the day itself', async () => {
    house.clock.moveTo('2026-09-15T15:59:59Z');
    expect(kindOf(await asks(mentee))).toBe(null);
    house.clock.moveTo('2026-09-15T16:00:00Z');
    expect(kindOf(await asks(mentee))).toBe('asked-too-late');
  });

  it('is made of any other lesson by its start', async () => {
    const { body } = await asks(mentee, { lessonId: null, startsAt: '2026-09-18T04:00:00Z', topic: '浮力' });
    expect(body).toMatchObject({ lessonId: null, startsAt: '2026-09-18T04:00:00+00:00', topic: '浮力' });
    expect(kindOf(await asks(mentee, { startsAt: '2026-09-18T04:00:00Z' }))).toBe('invalid-input');
    expect(kindOf(await asks(mentee, { lessonId: null }))).toBe('invalid-input');
  });

  it('made twice, even at once, is one; its id is not taken by another', async () => {
    const id = newId();
    const sent = await Promise.all([asks(mentee, {}, id), asks(mentee, {}, id)]);
    expect(sent.map(({ body }) => body.id)).toEqual([id, id]);
    house.clock.moveTo('2026-09-17T02:00:00Z');
    expect(kindOf(await asks(mentee, {}, id))).toBe(null);
    house.clock.moveTo('2026-09-15T02:00:00Z');
    expect(kindOf(await asks(mentor, {}, id))).toBe('id-taken');
    expect(kindOf(await asks(mentee, { note: '另一件事' }, id))).toBe('id-taken');
    const other = { lessonId: null, startsAt: '2026-09-18T04:00:00Z', topic: '浮力' };
    const free = newId();
    expect(kindOf(await asks(mentee, other, free))).toBe(null);
    expect(kindOf(await asks(mentee, other, free))).toBe(null);
    expect(kindOf(await asks(mentee, { ...other, startsAt: '2026-09-18T05:00:00Z' }, free))).toBe('id-taken');
    const racing = newId();
    const two = await Promise.all([asks(mentee, {}, racing), asks(mentee, { note: '别的' }, racing)]);
    expect(two.map(kindOf).toSorted()).toEqual(['id-taken', null]);
  });

  it('is made by either of the two, of a lesson that the one to be heard gives, while the pairing runs', async () => {
    expect(kindOf(await asks(mentor))).toBe(null);
    expect(kindOf(await asks(mentor, { direction: 'mentee-hears' }))).toBe('not-their-lesson');
    expect(kindOf(await asks(await house.as(them.lead)))).toBe('not-found');
    const { pairingId } = await aPairing(house, { ...them, fromDay: '2025-08-01', state: 'dissolved' });
    expect(kindOf(await asks(mentee, { pairingId }))).toBe('pairing-not-running');
  });

  it('is accepted or declined by the other, with a reason if not', async () => {
    const first = (await asks(mentee)).body.id;
    expect(kindOf(await accepts(mentee, first))).toBe('forbidden');
    expect(kindOf(await accepts(await house.as(them.lead), first))).toBe('not-found');
    expect((await accepts(mentor, first)).body).toMatchObject({ state: 'accepted', version: 2 });
    expect(kindOf(await accepts(mentor, first))).toBe('stale');
    const second = (await asks(mentee)).body.id;
    expect(kindOf(await declines(mentor, second))).toBe('reason-missing');
    expect((await declines(mentor, second, '那天出差')).body).toMatchObject({
      state: 'declined',
      reason: '那天出差',
    });
    expect(await box(mentor, 'asked-of-me', 'asked')).toEqual([]);
  });

  it('is not accepted once its time is past or its pairing ended, but can still be declined', async () => {
    const first = (await asks(mentee)).body.id;
    const second = (await asks(mentee)).body.id;
    house.clock.moveTo('2026-09-16T01:50:00Z');
    expect(kindOf(await accepts(mentor, first))).toBe('request-past');
    expect(kindOf(await declines(mentor, first, '已经过了'))).toBe(null);
    house.clock.moveTo('2026-09-16T01:49:00Z');
    await house.sql(`UPDATE pairing SET state = 'dissolved' WHERE id = $1`, [them.pairing.pairingId]);
    expect(kindOf(await accepts(mentor, second))).toBe('pairing-not-running');
  });

  it('answered and taken back at once ends in one of the two', async () => {
    const { id } = (await asks(mentee)).body;
    const both = await Promise.all([accepts(mentor, id), withdraws(mentee, id)]);
    expect(both.map(kindOf).toSorted()).toEqual([null, 'stale']);
  });

  it('is taken back by who asked, and called off by either with a reason once accepted', async () => {
    const first = (await asks(mentee)).body.id;
    expect(kindOf(await withdraws(mentor, first))).toBe('forbidden');
    expect((await withdraws(mentee, first)).body.state).toBe('withdrawn');
    expect(kindOf(await withdraws(mentee, first, { version: 2 }))).toBe('request-closed');
    const second = (await asks(mentee)).body.id;
    await accepts(mentor, second);
    expect(kindOf(await withdraws(mentor, second, { version: 2 }))).toBe('reason-missing');
    expect((await withdraws(mentor, second, { version: 2, reason: '临时停课' })).body).toMatchObject({
      state: 'withdrawn',
      reason: '临时停课',
    });
    const history = await house.sql<{ act: string }>('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [
      second,
    ]);
    expect(history.map(({ act }) => act.replace('observation-request.', ''))).toEqual([
      'asked',
      'accepted',
      'withdrawn',
    ]);
  });

  it('goes with its lesson when that is moved, says from where, and what was heard then', async () => {
    const { id } = (await asks(mentee)).body;
    await house.sql(
      `UPDATE lesson SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = $1`,
      [them.lesson.id],
    );
    const moved = { id, startsAt: '2026-09-17T01:50:00+00:00', movedFrom: '2026-09-16T01:50:00+00:00', version: 2 };
    expect(await box(mentee, 'asked-by-me')).toMatchObject([moved]);
    house.clock.moveTo('2026-09-17T02:00:00Z');
    const observation = (await opens(mentor, them)).body.id;
    expect(await box(mentee, 'asked-by-me')).toMatchObject([{ id, observationId: null }]);
    expect(await box(mentor, 'asked-of-me')).toMatchObject([{ id, observationId: observation }]);
    await sends(mentor, observation, aRemark('导入自然'));
    await mentor.call(submitObservation, { params: { observationId: observation }, version: 1 });
    expect(await box(mentee, 'asked-by-me')).toMatchObject([{ id, observationId: observation }]);
  });

  it('waits for nobody and comes next for nobody once its lesson is called off; it can still be declined', async () => {
    const first = (await asks(mentee)).body.id;
    const second = (await asks(mentee)).body.id;
    await accepts(mentor, first);
    const card = async () => (await mentor.call(listPairings, { query: { as: 'mentor' } })).body.items[0];
    const waiting = async () =>
      (await mentor.call(listWaiting)).body.items.filter(({ kind }) => kind === 'request').map(({ id }) => id);
    expect(await card()).toMatchObject({ asked: { id: second }, next: { kind: 'observation', id: first } });
    expect(await waiting()).toEqual([second]);
    await house.sql(`UPDATE lesson SET state = 'cancelled' WHERE id = $1`, [them.lesson.id]);
    expect(await card()).toMatchObject({ asked: null, next: null });
    expect(await waiting()).toEqual([]);
    expect(kindOf(await accepts(mentor, second))).toBe('not-their-lesson');
    expect(kindOf(await declines(mentor, second, '课取消了'))).toBe(null);
  });
});

describe('an accepted request', () => {
  it('is read by the two alone, and a lesson of no timetable is opened under its id, once', async () => {
    house.clock.moveTo('2026-09-14T02:00:00Z');
    const given = { lessonId: null, startsAt: '2026-09-15T02:00:00Z', topic: '浮力' };
    const { id } = (await asks(mentee, given)).body;
    await accepts(mentor, id);
    const seen = (client: Client) => client.call(readObservationRequest, { params: { requestId: id } });
    expect((await seen(mentor)).body).toMatchObject({ id, state: 'accepted', topic: '浮力', observationId: null });
    expect((await seen(await house.as(them.lead))).status).toBe(404);
    house.clock.moveTo('2026-09-15T03:00:00Z');
    const observationId = asId<ObservationId>(id);
    const heard = { pairingId: them.pairing.pairingId, direction: 'mentor-hears', mode: 'live' } as const;
    const body = { of: 'class', ...heard, onDay: '2026-09-15', topic: '浮力', subject: null, class: null } as const;
    const open = () => mentor.call(openObservation, { params: { observationId }, body });
    expect([(await open()).status, (await open()).status]).toEqual([200, 200]);
    expect((await seen(mentor)).body.observationId).toBe(id);
    expect((await seen(mentee)).body.observationId).toBeNull();
  });
});

describe('the database', () => {
  it('holds no request to oneself and no decline without a reason', async () => {
    const { id } = (await asks(mentee)).body;
    const change = (set: string) => house.sql(`UPDATE observation_request SET ${set} WHERE id = $1`, [id]);
    await expect(change('asked_of_id = asked_by_id')).rejects.toThrow('observation_request_two_people');
    await expect(change(`state = 'declined'`)).rejects.toThrow('observation_request_reason');
    await expect(change(`state = 'perhaps'`)).rejects.toThrow('observation_request_state_known');
  });
});
