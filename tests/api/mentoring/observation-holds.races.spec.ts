import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aHouse, aLessonToHear, hearingOf, type House, kindOf, type LessonToHear, overlapsIn } from '../../support';

const PATIENCE = 240_000;

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
        here = { ...here, lesson: { ...here.lesson, version: body.version } };
        // Whoever answers what was read before the move is told so.
        if (answer.status === 412) expect(kindOf(await accept(id, { version: 2 }))).toBe(null);
        const held = await house.sql(
          `SELECT h.starts_at = l.starts_at AS "isThere" FROM hold h JOIN lesson l ON l.id = h.lesson_id
           WHERE l.id = $1 AND h.role = 'observer' AND h.released_at IS NULL`,
          [here.lesson.id],
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
    const insert = ([column, cause]: readonly [string, string], role: string, party: string = here.people.lead.id) => {
      month += 1;
      return house.sql(
        `INSERT INTO hold (${column}, party_id, role, starts_at, ends_at)
         VALUES ($1, $2, $3, make_timestamptz(2027, $4, 1, 0, 0, 0), make_timestamptz(2027, $4, 1, 1, 0, 0))`,
        [cause, party, role, month],
      );
    };
    await insert(['lesson_id', here.lesson.id], 'observer');
    await insert(['lesson_id', here.lesson.id], 'observer', here.people.mentor.id);
    const refused = (of: Promise<unknown>, constraint: string) => expect(of).rejects.toMatchObject({ constraint });
    await refused(insert(['lesson_id', here.lesson.id], 'observer', here.people.mentor.id), 'hold_lesson_once');
    await refused(insert(['request_id', id], 'participant', here.people.mentor.id), 'hold_request_once');
    await refused(insert(['request_id', id], 'observer'), 'hold_role_fits');
    await refused(insert(['request_id', randomUUID()], 'participant'), 'hold_request');
    const change = (set: string) => house.sql(`UPDATE observation_request SET ${set} WHERE id = $1`, [id]);
    await refused(change('ends_at = starts_at'), 'observation_request_span');
    await refused(change(`lesson_id = '${here.lesson.id}'`), 'observation_request_span');
  });
});
