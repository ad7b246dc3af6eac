import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelItem, cancelSitting, moveSitting, readItem, readItemHistory, readWeek } from '@qinglan/contracts';
import type { ItemId, SittingId } from '@qinglan/domain';
import {
  aCast,
  aHouse,
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

const startsAt = '2026-11-03T02:00:00Z';

describe('sittings of an item', () => {
  let house: House;
  let town: Town;
  let administrator: Client;
  let itemId: ItemId;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    administrator = await house.as(town.administrator);
    itemId = (await savesItem(administrator, { isOpen: true, hostId: town.aksu.id })).body.id;
  });
  afterAll(() => house.close());

  const room = () => town.aksu.classrooms[0].id;
  const arranges = (wish = {}, id?: SittingId) => arrangesSitting(administrator, aSittingBody(itemId, wish), id);

  it('hold people and room, once however often they are sent', async () => {
    const id = randomUUID() as SittingId;
    const wish = { personIds: [town.aksu.teachers[0].id], classroomId: room() };
    await Promise.all([arranges(wish, id), arranges(wish, id)]);
    const { body } = await arranges(wish, id);
    expect(body.sittings).toMatchObject([{ id, people: 1, isMine: false, classroom: { id: room() } }]);
    expect(await house.sql('SELECT role FROM hold WHERE sitting_id = $1 ORDER BY role', [id])).toEqual([
      { role: 'participant' },
      { role: 'room' },
    ]);
    expect((await arranges({ ...wish, minutes: 30 }, id)).problem?.type).toBe('/problems/id-taken');
  });

  it('name what is in the way and other starts; one that moves is not in its own way', async () => {
    const personIds = [town.aksu.teachers[0].id];
    const first = await arranges({ personIds });
    const clash = await arranges({ personIds, startsAt: '2026-11-03T03:00:00Z' });
    expect([clash.status, clash.problem?.type]).toEqual([409, '/problems/party-taken']);
    expect(clash.problem?.clashes).toMatchObject([
      { rule: 'person-taken', inTheWay: { itemId, subject: '课堂教学能力提升培训', lessonId: null, activityId: null } },
    ]);
    expect(clash.problem?.clashes?.[0]?.moves.length).toBeGreaterThan(0);
    const [sitting] = first.body.sittings;
    const params = { sittingId: sitting?.id ?? ('' as never) };
    const body = { startsAt: '2026-11-03T03:00:00Z', minutes: 120, reason: '改期' };
    const moved = await administrator.call(moveSitting, { params, version: 1, body });
    expect(moved.body.sittings).toMatchObject([{ startsAt: '2026-11-03T03:00:00+00:00', version: 2, reason: '改期' }]);
    expect((await administrator.call(moveSitting, { params, version: 1, body })).status).toBe(412);
    const unsaid = await administrator.call(moveSitting, { params, version: 2, body: { ...body, reason: '' } });
    expect(unsaid.problem?.type).toBe('/problems/reason-missing');
  });

  it.each([
    ['place-missing', 422, { place: null }],
    ['in-the-past', 422, { startsAt: '2026-08-25T01:00:00Z' }],
    ['invalid-input', 400, { startsAt: '2026-11-03T15:30:00Z' }],
    ['party-foreign', 422, { personIds: [randomUUID()] }],
    ['party-foreign', 422, { classroomId: randomUUID() }],
  ] as const)('are refused as %s (%i): %j', async (kind, status, wish) => {
    const reply = await arranges(wish);
    expect([reply.problem?.type, reply.status]).toEqual([`/problems/${kind}`, status]);
  });

  it('free what they held when they are called off, also with their item', async () => {
    const personIds = [town.aksu.teachers[0].id];
    const { body } = await arranges({ personIds });
    const params = { sittingId: body.sittings[0]?.id ?? ('' as never) };
    const off = await administrator.call(cancelSitting, { params, version: 1, body: { reason: '天气' } });
    expect(off.body.sittings).toMatchObject([{ state: 'cancelled', reason: '天气' }]);
    const again = await administrator.call(cancelSitting, { params, version: 2, body: { reason: '天气' } });
    expect([again.status, again.problem?.type]).toEqual([409, '/problems/sitting-cancelled']);
    expect((await arranges({ personIds })).status).toBe(200);

    const reason = { reason: '取消' };
    const item = await administrator.call(cancelItem, { params: { itemId }, version: 1, body: reason });
    expect(item.body.sittings.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    const held = `SELECT h.role FROM hold h JOIN sitting t ON t.id = h.sitting_id WHERE t.item_id = $1 AND h.released_at IS NULL`;
    expect(await house.sql(held, [itemId])).toEqual([]);
    expect((await arranges({ personIds })).problem?.type).toBe('/problems/item-cancelled');
    const history = await administrator.call(readItemHistory, { params: { itemId } });
    expect(history.body.items.map(({ act }) => act)).toEqual([
      ...['sitting.cancelled', 'programme-item.changed'],
      ...['sitting.arranged', 'sitting.cancelled', 'sitting.arranged', 'programme-item.added'],
    ]);
  });

  it('tell the link to those who come, and who is held to those who are', async () => {
    const meetingLink = 'https://meeting.example/9';
    await arranges({ meetingLink, personIds: [town.aksu.teachers[0].id] });
    const seenBy = async (person: { readonly id: string }) => {
      const { body } = await (await house.as(person)).call(readItem, { params: { itemId } });
      const [sitting] = body.sittings;
      return [sitting?.meetingLink ?? null, sitting?.persons?.length ?? null, sitting?.people];
    };
    const [held, other] = town.aksu.teachers;
    expect(await seenBy(held)).toEqual([meetingLink, 1, 1]);
    expect(await seenBy(other)).toEqual([null, null, 1]);
    await enrols(await house.as(other), itemId, other);
    expect(await seenBy(other)).toEqual([meetingLink, null, 1]);
    expect(await seenBy(town.aksu.coordinator)).toEqual([meetingLink, null, 1]);
    expect(await seenBy(town.administrator)).toEqual([meetingLink, 1, 1]);
  });

  it('are in the week of those who are held and of those on the list, as long as they stand', async () => {
    const [held, listed, other] = town.aksu.teachers;
    await enrols(administrator, itemId, listed);
    const { body } = await arranges({ personIds: [held.id], topic: '开班' });
    const weekOf = async (person: { readonly id: string }) => {
      const params = { schoolId: town.aksu.id, monday: '2026-11-02' };
      return (await (await house.as(person)).call(readWeek, { params })).body.meetings;
    };
    for (const person of [held, listed])
      expect(await weekOf(person)).toMatchObject([
        { kind: 'sitting', sort: 'programme', itemId, title: '课堂教学能力提升培训 开班', place: '报告厅' },
      ]);
    expect(await weekOf(other)).toEqual([]);
    const params = { sittingId: body.sittings[0]?.id ?? ('' as never) };
    await administrator.call(cancelSitting, { params, version: 1, body: { reason: '天气' } });
    expect(await weekOf(held)).toEqual([]);
    expect(await weekOf(listed)).toEqual([]);
  });

  it('let one of twenty have the teacher at a time, lessons and sittings together', async () => {
    const coordinator = await house.as(town.hangzhou.coordinator);
    for (const day of ['14', '15', '16', '17']) {
      const lesson = { ...aCast([town.hangzhou, town.aksu]), startsAt: `2026-09-${day}T01:50:00Z` };
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, nth) => {
          if (nth % 2 === 0) return proposesLesson(coordinator, aSingleLesson([town.hangzhou, town.aksu], lesson));
          const personIds = [town.hangzhou.teachers[0].id];
          return arranges({ personIds, startsAt: `2026-09-${day}T01:${String(15 + nth)}:00Z`, minutes: 60 });
        }),
      );
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(409)]);
    }
    expect(await overlapsIn(house)).toEqual([]);
  }, 240_000);

  it('do not block each other when they share people in another order', async () => {
    const ids = [...town.aksu.teachers, ...town.hangzhou.teachers].map(({ id }) => id);
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, nth) =>
        arranges({ personIds: nth % 2 === 0 ? ids : ids.toReversed(), startsAt, minutes: 60 }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(409)]);
  });
});
