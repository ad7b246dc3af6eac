import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelItem, listEnrolments, moveSitting, type Problem, readItem, withdrawEnrolment } from '@qinglan/contracts';
import type { ItemId, PersonId, SittingId } from '@qinglan/domain';
import {
  aCast,
  aHouse,
  aPerson,
  arrangesSitting,
  aSingleLesson,
  aSittingBody,
  aTown,
  type Client,
  enrols,
  type House,
  overlapsIn,
  proposesLesson,
  savesItem,
  type Town,
} from '../../support';

const at10 = '2026-11-03T02:00:00Z';
const at14 = '2026-11-03T06:00:00Z';

describe('people on the list of an item', () => {
  let house: House;
  let town: Town;
  let administrator: Client;
  let itemId: ItemId;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    town = await aTown(house);
    administrator = await house.as(town.administrator);
    itemId = await anItem();
  });
  afterAll(() => house.close());

  const anItem = async (wish = {}): Promise<ItemId> =>
    (await savesItem(administrator, { isOpen: true, hostId: town.aksu.id, ...wish })).body.id;
  const arranges = (wish = {}, of = itemId) => arrangesSitting(administrator, aSittingBody(of, wish));
  const sits = async (wish = {}): Promise<SittingId> =>
    (await arranges(wish)).body.sittings.at(-1)?.id ?? ('' as never);
  const withdraws = (of: ItemId, { id: personId }: { readonly id: PersonId }) =>
    administrator.call(withdrawEnrolment, { params: { itemId: of, personId } });
  const heldBy = async ({ id }: { readonly id: PersonId }) => {
    const rows = await house.sql<{ readonly at: Date }>(
      `SELECT starts_at AS at FROM hold WHERE party_id = $1 AND sitting_id IS NOT NULL AND released_at IS NULL ORDER BY 1`,
      [id],
    );
    return rows.map(({ at }) => at.toISOString().slice(0, 16));
  };
  const unheld = async (of = itemId) => {
    const { body } = await administrator.call(listEnrolments, { params: { itemId: of }, query: { limit: 200 } });
    return new Map(body.items.map((row) => [row.person.id, row.unheld]));
  };
  const inTheWay = ({ problem }: { readonly problem?: Problem | null | undefined }) =>
    problem?.clashes?.map((clash) => [clash.party.id, clash.inTheWay.itemId, clash.moves.length]);

  it('are held for its sittings, whichever came first, and free when they withdraw', async () => {
    const [ann, bo] = town.aksu.teachers;
    await enrols(await house.as(ann), itemId, ann);
    await arranges();
    await arranges({ startsAt: at14 });
    await enrols(administrator, itemId, bo);
    for (const one of [ann, bo]) expect(await heldBy(one)).toEqual(['2026-11-03T02:00', '2026-11-03T06:00']);
    await withdraws(itemId, ann);
    expect(await heldBy(ann)).toEqual([]);
    await enrols(administrator, itemId, ann);
    expect(await heldBy(ann)).toEqual(['2026-11-03T02:00', '2026-11-03T06:00']);
    await administrator.call(cancelItem, { params: { itemId }, version: 1, body: { reason: '取消' } });
    expect(await heldBy(bo)).toEqual([]);
  });

  it('are told what is in the way when they enrol, and may enrol all the same, without being held', async () => {
    const [ann] = town.aksu.teachers;
    const other = await anItem();
    await arranges({ personIds: [ann.id] }, other);
    await arranges({ startsAt: '2026-11-03T03:00:00Z' });
    await arranges({ startsAt: at14 });
    const self = await house.as(ann);
    const refused = await enrols(self, itemId, ann);
    expect([refused.status, refused.problem?.type]).toEqual([409, '/problems/party-taken']);
    expect(inTheWay(refused)).toEqual([[ann.id, other, 0]]);
    expect((await self.call(readItem, { params: { itemId } })).body).toMatchObject({ mine: null });
    const despite = await enrols(self, itemId, { ...ann, despite: true });
    expect(despite.body).toMatchObject({ state: 'enrolled', unheld: 1 });
    expect(await heldBy(ann)).toEqual(['2026-11-03T02:00', '2026-11-03T06:00']);
    const seen = (await self.call(readItem, { params: { itemId } })).body.sittings;
    expect(seen.map(({ isUnheld, unheld: n }) => [isUnheld, n])).toEqual([
      [true, null],
      [false, null],
    ]);
    const kept = (await administrator.call(readItem, { params: { itemId } })).body.sittings;
    expect(kept.map(({ isUnheld, unheld: n }) => [isUnheld, n])).toEqual([
      [false, 1],
      [false, 0],
    ]);
  });

  it('are held once what was in the way is gone and they are enrolled again', async () => {
    const [ann] = town.aksu.teachers;
    const other = await anItem();
    await arranges({}, other);
    await enrols(administrator, other, ann);
    await arranges();
    expect((await enrols(administrator, itemId, { ...ann, despite: true })).body.unheld).toBe(1);
    await withdraws(other, ann);
    expect((await enrols(administrator, itemId, ann)).body).toMatchObject({ state: 'enrolled', unheld: 0 });
    expect(await heldBy(ann)).toEqual(['2026-11-03T02:00']);
  });

  it('keep no sitting from being arranged or moved; the list says who is not held', async () => {
    const [ann, bo] = town.aksu.teachers;
    for (const one of [ann, bo]) await enrols(administrator, itemId, one);
    const other = await anItem();
    await arranges({ personIds: [ann.id], startsAt: at14 }, other);
    const sittingId = await sits();
    const body = { startsAt: at14, minutes: 60, reason: '改期' };
    const moved = await administrator.call(moveSitting, { params: { sittingId }, version: 1, body });
    expect(moved.body.sittings).toMatchObject([{ startsAt: '2026-11-03T06:00:00+00:00', unheld: 1 }]);
    expect([await heldBy(ann), await heldBy(bo)]).toEqual([['2026-11-03T06:00'], ['2026-11-03T06:00']]);
    expect(await unheld()).toEqual(
      new Map([
        [ann.id, 1],
        [bo.id, 0],
      ]),
    );
    const back = { ...body, startsAt: at10 };
    await administrator.call(moveSitting, { params: { sittingId }, version: 2, body: back });
    expect(await heldBy(ann)).toEqual(['2026-11-03T02:00', '2026-11-03T06:00']);
    expect(await unheld()).toEqual(
      new Map([
        [ann.id, 0],
        [bo.id, 0],
      ]),
    );
  });

  it('are not held while they wait; who moves up is', async () => {
    const [ann, bo] = town.aksu.teachers;
    const full = await anItem({ capacity: 1 });
    await arranges({}, full);
    await enrols(administrator, full, ann);
    expect((await enrols(administrator, full, bo)).body).toMatchObject({ state: 'waiting', unheld: 0 });
    expect(await heldBy(bo)).toEqual([]);
    await withdraws(full, ann);
    expect([await heldBy(ann), await heldBy(bo)]).toEqual([[], ['2026-11-03T02:00']]);
  });

  it('stay held by a sitting that names them when they leave the list', async () => {
    const [ann] = town.aksu.teachers;
    await arranges({ personIds: [ann.id] });
    await arranges({ startsAt: at14 });
    await enrols(administrator, itemId, ann);
    await withdraws(itemId, ann);
    expect(await heldBy(ann)).toEqual(['2026-11-03T02:00']);
  });

  it('keep what they held once a sitting has begun', async () => {
    const [ann] = town.aksu.teachers;
    await arranges();
    await arranges({ startsAt: at14 });
    await enrols(administrator, itemId, ann);
    house.clock.moveTo('2026-11-03T03:00:00Z');
    await withdraws(itemId, ann);
    expect(await heldBy(ann)).toEqual(['2026-11-03T02:00']);
  });

  it('are told to nobody but themselves, those who keep the list and their coordinator', async () => {
    const [ann, bo] = town.aksu.teachers;
    await arranges({ startsAt: '2026-09-14T01:50:00Z' });
    for (const one of [ann, bo]) await enrols(administrator, itemId, one);
    const wish = { ...aCast([town.hangzhou, town.aksu]), startsAt: '2026-09-14T01:50:00Z' };
    const seenBy = async (person: { readonly id: PersonId }) => {
      const reply = await proposesLesson(await house.as(person), aSingleLesson([town.hangzhou, town.aksu], wish));
      return reply.problem?.clashes?.map(({ party, inTheWay: way }) => [party.id, way.itemId]);
    };
    expect(await seenBy(town.hangzhou.coordinator)).toEqual([[ann.id, null]]);
    expect(await seenBy(town.aksu.coordinator)).toEqual([[ann.id, itemId]]);
  });

  it('are in one place only: of a lesson and twenty enrolments one wins', async () => {
    const coordinator = await house.as(town.hangzhou.coordinator);
    const [ann] = town.aksu.teachers;
    for (const day of ['14', '15', '16']) {
      const items = await Promise.all(Array.from({ length: 10 }, () => anItem()));
      for (const [nth, of] of items.entries())
        await arranges({ startsAt: `2026-09-${day}T01:${String(20 + nth)}:00Z`, minutes: 60 }, of);
      const lesson = { ...aCast([town.hangzhou, town.aksu]), startsAt: `2026-09-${day}T01:50:00Z` };
      const replies = await Promise.all([
        ...items.map((of) => enrols(administrator, of, ann)),
        proposesLesson(coordinator, aSingleLesson([town.hangzhou, town.aksu], lesson)),
        ...items.map((of) => enrols(administrator, of, ann)),
      ]);
      expect(replies.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
      const won = replies.filter(({ status }) => status === 200).length;
      // An enrolment that won is sent a second time here, and happens once.
      expect([1, 2]).toContain(won);
    }
    expect(await overlapsIn(house)).toEqual([]);
  }, 240_000);

  it('and those who move up never block each other over two items', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(house, town.aksu.id, 'teacher')));
    const items = await Promise.all([anItem({ capacity: 3 }), anItem({ capacity: 3 })]);
    for (const [nth, of] of items.entries()) {
      await arranges({ startsAt: nth === 0 ? at10 : at14 }, of);
      for (const one of nth === 0 ? people : people.toReversed()) await enrols(administrator, of, one);
    }
    const replies = await Promise.all(people.flatMap((one) => items.map((of) => withdraws(of, one))));
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(12).fill(200));
    for (const one of people) expect(await heldBy(one)).toEqual([]);
  });
});
