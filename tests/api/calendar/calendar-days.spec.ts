import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCalendarDays, readRegisterHistory, saveCalendarDay, withdrawCalendarDay } from '@qinglan/contracts';
import { addDays, type CalendarDayId, type OrganisationId, Temporal } from '@qinglan/domain';
import { aHouse, aTown, type Client, type House, type Town } from '../../support';

let house: House;
let town: Town;
let administrator: Client;
let coordinator: Client;

beforeAll(async () => {
  house = await aHouse();
  town = await aTown(house);
  administrator = await house.as(town.administrator);
  coordinator = await house.as(town.hangzhou.coordinator);
});
afterAll(() => house.close());

let days = 0;
const nextDay = () => addDays(Temporal.PlainDate.from('2028-01-01'), (days += 1)).toString();
const fresh = () => randomUUID() as CalendarDayId;
const nation = (given: object = {}) => ({
  scope: 'nation' as 'nation' | 'side' | 'school',
  sideId: null as string | null,
  schoolId: null as OrganisationId | null,
  day: nextDay(),
  kind: 'day-off' as 'day-off' | 'make-up' | 'exam' | 'closed',
  followsWeekday: null as number | null,
  status: 'provisional' as const,
  note: '',
  ...given,
});
const ofSchool = (schoolId: OrganisationId, given: object = {}) => nation({ scope: 'school', schoolId, ...given });
type Body = ReturnType<typeof nation>;
const save = (client: Client, body: Body, given: { id?: CalendarDayId; version?: number } = {}) =>
  client.call(saveCalendarDay, {
    params: { calendarDayId: given.id ?? fresh() },
    body,
    version: given.version ?? 0,
  });
const withdraw = (client: Client, calendarDayId: CalendarDayId, version: number) =>
  client.call(withdrawCalendarDay, { params: { calendarDayId }, version });
const typeOf = (reply: { readonly problem: { readonly type: string } | null }) => reply.problem?.type;

describe('an exception of the calendar', () => {
  it.each([
    ['half a sign', { note: '国庆\ud83c' }],
    ['a sign that no text holds', { note: '国庆\u0000' }],
    ['a year that never was', { day: '0000-01-03' }],
  ])('is refused with %s', async (_what, given) => {
    expect((await save(administrator, nation(given))).status).toBe(400);
  });

  it('holds for the nation, a side or a school', async () => {
    const bodies = [nation(), nation({ scope: 'side', sideId: 'aksu' }), ofSchool(town.aksu.id, { kind: 'exam' })];
    for (const body of bodies) {
      const id = fresh();
      const school = body.schoolId === null ? null : town.aksu.name;
      expect((await save(administrator, body, { id })).body).toEqual({ ...body, id, school, version: 1 });
    }
  });

  it.each([
    ['a side without its name', { scope: 'side' }],
    ['a school without its name', { scope: 'school' }],
    ['the nation with a side', { sideId: 'aksu' }],
    ['a side with a school', { scope: 'side', sideId: 'aksu', schoolId: randomUUID() }],
    ['a school with a side', { scope: 'school', sideId: 'aksu', schoolId: randomUUID() }],
  ])('is refused for %s', async (_, given) => {
    const reply = await save(administrator, nation(given));
    expect([reply.status, typeOf(reply)]).toEqual([422, '/problems/scope-unclear']);
  });

  it('follows a weekday on make-up days only', async () => {
    expect((await save(administrator, nation({ kind: 'make-up', followsWeekday: 4 }))).body.followsWeekday).toBe(4);
    expect((await save(administrator, nation({ kind: 'make-up' }))).body.followsWeekday).toBeNull();
    const wrong = await save(administrator, nation({ kind: 'exam', followsWeekday: 4 }));
    expect(wrong.problem?.errors?.[0]?.pointer).toBe('#/followsWeekday');
    expect((await save(administrator, nation({ kind: 'make-up', followsWeekday: 8 }))).status).toBe(400);
    const nowhere = await save(administrator, ofSchool(randomUUID() as OrganisationId));
    expect(nowhere.problem?.errors?.[0]?.pointer).toBe('#/schoolId');
  });

  it('is on a day that a calendar has', async () => {
    for (const day of ['2026-02-30', '0000-01-01', '2026-9-1', '']) {
      expect((await save(administrator, nation({ day }))).status).toBe(400);
      expect((await administrator.call(listCalendarDays, { query: { from: day } })).status).toBe(400);
    }
  });

  it('is one a day and scope, whoever is faster', async () => {
    for (const body of [nation(), nation({ scope: 'side', sideId: 'aksu' }), ofSchool(town.hangzhou.id)]) {
      const replies = await Promise.all([save(administrator, body), save(administrator, body)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(typeOf(replies.find(({ problem }) => problem) ?? { problem: null })).toBe('/problems/day-taken');
    }
  });

  it('is changed with the version that was read', async () => {
    const [id, body] = [fresh(), ofSchool(town.hangzhou.id)];
    await save(coordinator, body, { id });
    const confirmed = { ...body, note: '校庆' };
    expect((await save(coordinator, confirmed, { id, version: 1 })).body).toMatchObject({ note: '校庆', version: 2 });
    expect(typeOf(await save(coordinator, body, { id, version: 1 }))).toBe('/problems/stale');
    expect((await save(coordinator, body, { version: 2 })).status).toBe(404);
  });
});

describe('who keeps the calendar', () => {
  it('is a coordinator for the own school only', async () => {
    expect((await save(coordinator, ofSchool(town.hangzhou.id))).status).toBe(200);
    expect((await save(coordinator, nation())).status).toBe(403);
    expect((await save(coordinator, nation({ scope: 'side', sideId: 'hangzhou' }))).status).toBe(403);
    expect((await save(coordinator, ofSchool(town.aksu.id))).status).toBe(403);
    expect((await save(coordinator, ofSchool(town.foreign.id))).status).toBe(404);
    for (const person of [town.hangzhou.teachers[0], town.viewer]) {
      expect((await save(await house.as(person), ofSchool(town.hangzhou.id))).status).toBe(403);
    }
  });

  it('takes no exception of others over, and gives none away', async () => {
    const [id, body] = [fresh(), nation()];
    await save(administrator, body, { id });
    const mine = { ...body, scope: 'school' as const, schoolId: town.hangzhou.id };
    expect((await save(coordinator, mine, { id, version: 1 })).status).toBe(403);
    expect((await withdraw(coordinator, id, 1)).status).toBe(403);
    const theirs = fresh();
    await save(administrator, ofSchool(town.foreign.id), { id: theirs });
    expect((await withdraw(coordinator, theirs, 1)).status).toBe(404);
  });
});

describe('an exception that is taken back', () => {
  it('is gone from the lists, frees its day, and keeps its history', async () => {
    const [id, body] = [fresh(), ofSchool(town.hangzhou.id)];
    await save(coordinator, body, { id });
    expect((await withdraw(coordinator, id, 2)).status).toBe(412);
    expect((await withdraw(coordinator, id, 1)).status).toBe(200);
    const { items } = (await coordinator.call(listCalendarDays, { query: { from: body.day, to: body.day } })).body;
    expect(items).toEqual([]);
    expect((await save(coordinator, body)).status).toBe(200);
    const history = (await coordinator.call(readRegisterHistory, { params: { subjectId: id } })).body.items;
    expect(history.map(({ act }) => act)).toEqual(['calendar-day.withdrawn', 'calendar-day.added']);
  });

  it('does not come back by a request sent again', async () => {
    const [id, body] = [fresh(), nation()];
    await save(administrator, body, { id });
    await withdraw(administrator, id, 1);
    expect(typeOf(await save(administrator, body, { id }))).toBe('/problems/id-taken');
    expect((await save(administrator, body, { id, version: 2 })).status).toBe(404);
    expect((await withdraw(administrator, id, 2)).status).toBe(404);
  });
});

describe('the list of exceptions', () => {
  it('shows what binds the reader and partners, and nothing of foreign schools', async () => {
    const day = nextDay();
    for (const schoolId of [town.hangzhou.id, town.aksu.id, town.foreign.id]) {
      await save(administrator, ofSchool(schoolId, { day }));
    }
    await save(administrator, nation({ day }));
    await save(administrator, nation({ day, scope: 'side', sideId: 'aksu' }));
    const seen = async (client: Client, query: object = {}) => {
      const { items } = (await client.call(listCalendarDays, { query: { from: day, to: day, ...query } })).body;
      return items.map(({ scope, schoolId }) => schoolId ?? scope).sort();
    };
    expect(await seen(coordinator)).toEqual([town.hangzhou.id, town.aksu.id, 'nation', 'side'].sort());
    expect(await seen(administrator)).toHaveLength(5);
    expect(await seen(await house.as(town.foreign.teachers[0]))).toEqual([town.foreign.id, 'nation', 'side'].sort());
    expect(await seen(coordinator, { schoolId: town.foreign.id })).toEqual([]);
    expect(await seen(coordinator, { schoolId: town.aksu.id })).toEqual([town.aksu.id]);
    expect(await seen(coordinator, { scope: 'side' })).toEqual(['side']);
  });

  it('is paged by day over more than 200 rows', async () => {
    await house.sql(
      `INSERT INTO calendar_day (id, scope, school_id, day, kind, status)
       SELECT gen_random_uuid(), 'school', $1, date '2035-01-01' + n, 'exam', 'confirmed' FROM generate_series(1, 230) AS n`,
      [town.aksu.id],
    );
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const query = { from: '2035-01-01', to: '2036-12-31', schoolId: town.aksu.id, limit: 100, after };
      const { body } = await coordinator.call(listCalendarDays, { query });
      seen.push(...body.items.map(({ day }) => day));
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen).toHaveLength(230);
    expect(seen).toEqual([...new Set(seen)].sort());
  });
});
