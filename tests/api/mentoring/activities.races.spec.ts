import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelActivity, moveActivity } from '@qinglan/contracts';
import { statement, Transactions } from '@qinglan/api-platform';
import {
  aCast,
  aHouse,
  aLedStudio,
  aMeeting,
  aPairing,
  arranges,
  aSingleLesson,
  aTown,
  type Client,
  type House,
  overlapsIn,
  proposesLesson,
  type StudioMade,
  type Town,
} from '../../support';

const ROUNDS = 6;
const CLIENTS = 20;
const PATIENCE = 240_000;

describe('nobody is in two meetings', () => {
  let house: House;
  let town: Town;
  let studio: StudioMade;
  let lead: Client;
  let mentor: Client;
  let coordinator: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    studio = await aLedStudio(house, town);
    // A teacher who guides in the studio: her lessons and her meetings race for the same hour.
    await aPairing(house, { mentor: town.hangzhou.teachers[0], mentee: studio.mentees[1], studioId: studio.studioId });
    lead = await house.as(studio.lead);
    mentor = await house.as(studio.mentor);
    coordinator = await house.as(town.hangzhou.coordinator);
  });
  afterAll(() => house.close());

  const dayOf = (round: number) => `2026-09-${String([14, 15, 16, 17, 18, 21][round])}`;
  const [teacherOf, others] = [() => town.hangzhou.teachers[0], () => studio.mentees];

  it(
    `lets one of ${String(CLIENTS)} have each time, lessons and meetings together`,
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        // 09:50 Beijing time; every wish overlaps it and needs the same teacher.
        const lesson = { ...aCast([town.hangzhou, town.aksu]), startsAt: `${dayOf(round)}T01:50:00Z` };
        const replies = await Promise.all(
          Array.from({ length: CLIENTS }, (_, nth) => {
            if (nth % 2 === 0) return proposesLesson(coordinator, aSingleLesson([town.hangzhou, town.aksu], lesson));
            const people = [teacherOf(), others()[nth % 4 === 1 ? 0 : 1]] as const;
            const startsAt = `${dayOf(round)}T01:${String(15 + nth)}:00Z`;
            return arranges(nth % 3 === 0 ? lead : mentor, aMeeting(studio.studioId, people, { startsAt }));
          }),
        );
        expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(CLIENTS - 1).fill(409)]);
        const refused = replies.filter(({ problem }) => problem !== null);
        expect(refused.every(({ problem }) => (problem?.clashes?.length ?? 0) > 0)).toBe(true);
      }
      expect(await overlapsIn(house)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'does not block meetings that name the same people in another order, nor moves into the same hour',
    async () => {
      const people = [teacherOf(), ...others(), studio.mentor];
      const meetings = await Promise.all(
        Array.from({ length: 8 }, (_, nth) => {
          const startsAt = `2026-10-${String(12 + nth)}T12:00:00Z`;
          const turned = nth % 2 === 0 ? people : people.toReversed();
          return arranges(lead, aMeeting(studio.studioId, turned, { startsAt }));
        }),
      );
      expect(meetings.map(({ status }) => status)).toEqual(Array(8).fill(200));
      const body = { startsAt: '2026-10-22T12:00:00Z', minutes: 60, reason: '改期' };
      const moved = await Promise.all(
        meetings.map(({ body: { id } }) => lead.call(moveActivity, { params: { activityId: id }, version: 1, body })),
      );
      expect(moved.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(409)]);
      expect(await overlapsIn(house)).toEqual([]);
    },
    PATIENCE,
  );

  it('lets one of two changes of the same version happen', async () => {
    const people = [studio.mentor, ...others()];
    const { body } = await arranges(lead, aMeeting(studio.studioId, people));
    const given = { params: { activityId: body.id }, version: 1 };
    const raced = await Promise.all([
      lead.call(cancelActivity, { ...given, body: { reason: '取消' } }),
      lead.call(moveActivity, { ...given, body: { startsAt: '2026-09-16T13:00:00Z', minutes: 60, reason: '改期' } }),
    ]);
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('leaves the last word to the constraint, and still names what is in the way', async () => {
    const { body } = await arranges(lead, aMeeting(studio.studioId, [studio.mentor, ...others()]));
    // Somebody writes past every lock: a hold that no fact shows yet, committed while another meeting waits for it.
    const transactions = house.app.get(Transactions);
    const shift = statement(
      'test-shift-meeting',
      'UPDATE hold SET starts_at = $2, ends_at = $3 WHERE activity_id = $1',
    );
    const [startsAt, endsAt] = ['2026-09-17T01:50:00Z', '2026-09-17T02:30:00Z'];
    let sent: ReturnType<typeof arranges> | null = null;
    await transactions.write(async (tx) => {
      await tx.run(shift, [body.id, startsAt, endsAt]);
      sent = arranges(lead, aMeeting(studio.studioId, [studio.mentor, ...others()], { startsAt }));
      await untilSomebodyWaits();
    });
    const refused = await (sent as unknown as ReturnType<typeof arranges>);
    expect(refused.problem?.type).toBe('/problems/party-taken');
    expect(refused.problem?.clashes?.map(({ inTheWay }) => inTheWay.activityId)).toEqual([body.id, body.id, body.id]);
  });

  const untilSomebodyWaits = async () => {
    for (;;) {
      const [waiting] = await house.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting && waiting.n > 0) return;
    }
  };
});
