import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  listEnrolmentChanges,
  listEnrolments,
  listItems,
  noteAttendance,
  noteCompletion,
  readItem,
  saveItem,
  withdrawEnrolment,
} from '@qinglan/contracts';
import type { ItemId, PersonId } from '@qinglan/domain';
import {
  aHouse,
  anItemBody,
  aPerson,
  aTown,
  type Client,
  enrols,
  type House,
  type Person,
  savesItem,
  type Town,
} from '../../support';

describe('the list of an item', () => {
  let house: House;
  let town: Town;
  let administrator: Client;
  let people: readonly Person[];
  let clients: readonly Client[];

  beforeAll(async () => {
    house = await aHouse();
    town = await aTown(house);
    administrator = await house.as(town.administrator);
    people = await Promise.all(Array.from({ length: 20 }, () => aPerson(house, town.aksu.id, 'teacher')));
    clients = await Promise.all(people.map((person) => house.as(person)));
  });
  beforeEach(() => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
  });
  afterAll(() => house.close());

  const anItem = async (wish = {}): Promise<ItemId> =>
    (await savesItem(administrator, { isOpen: true, capacity: 2, hostId: town.aksu.id, ...wish })).body.id;
  const person = (nth: number): Person => people[nth] ?? town.administrator;
  const client = (nth: number): Client => clients[nth] ?? administrator;
  const withdraws = (by: Client, itemId: ItemId, { id: personId }: { readonly id: PersonId }) =>
    by.call(withdrawEnrolment, { params: { itemId, personId } });
  const attends = (by: Client, itemId: ItemId, { who, attended }: { who: Person; attended: boolean | null }) =>
    by.call(noteAttendance, { params: { itemId, personId: who.id }, body: { attended } });
  const completes = (by: Client, itemId: ItemId, { who, completed }: { who: Person; completed: boolean | null }) =>
    by.call(noteCompletion, { params: { itemId, personId: who.id }, body: { completed } });
  const statesOf = async (itemId: ItemId) => {
    const { body } = await administrator.call(listEnrolments, { params: { itemId }, query: { limit: 200 } });
    return new Map(body.items.map((row) => [row.person.id, row.state]));
  };

  it('fills, queues who comes later, and lets the first who waits move up when somebody withdraws', async () => {
    const itemId = await anItem();
    const states: string[] = [];
    for (const nth of [0, 1, 2, 3]) states.push((await enrols(client(nth), itemId, person(nth))).body.state);
    expect(states).toEqual(['enrolled', 'enrolled', 'waiting', 'waiting']);
    const { body: seen } = await client(3).call(readItem, { params: { itemId } });
    expect(seen).toMatchObject({ mine: 'waiting', myPlace: 2, waiting: 2, mayEnrol: false, mayWithdraw: true });

    expect((await withdraws(client(0), itemId, person(0))).body.state).toBe('withdrawn');
    const after = await statesOf(itemId);
    expect([0, 1, 2, 3].map((nth) => after.get(person(nth).id))).toEqual([
      'withdrawn',
      'enrolled',
      'enrolled',
      'waiting',
    ]);
    // Whoever comes back stands behind.
    expect((await enrols(client(0), itemId, person(0))).body).toMatchObject({ state: 'waiting', place: 2 });
  });

  it('moves up by itself when there is more room, and sends nobody away when there is less', async () => {
    const itemId = await anItem({ code: `CAP-${randomUUID().slice(0, 6)}` });
    for (const nth of [0, 1, 2, 3]) await enrols(client(nth), itemId, person(nth));
    const { body: item } = await administrator.call(readItem, { params: { itemId } });
    const body = anItemBody({ code: item.code, isOpen: true, hostId: town.aksu.id });
    const more = await administrator.call(saveItem, { params: { itemId }, version: 1, body: { ...body, capacity: 3 } });
    expect(more.body.waiting).toBe(1);
    const less = await administrator.call(saveItem, { params: { itemId }, version: 2, body: { ...body, capacity: 1 } });
    expect(less.body).toMatchObject({ waiting: 1, rows: { enrolled: { sure: 3 } } });
  });

  it('makes nobody enrolled of what is over: who waited did not come, whatever is written down afterwards', async () => {
    const itemId = await anItem();
    for (const nth of [0, 1, 2]) await enrols(client(nth), itemId, person(nth));
    house.clock.moveTo('2027-08-25T02:00:00Z');
    await withdraws(administrator, itemId, person(0));
    expect((await statesOf(itemId)).get(person(2).id)).toBe('waiting');
    expect((await enrols(administrator, itemId, person(3))).body.state).toBe('enrolled');
    expect((await statesOf(itemId)).get(person(2).id)).toBe('waiting');
  });

  it('gives one of twenty who press at once the last place, and the queue its order', async () => {
    for (let round = 0; round < 4; round += 1) {
      const itemId = await anItem({ capacity: 1 });
      const replies = await Promise.all(people.map((one, nth) => enrols(client(nth), itemId, one)));
      expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200));
      const states = [...(await statesOf(itemId)).values()];
      expect(states.filter((state) => state === 'enrolled')).toHaveLength(1);
      expect(states.filter((state) => state === 'waiting')).toHaveLength(19);
      const turns = await house.sql<{ turn: number }>('SELECT turn FROM enrolment WHERE item_id = $1', [itemId]);
      expect(new Set(turns.map(({ turn }) => turn)).size).toBe(20);
    }
  }, 120_000);

  it('stays full and never overfull while people come and go at once', async () => {
    const itemId = await anItem({ capacity: 5 });
    await Promise.all(people.map((one, nth) => enrols(client(nth), itemId, one)));
    await Promise.all(
      people.flatMap((one, nth) => [
        ...(nth % 2 === 0 ? [withdraws(client(nth), itemId, one)] : []),
        ...(nth % 4 === 0 ? [enrols(client(nth), itemId, one)] : []),
      ]),
    );
    const states = [...(await statesOf(itemId)).values()];
    expect(states.filter((state) => state === 'enrolled')).toHaveLength(5);
  }, 120_000);

  it('is written once however often the same is sent', async () => {
    const itemId = await anItem();
    await Promise.all([1, 2, 3].map(() => enrols(client(0), itemId, person(0))));
    const [row] = await house.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM history h JOIN enrolment e ON e.id = h.subject_id WHERE e.item_id = $1`,
      [itemId],
    );
    expect(row?.n).toBe(1);
  });

  it('is open to people themselves only while the item is open and not over', async () => {
    const closed = await anItem({ isOpen: false });
    const refused = await enrols(client(0), closed, person(0));
    expect([refused.status, refused.problem?.type]).toEqual([409, '/problems/enrolment-closed']);
    expect((await enrols(administrator, closed, person(0))).status).toBe(200);

    const open = await anItem();
    await enrols(client(1), open, person(1));
    house.clock.moveTo('2026-11-06T02:00:00Z');
    expect((await enrols(client(2), open, person(2))).problem?.type).toBe('/problems/enrolment-closed');
    expect((await withdraws(client(1), open, person(1))).problem?.type).toBe('/problems/enrolment-closed');
    expect((await withdraws(administrator, open, person(1))).status).toBe(200);
  });

  it('is written by coordinators for their own people, and seen by them so', async () => {
    const itemId = await anItem({ hostId: town.foreign.id, isOpen: false, capacity: null });
    const aksu = await house.as(town.aksu.coordinator);
    const host = await house.as(town.foreign.coordinator);
    const hangzhou = await house.as(town.hangzhou.coordinator);
    expect((await enrols(aksu, itemId, person(0))).status).toBe(200);
    expect((await enrols(hangzhou, itemId, town.hangzhou.teachers[0])).status).toBe(200);
    expect((await enrols(hangzhou, itemId, person(1))).status).toBe(404);
    const listOf = async (reader: Client) => {
      const { body } = await reader.call(listEnrolments, { params: { itemId } });
      return body.items.map((row) => row.person.id).toSorted();
    };
    const both = [person(0).id, town.hangzhou.teachers[0].id].toSorted();
    expect(await listOf(aksu)).toEqual([person(0).id]);
    expect(await listOf(hangzhou)).toEqual([town.hangzhou.teachers[0].id]);
    expect(await listOf(host)).toEqual(both);
    expect(await listOf(administrator)).toEqual(both);
    const changesOf = async (by: Client) => {
      const { body } = await by.call(listEnrolmentChanges, { params: { itemId } });
      return body.items.map((one) => one.person.id).sort();
    };
    expect(await changesOf(aksu)).toEqual([person(0).id]);
    expect(await changesOf(host)).toEqual(both);
    expect(await changesOf(client(0))).toEqual([person(0).id]);
    expect(await changesOf(client(1))).toEqual([]);
    expect(await listOf(client(0))).toEqual([person(0).id]);
    expect(await listOf(client(1))).toEqual([]);
    expect(await listOf(await house.as(town.viewer))).toEqual([]);
    // The host takes attendance of everybody, and enrols nobody of another school.
    house.clock.moveTo('2026-11-03T02:00:00Z');
    expect((await attends(host, itemId, { who: person(0), attended: true })).status).toBe(200);
    expect((await enrols(host, itemId, person(1))).status).toBe(403);
    expect((await attends(client(0), itemId, { who: person(0), attended: true })).status).toBe(403);
    const { body: mine } = await client(0).call(listItems, { query: { mine: 'true' } });
    expect(mine.items.map(({ id }) => id)).toContain(itemId);
  });

  it('notes who came again and again without harm, and nothing of what is to come', async () => {
    const itemId = await anItem();
    await enrols(administrator, itemId, person(0));
    const early = await attends(administrator, itemId, { who: person(0), attended: true });
    expect([early.status, early.problem?.type]).toEqual([422, '/problems/in-the-future']);
    house.clock.moveTo('2026-11-03T02:00:00Z');
    const taps = [true, true, true, false, null] as const;
    for (const attended of taps) {
      const { body } = await attends(administrator, itemId, { who: person(0), attended });
      expect(body.attended).toBe(attended);
    }
    const changes = await house.sql(
      `SELECT h.id FROM history h JOIN enrolment e ON e.id = h.subject_id WHERE e.item_id = $1`,
      [itemId],
    );
    // Enrolled, came, did not come, unknown: what was sent twice is one.
    expect(changes).toHaveLength(4);
    const told = await administrator.call(listEnrolmentChanges, { params: { itemId }, query: { limit: 3 } });
    expect(told.body.items.map((one) => [one.person.id, one.before, one.after])).toEqual([
      [person(0).id, { attended: false }, { attended: null }],
      [person(0).id, { attended: true }, { attended: false }],
      [person(0).id, { attended: null }, { attended: true }],
    ]);
    const query = { limit: 3, after: told.body.next ?? '' };
    const first = await administrator.call(listEnrolmentChanges, { params: { itemId }, query });
    expect(first.body).toMatchObject({
      ...{ items: [{ before: {}, after: { state: 'enrolled', attended: null, completed: null } }], next: null },
    });
    await enrols(administrator, itemId, person(1));
    await enrols(administrator, itemId, person(2));
    const waits = await attends(administrator, itemId, { who: person(2), attended: true });
    expect([waits.status, waits.problem?.type]).toEqual([409, '/problems/not-enrolled']);
  });

  it('keeps attendance and completion apart', async () => {
    const itemId = await anItem({ capacity: null });
    await enrols(administrator, itemId, person(0));
    await enrols(administrator, itemId, person(1));
    house.clock.moveTo('2026-11-04T02:00:00Z');
    expect((await completes(administrator, itemId, { who: person(0), completed: true })).body).toMatchObject({
      ...{ attended: null, completed: true },
    });
    const absent = await attends(administrator, itemId, { who: person(0), attended: false });
    expect([absent.status, absent.problem?.type]).toEqual([422, '/problems/absent-completed']);
    const gone = await withdraws(administrator, itemId, person(0));
    expect([gone.status, gone.problem?.type]).toEqual([409, '/problems/attendance-known']);
    const { body } = await administrator.call(readItem, { params: { itemId } });
    expect(body.rows).toEqual({
      enrolled: { sure: 2, unknown: 0 },
      attended: { sure: 0, unknown: 2 },
      completed: { sure: 1, unknown: 1 },
    });
    expect((await withdraws(administrator, itemId, person(5))).problem?.type).toBe('/problems/not-enrolled');
  });
});
