import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerObservation,
  answerObservationRequest,
  type CallOf,
  logVisit,
  openObservation,
  readObservation,
  submitObservation,
} from '@qinglan/contracts';
import { asId, type ObservationId } from '@qinglan/domain';
import {
  aHouse,
  aMentoredLesson,
  aRemark,
  asksObservation,
  type Client,
  type House,
  type Mentored,
  opens,
  sends,
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

type Typed = Partial<NonNullable<CallOf<typeof logVisit>['body']>>;

const heard = (wish: Typed = {}) => ({
  ...{ pairingId: them.pairing.pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const },
  ...{ onDay: '2026-09-16', topic: '浮力', subject: null, class: null, ...wish },
});
const newId = () => asId<ObservationId>(randomUUID());
/** By the book: opened, and left open. */
const writes = async (id = newId(), wish: Pick<Typed, 'topic'> = {}) => {
  const body = { of: 'class' as const, ...heard(), onDay: '2026-09-16', ...wish };
  return (await mentor.call(openObservation, { params: { observationId: id }, body })).body;
};
/** In one go. */
const logs = async (wish: Typed = {}) => {
  const body = { ...heard(wish), lessonId: null, highlight: null, advice: null };
  return (await mentor.call(logVisit, { params: { observationId: newId() }, body })).body;
};
const reads = async (client: Client, observationId: ObservationId) =>
  (await client.call(readObservation, { params: { observationId } })).body.alike;
const submits = async (observationId: ObservationId) => {
  await sends(mentor, observationId, aRemark('讲得清楚'));
  return mentor.call(submitObservation, { params: { observationId }, version: 1 });
};

describe('a lesson that may be written down twice', () => {
  it('is told on both records, to the one who wrote and to the one who signs, and refused to nobody', async () => {
    const book = await writes();
    const visit = await logs({ topic: '浮力复习' });
    expect(visit.alike).toEqual([{ title: '浮力', observationId: book.id, lessonId: null }]);
    expect(await reads(mentor, book.id)).toEqual([{ title: '浮力复习', observationId: visit.id, lessonId: null }]);
    await submits(book.id);
    for (const one of [book.id, visit.id]) {
      expect(await reads(mentee, one)).toHaveLength(1);
      const body = { reply: null, countersigns: true };
      const { version } = (await mentee.call(readObservation, { params: { observationId: one } })).body;
      expect((await mentee.call(answerObservation, { params: { observationId: one }, body, version })).status).toBe(
        200,
      );
    }
  });

  it('is not told of what the other is still writing', async () => {
    await writes();
    const visit = await logs({ topic: '浮力复习' });
    expect(await reads(mentee, visit.id)).toEqual([]);
  });

  it('is told of a lesson of the timetable, and not of another day or the other way', async () => {
    const lesson = (await opens(mentor, them)).body;
    const visit = await logs();
    expect(visit.alike).toMatchObject([{ observationId: lesson.id, lessonId: them.lesson.id }]);
    expect((await logs({ onDay: '2026-09-15' })).alike).toEqual([]);
    expect(await reads(mentor, lesson.id)).toMatchObject([{ observationId: visit.id }]);
  });

  it('is told of what was promised for a time only where the two times meet', async () => {
    house.clock.moveTo('2026-09-14T01:00:00Z');
    const promised = async (startsAt: string) => {
      const asked = (await asksObservation(mentee, them.pairing, { startsAt, minutes: 40, topic: '约好的课' })).body;
      const body = { accepts: true, reason: '' };
      await mentor.call(answerObservationRequest, { params: { requestId: asked.id }, body, version: asked.version });
      return asked.id as unknown as ObservationId;
    };
    // The lesson of the timetable is from 09:50 on.
    const [after, apart] = [await promised('2026-09-16T05:00:00Z'), await promised('2026-09-16T08:00:00Z')];
    house.clock.moveTo('2026-09-16T09:00:00Z');
    await opens(mentor, them);
    expect((await writes(after, { topic: '约好的课' })).alike).toEqual([]);
    expect((await writes(apart, { topic: '约好的课' })).alike).toEqual([]);
    // A visit without a time may be any of the three.
    expect((await logs()).alike).toHaveLength(3);
  });
});
