import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  listLackingItems,
  listLackingLessons,
  listSchoolCompleteness,
  listSilentPairings,
  readCompleteness,
  readSchoolReminder,
  readYearLack,
} from '@qinglan/contracts';
import type { LessonId, PairingState } from '@qinglan/domain';
import { aHouse, aLesson, aPairing, aPerson, aStudio, aTown, type Client, type House, type Town } from '../../support';

let house: House;
let town: Town;
let administrator: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
});
beforeEach(async () => {
  await house.sql('TRUNCATE pairing, lesson, programme_item CASCADE');
  town = await aTown(house);
  administrator = await house.as(town.administrator);
});
afterAll(() => house.close());

const month = '2026-09';
const september = { month, limit: 50 };

const held = async (state: string, startsAt = '2026-09-16T01:50:00Z'): Promise<LessonId> =>
  (await aLesson(house, town, { state, startsAt, endsAt: startsAt.replace(/:\d\d:00Z$/, ':59:00Z') })).id;
const signed = (lessonId: LessonId, school: 'hangzhou' | 'aksu') =>
  house.sql(
    `INSERT INTO record_signature (lesson_id, school_id, person_id, signed_at) VALUES ($1, $2, $3, '2026-09-17')`,
    [lessonId, town[school].id, town[school].teachers[0].id],
  );
const madeUp = async (lessonId: LessonId, state: string) => {
  const other = await held(state, '2026-10-14T01:50:00Z');
  await house.sql('UPDATE lesson SET replaces_lesson_id = $1 WHERE id = $2', [lessonId, other]);
};
const lessons = async (client = administrator, query: object = {}) =>
  (await client.call(listLackingLessons, { query: { ...september, ...query } })).body.items;

/** A pairing of two new people of the two schools. */
async function paired(wish: { state?: PairingState; fromDay?: string; toDay?: string | null; led?: boolean } = {}) {
  const mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  const mentee = await aPerson(house, town.aksu.id, 'mentee');
  const studioId = wish.led ? await aStudio(house, town.hangzhou.id, town.hangzhou.teachers[1].id) : null;
  return aPairing(house, { mentor, mentee, studioId, ...wish });
}
const met = (pairingId: string, onDay: string, kind = 'mentor-hears') =>
  house.sql(
    `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, at)
     VALUES ($1, $2, $3, 'lesson', gen_random_uuid(), '听课', now())`,
    [pairingId, kind, onDay],
  );
const silent = async (client = administrator, of = month) =>
  (await client.call(listSilentPairings, { query: { month: of, limit: 50 } })).body.items;

const item = async (given: Readonly<Record<string, unknown>>) => {
  const row = {
    ...{ id: randomUUID(), code: randomUUID().slice(0, 8), title: '第1期', category: 'training', year: 2026 },
    ...{ first_day: '2026-09-10', last_day: '2026-09-12', certainty: 'demo', host_id: town.aksu.id, ...given },
  };
  const columns = Object.keys(row);
  await house.sql(
    `INSERT INTO programme_item (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${String(at + 1)}`).join(', ')})`,
    Object.values(row),
  );
};
const items = async (client = administrator, of = month) =>
  (await client.call(listLackingItems, { query: { month: of, limit: 50 } })).body.items;

describe('lessons', () => {
  it('stand once for each school that has not signed, with the teacher and who coordinates there', async () => {
    const lessonId = await held('ended');
    const found = await lessons();
    expect(found.map(({ school, lack, isPartnerDone }) => [school.id, lack, isPartnerDone]).sort()).toEqual(
      [
        [town.hangzhou.id, 'signature', false],
        [town.aksu.id, 'signature', false],
      ].sort(),
    );
    await signed(lessonId, 'hangzhou');
    const [left, ...others] = await lessons();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ lessonId, onDay: '2026-09-16', state: 'ended', isPartnerDone: true });
    expect(left?.ask.map(({ id }) => id)).toEqual([town.aksu.teachers[0].id, town.aksu.coordinator.id]);
    await signed(lessonId, 'aksu');
    expect(await lessons()).toEqual([]);
  });

  it('that failed want a make-up until one is agreed that was not called off', async () => {
    const missed = await held('missed');
    const interrupted = await held('interrupted', '2026-09-17T01:50:00Z');
    expect((await lessons()).map(({ lack }) => lack)).toEqual(Array.from({ length: 4 }, () => 'make-up'));
    await madeUp(missed, 'confirmed');
    await madeUp(interrupted, 'cancelled');
    expect(new Set((await lessons()).map(({ lessonId }) => lessonId))).toEqual(new Set([interrupted]));
  });

  it('of other months, and such as are verified or to come, are not asked for', async () => {
    await held('verified');
    await held('confirmed');
    await held('ended', '2026-08-31T15:50:00Z');
    await held('ended', '2026-09-30T16:00:00Z');
    expect(await lessons()).toEqual([]);
    await held('ended', '2026-08-31T16:00:00Z');
    expect(await lessons()).toHaveLength(2);
  });

  it('come in pages, narrowed to what lacks', async () => {
    for (const day of [10, 11, 14]) await held('ended', `2026-09-${String(day)}T01:50:00Z`);
    await held('missed', '2026-09-15T01:50:00Z');
    const seen: string[] = [];
    for (let after: string | undefined, turn = 0; turn < 9; turn += 1) {
      const query = { month, limit: 2, after, lack: 'signature' as const };
      const { body } = await administrator.call(listLackingLessons, { query });
      seen.push(...body.items.map(({ lessonId, school }) => `${lessonId} ${school.id}`));
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    const broken = await administrator.call(listLackingLessons, { query: { month, after: 'xx' } });
    expect(broken.status).toBe(400);
  });
});

describe('pairings', () => {
  it('that met in the month are not asked for; others are, with the lead of their studio', async () => {
    const one = await paired({ led: true });
    const other = await paired();
    await met(other.pairingId, '2026-09-30');
    const [found, ...rest] = await silent();
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      pairingId: one.pairingId,
      mentor: { name: one.mentor.name },
      mentee: { school: town.aksu.name },
      lead: { id: town.hangzhou.teachers[1].id },
    });
    expect((await silent(administrator, '2026-10')).map(({ pairingId }) => pairingId).sort()).toEqual(
      [one.pairingId, other.pairingId].sort(),
    );
  });

  it('did not meet over a paper, and a credit that was taken back is none', async () => {
    const { pairingId } = await paired();
    await met(pairingId, '2026-09-10', 'paper');
    await met(pairingId, '2026-09-11');
    await house.sql(`UPDATE credit SET withdrawn_at = now() WHERE on_day = '2026-09-11'`);
    expect(await silent()).toHaveLength(1);
  });

  it.each([
    ['one that began too late', { fromDay: '2026-09-18' }, 0],
    ['one that began in time', { fromDay: '2026-09-17' }, 1],
    ['one past its last day', { toDay: '2026-09-13' }, 0],
    ['one that never began', { state: 'agreed' as const }, 0],
    ['one that is over since', { state: 'completed' as const, toDay: '2026-10-31' }, 1],
  ])('are asked only where they should have met: %s', async (_, wish, expected) => {
    await paired(wish);
    expect(await silent()).toHaveLength(expected);
  });

  it('that paused are not asked, and of a month that runs only its days so far count', async () => {
    const { pairingId } = await paired();
    await house.sql(
      `INSERT INTO pairing_pause (pairing_id, first_day, last_day, reason) VALUES ($1, '2026-09-01', '2026-09-17', '产假')`,
      [pairingId],
    );
    expect(await silent()).toEqual([]);
    expect(await silent(administrator, '2026-11')).toHaveLength(1);
    house.clock.moveTo('2026-11-10T02:00:00Z');
    expect(await silent(administrator, '2026-11')).toEqual([]);
    expect(await silent(administrator, '2026-12')).toEqual([]);
    house.clock.moveTo('2026-11-26T02:00:00Z');
  });
});

describe('programme items', () => {
  it('say which numbers and days are not known, and whom to ask', async () => {
    await item({ enrolled: 49 });
    const [found] = await items();
    expect(found).toMatchObject({ lacks: ['attended', 'completed'], host: town.aksu.name });
    expect(found?.ask.map(({ id }) => id)).toEqual([town.aksu.coordinator.id]);
  });

  it('without a day are asked for it in every month that they may lie in', async () => {
    await item({ category: 'showcase', ordinal: 3, first_day: '2026-01-01', last_day: '2026-12-31' });
    await item({ category: 'showcase', ordinal: 4 });
    expect((await items()).map(({ lacks }) => lacks)).toEqual([['day']]);
    expect(await items(administrator, '2025-09')).toEqual([]);
  });

  it('that are planned or called off are not asked', async () => {
    await item({ state: 'planned' });
    expect(await items()).toEqual([]);
  });
});

describe('schools', () => {
  const schools = async (client = administrator) =>
    (await client.call(listSchoolCompleteness, { query: september })).body.items;

  it('are listed with what they lack, most first, in percent rounded down', async () => {
    const lessonId = await held('ended');
    await held('verified', '2026-09-17T01:50:00Z');
    await signed(lessonId, 'hangzhou');
    await held('missed', '2026-09-18T01:50:00Z');
    await paired();
    const found = await schools();
    expect(found.map(({ id }) => id)).toEqual([town.aksu.id, town.hangzhou.id]);
    expect(found[0]).toMatchObject({
      lessons: { expected: 3, lacking: 2 },
      pairings: { expected: 1, lacking: 1 },
      items: { expected: 0, lacking: 0 },
      ...{ unsigned: 1, notMadeUp: 1, percent: 25 },
      ask: [{ id: town.aksu.coordinator.id, name: town.aksu.coordinator.name, school: town.aksu.name }],
    });
    expect(found[1]).toMatchObject({ percent: 50, unsigned: 0 });
  });

  it('come in pages, and one with nothing to expect is not among them', async () => {
    await held('ended');
    const { body } = await administrator.call(listSchoolCompleteness, { query: { month, limit: 1 } });
    const after = body.next ?? '';
    const next = await administrator.call(listSchoolCompleteness, { query: { month, limit: 1, after } });
    expect(next.body.next).toBeNull();
    const ids = [...body.items, ...next.body.items].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([town.hangzhou.id, town.aksu.id]));
  });

  it('are reminded of the first few of each kind, and of how many there are', async () => {
    for (let day = 1; day < 9; day += 1) await held('ended', `2026-09-0${String(day)}T01:50:00Z`);
    await paired();
    await item({ enrolled: 49 });
    const { body } = await administrator.call(readSchoolReminder, {
      params: { schoolId: town.aksu.id },
      query: { month },
    });
    expect(body.unsigned.total).toBe(8);
    expect(body.unsigned.first.map(({ onDay }) => onDay)).toEqual(
      [1, 2, 3, 4, 5, 6].map((day) => `2026-09-0${String(day)}`),
    );
    expect(body).toMatchObject({ notMadeUp: { total: 0, first: [] }, pairings: { total: 1 }, items: { total: 1 } });
  });
});

describe('a month in all', () => {
  const figures = async (client: Client, of = month) =>
    (await client.call(readCompleteness, { query: { month: of } })).body;

  it('counts what two schools share once', async () => {
    await held('ended');
    await paired();
    expect(await figures(administrator)).toMatchObject({
      ...{ firstDay: '2026-09-01', lastDay: '2026-09-30', isRunning: false },
      ...{ schools: { expected: 2, lacking: 2 }, lessons: { expected: 1, lacking: 1 } },
      ...{ pairings: { expected: 1, lacking: 1 }, items: { expected: 0, lacking: 0 } },
    });
    expect((await figures(administrator, '2026-11')).isRunning).toBe(true);
  });

  it('is the own school’s for a coordinator, in every section', async () => {
    await held('ended');
    await paired();
    await item({});
    const own = await house.as(town.aksu.coordinator);
    expect((await figures(own)).schools).toEqual({ expected: 1, lacking: 1 });
    expect((await lessons(own)).map(({ school }) => school.id)).toEqual([town.aksu.id]);
    expect(await silent(own)).toHaveLength(1);
    expect(await items(own)).toHaveLength(1);
    const foreign = await house.as(town.foreign.coordinator);
    expect((await figures(foreign)).schools).toEqual({ expected: 0, lacking: 0 });
    expect([await lessons(foreign), await silent(foreign), await items(foreign)]).toEqual([[], [], []]);
  });

  it('is written once as it was read', async () => {
    const wrong = await administrator.call(readCompleteness, { query: { month: '2026-13' } });
    expect(wrong.status).toBe(400);
  });
});

describe('a year', () => {
  const lack = async (client = administrator, year = 2026) =>
    (await client.call(readYearLack, { params: { year } })).body;

  it('lacks each lesson, pairing and item once, and says in which month the last of them lies', async () => {
    expect(await lack()).toEqual({ year: 2026, lessons: 0, pairings: 0, items: 0, total: 0, month: null });
    await held('ended');
    const other = await held('missed', '2026-10-12T01:50:00Z');
    await madeUp(other, 'confirmed');
    await item({});
    const { pairingId } = await paired();
    await paired();
    await met(pairingId, '2026-09-10');
    expect(await lack()).toEqual({ year: 2026, lessons: 1, pairings: 1, items: 1, total: 3, month: '2026-09' });
    expect((await lack(administrator, 2025)).total).toBe(0);
  });

  it('is that of the own school for a coordinator', async () => {
    await held('ended');
    await item({ host_id: town.hangzhou.id });
    const coordinator = await house.as(town.aksu.coordinator);
    expect(await lack(coordinator)).toMatchObject({ lessons: 1, items: 0 });
  });
});
