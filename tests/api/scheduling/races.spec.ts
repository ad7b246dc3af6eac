import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { statement, Transactions } from '@qinglan/api-platform';
import type { SeriesId } from '@qinglan/domain';
import {
  aCast,
  actorsOf,
  aDraft,
  aHouse,
  anAgreedLesson,
  aPartnership,
  aSchool,
  aSingleLesson,
  aTown,
  type Client,
  drafted,
  type House,
  overlapsIn,
  proposesLesson,
  proposesSeries,
  type Town,
} from '../../support';

const ROUNDS = 20;
const CLIENTS = 40;
/** Eight hundred bookings take seconds, and minutes where a machine is busy with everything else. */
const PATIENCE = 240_000;
const days = ['14', '15', '16', '17', '18', '21', '22', '23', '24', '28', '29', '30'];
const starts = ['01:50', '02:40', '04:50'];

describe('nothing is booked twice', () => {
  let house: House;
  let town: Town;
  let teacher: Client;
  let coordinator: Client;
  let theirCoordinator: Client;
  let theirTeacher: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    ({ teacher, coordinator, theirCoordinator, theirTeacher } = await actorsOf(house, town));
  });
  afterAll(() => house.close());

  const startOf = (round: number) =>
    `2026-09-${days[round % days.length] ?? ''}T${starts[Math.floor(round / days.length)] ?? ''}:00Z`;
  /** The nth wish shares one party or more with every other: a teacher, a class or a room. */
  const wishOf = (nth: number) => {
    const schools = [town.hangzhou, town.aksu] as const;
    const [one, two] = [aCast(schools, 0), aCast(schools, 1)];
    const mixed = [
      one,
      { ...two, presenterId: one.presenterId, presentingClassroomId: one.presentingClassroomId },
      { ...two, presentingClassId: one.presentingClassId, presenterId: one.presenterId },
      { ...one, receivingClassId: two.receivingClassId, receivingClassroomId: two.receivingClassroomId },
    ];
    return mixed[nth % mixed.length] ?? one;
  };

  it(
    'gives one of forty racing lessons the slot, round after round, and tells the others who has it',
    async () => {
      const clients = [teacher, coordinator, theirCoordinator];
      for (let round = 0; round < ROUNDS; round += 1) {
        const replies = await Promise.all(
          Array.from({ length: CLIENTS }, (_, nth) => {
            const wish = { ...wishOf(nth), startsAt: startOf(round) };
            const client = nth % 4 === 0 ? (clients[nth % 3] ?? teacher) : coordinator;
            return proposesLesson(client, aSingleLesson([town.hangzhou, town.aksu], wish));
          }),
        );
        expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
        const losers = replies.filter((reply) => reply.status !== 200);
        expect(new Set(losers.map((reply) => reply.problem?.type))).toEqual(new Set(['/problems/party-taken']));
        expect(losers.every((reply) => (reply.problem?.clashes?.length ?? 0) > 0)).toBe(true);
      }
      expect(await overlapsIn(house)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'gives one of many racing series the term, and single lessons among them nothing of it',
    async () => {
      for (let round = 0; round < 4; round += 1) {
        const weekday = round + 1;
        const ids: SeriesId[] = [];
        for (let nth = 0; nth < 10; nth += 1) {
          const draft = aDraft([town.hangzhou, town.aksu], { ...wishOf(nth), weekday, weeks: '7-16' });
          ids.push(await drafted(coordinator, draft));
        }
        const startsAt = `2026-10-${String(12 + round)}T02:00:00Z`;
        const single = { ...wishOf(0), startsAt };
        const replies = await Promise.all([
          ...ids.map((seriesId) => proposesSeries(coordinator, seriesId)),
          ...Array.from({ length: 10 }, () =>
            proposesLesson(theirCoordinator, aSingleLesson([town.hangzhou, town.aksu], single)),
          ),
        ]);
        expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
        expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200, 409]));
      }
      expect(await overlapsIn(house)).toEqual([]);
    },
    PATIENCE,
  );

  it('does not block two pairs that share a teacher from different ends', async () => {
    const third = await aSchool(house, { bell: 'AK-SECONDARY', sideId: 'aksu' });
    await aPartnership(house, town.hangzhou, third);
    const elsewhere = await house.as(third.coordinator);
    const ours = aCast([town.hangzhou, town.aksu]);
    const theirs = { ...aCast([town.hangzhou, third]), presenterId: ours.presenterId };
    for (let round = 0; round < 5; round += 1) {
      const startsAt = startOf(round);
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, nth) =>
          nth % 2 === 0
            ? proposesLesson(theirTeacher, aSingleLesson([town.hangzhou, town.aksu], { ...ours, startsAt }))
            : proposesLesson(elsewhere, aSingleLesson([town.hangzhou, third], { ...theirs, startsAt })),
        ),
      );
      expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
      expect(replies.every((reply) => reply.status === 200 || reply.status === 409)).toBe(true);
    }
    expect(await overlapsIn(house)).toEqual([]);
  });

  it('leaves the last word to the constraint, and still names who is in the way', async () => {
    const agreed = await anAgreedLesson(house, town);
    // Somebody writes past every lock: a hold that no fact shows yet, committed while the proposal waits for it.
    const transactions = house.app.get(Transactions);
    const shift = statement('test-shift-hold', 'UPDATE hold SET starts_at = $2, ends_at = $3 WHERE lesson_id = $1');
    const [startsAt, endsAt] = ['2026-09-17T01:50:00Z', '2026-09-17T02:30:00Z'];
    let sent: ReturnType<typeof proposesLesson> | null = null;
    await transactions.write(async (tx) => {
      await tx.run(shift, [agreed.id, startsAt, endsAt]);
      sent = proposesLesson(teacher, aSingleLesson([town.hangzhou, town.aksu], { startsAt }));
      await untilSomebodyWaits();
    });
    const refused = await (sent as unknown as ReturnType<typeof proposesLesson>);
    expect(refused.problem?.type).toBe('/problems/party-taken');
    expect(refused.problem?.clashes).toHaveLength(6);
    expect(refused.problem?.clashes?.[0]?.inTheWay.lessonId).toBe(agreed.id);
  });

  const untilSomebodyWaits = async () => {
    for (;;) {
      const [waiting] = await house.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting && waiting.n > 0) return;
    }
  };

  it('tries again in a new transaction when two transactions really deadlock', async () => {
    const transactions = house.app.get(Transactions);
    const lock = statement('test-lock-party', 'SELECT id FROM party WHERE id = $1 FOR UPDATE');
    const ids = [town.hangzhou.teachers[0].id, town.aksu.teachers[0].id] as const;
    let arrived = 0;
    let bothAreIn: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (bothAreIn = resolve));
    const tries = [0, 0];
    const crosswise = (nth: 0 | 1) =>
      transactions.write(async (tx) => {
        tries[nth] = (tries[nth] ?? 0) + 1;
        await tx.rows(lock, [ids[nth]]);
        arrived += 1;
        if (arrived === 2) bothAreIn();
        await both;
        await tx.rows(lock, [ids[1 - nth]]);
        return nth;
      });
    expect(await Promise.all([crosswise(0), crosswise(1)])).toEqual([0, 1]);
    // Postgres ends one of the two, and now and then both: what counts is that somebody had to try again.
    expect((tries[0] ?? 0) + (tries[1] ?? 0)).toBeGreaterThanOrEqual(3);
  });

  it('notes every step once for the timetables of both schools', async () => {
    await house.sql('CREATE TABLE IF NOT EXISTS noted (body jsonb NOT NULL)');
    await house.sql(
      `CREATE OR REPLACE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN INSERT INTO noted VALUES (NEW.body || jsonb_build_object('type', NEW.type)); RETURN NEW; END $$`,
    );
    await house.sql('CREATE OR REPLACE TRIGGER noting AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION note()');
    const agreed = await anAgreedLesson(house, town);
    const taken = await proposesLesson(teacher, aSingleLesson([town.hangzhou, town.aksu]));
    expect(taken.status).toBe(409);
    const notes = await house.sql<{ body: Record<string, unknown> }>('SELECT body FROM noted');
    const about = { type: 'timetable.changed', lessonIds: [agreed.id], proposalId: agreed.proposalId };
    expect(notes.map((note) => note.body)).toEqual([
      { ...about, act: 'proposed', schoolIds: [town.hangzhou.id, town.aksu.id] },
      { ...about, act: 'answered', schoolIds: [town.hangzhou.id, town.aksu.id] },
    ]);
  });
});
