import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerObservationRequest,
  type LessonCard,
  moveLesson,
  problemName,
  readObservationRequest,
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
  aTown,
  type Client,
  type House,
  overlapsIn,
  type PairingMade,
  type Person,
  type Town,
} from '../../support';

const PATIENCE = 240_000;

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

const moveTo = (startsAt: string) =>
  coordinator.call(moveLesson, {
    params: { lessonId: lesson.id },
    body: { startsAt, reason: '调课' },
    version: lesson.version,
  });

const kindOf = (answer: { readonly problem: { readonly type: string } | null }) =>
  answer.problem ? problemName(answer.problem) : 'none';

describe('racing for the hour of an observer', () => {
  it(
    'one of an acceptance and twenty meetings has it each time',
    async () => {
      for (const day of ['14', '15', '16', '17', '18']) {
        const startsAt = `2026-09-${day}T06:00:00Z`;
        const id = await ask({ lessonId: null, startsAt, minutes: 40, topic: '压强' });
        const meetings = Array.from({ length: 20 }, () => meets(startsAt));
        const replies = await Promise.all([...meetings.slice(0, 10), accept(id), ...meetings.slice(10)]);
        expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(20).fill(409)]);
      }
      expect(await overlapsIn(house)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'a lesson that moves while it is promised is held where it lies',
    async () => {
      for (const day of ['17', '18', '21', '22', '23']) {
        const id = await ask();
        const moved = moveTo(`2026-09-${day}T01:50:00Z`);
        const [{ status, body }, answer] = await Promise.all([moved, accept(id)]);
        expect(status).toBe(200);
        lesson = { ...lesson, version: body.version };
        // Whoever answers what was read before the move is told so.
        if (answer.status === 412) expect(kindOf(await accept(id, { version: 2 }))).toBe('none');
        const held = await house.sql(
          `SELECT h.starts_at = l.starts_at AS "isThere" FROM hold h JOIN lesson l ON l.id = h.lesson_id
           WHERE l.id = $1 AND h.role = 'observer' AND h.released_at IS NULL`,
          [lesson.id],
        );
        expect(held).toEqual([{ isThere: true }]);
        await withdraw(id, (await shown(id)).version);
      }
    },
    PATIENCE,
  );
});

describe('the database', () => {
  it('holds an observer once a lesson, two once a request, and no end of a lesson that has its own', async () => {
    const id = await promised({ lessonId: null, startsAt: '2026-09-18T04:00:00Z', minutes: 40, topic: '浮力' });
    let month = 0;
    const insert = ([column, cause]: readonly [string, string], role: string, party: string = people.lead.id) => {
      month += 1;
      return house.sql(
        `INSERT INTO hold (${column}, party_id, role, starts_at, ends_at)
         VALUES ($1, $2, $3, make_timestamptz(2027, $4, 1, 0, 0, 0), make_timestamptz(2027, $4, 1, 1, 0, 0))`,
        [cause, party, role, month],
      );
    };
    await insert(['lesson_id', lesson.id], 'observer');
    await insert(['lesson_id', lesson.id], 'observer', people.mentor.id);
    const refused = (of: Promise<unknown>, constraint: string) => expect(of).rejects.toMatchObject({ constraint });
    await refused(insert(['lesson_id', lesson.id], 'observer', people.mentor.id), 'hold_lesson_once');
    await refused(insert(['request_id', id], 'participant', people.mentor.id), 'hold_request_once');
    await refused(insert(['request_id', id], 'observer'), 'hold_role_fits');
    await refused(insert(['request_id', randomUUID()], 'participant'), 'hold_request');
    const change = (set: string) => house.sql(`UPDATE observation_request SET ${set} WHERE id = $1`, [id]);
    await refused(change('ends_at = starts_at'), 'observation_request_span');
    await refused(change(`lesson_id = '${lesson.id}'`), 'observation_request_span');
  });
});
