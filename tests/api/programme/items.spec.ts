import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cancelItem,
  listItems,
  listProgrammeYears,
  readItem,
  readItemHistory,
  readProgrammeYear,
} from '@qinglan/contracts';
import { itemCategories, itemNumbers, type ItemId, tallies } from '@qinglan/domain';
import { aHouse, aTown, type Client, enrols, type House, savesItem, type Town } from '../../support';

describe('programme items', () => {
  let house: House;
  let town: Town;
  let administrator: Client;
  let teacher: Client;

  beforeAll(async () => {
    house = await aHouse();
    town = await aTown(house);
    administrator = await house.as(town.administrator);
    teacher = await house.as(town.aksu.teachers[0]);
  });
  afterAll(() => house.close());

  it('keep a number that nobody gave unknown through every edit, and zero zero', async () => {
    const made = await savesItem(administrator, { people: 0, enrolled: 49 });
    expect(made.body).toMatchObject({
      people: 0,
      stated: { enrolled: 49, attended: null, completed: null },
      rows: null,
    });
    const revised = await savesItem(
      administrator,
      { code: made.body.code, enrolled: 49, title: '改名' },
      { itemId: made.body.id, version: 1 },
    );
    expect(revised.body).toMatchObject({
      ...{ people: null, version: 2, title: '改名' },
      stated: { enrolled: 49, attended: null, completed: null },
    });
    const { body } = await teacher.call(readItem, { params: { itemId: made.body.id } });
    const numbers = itemNumbers(body.stated, body.rows);
    expect(numbers.attended).toMatchObject({ value: null, from: 'nothing' });
    expect(numbers.enrolled).toMatchObject({ value: 49, from: 'stated' });
  });

  it('give the numbers of their list where none were stated, and tell where the two disagree', async () => {
    const { body: made } = await savesItem(administrator, { enrolled: 5 });
    for (const person of town.aksu.teachers) await enrols(administrator, made.id, person);
    const { body } = await teacher.call(readItem, { params: { itemId: made.id } });
    expect(body.rows).toEqual(
      tallies(town.aksu.teachers.map(() => ({ state: 'enrolled' as const, attended: null, completed: null }))),
    );
    expect(itemNumbers(body.stated, body.rows).enrolled).toMatchObject({ value: 5, from: 'stated', rowsSay: 3 });
  });

  it('happen once however often they are sent, and change only by whoever read the last version', async () => {
    const itemId = randomUUID() as ItemId;
    const wish = { code: `ONCE-${itemId.slice(0, 6)}` };
    const [first, again] = [
      await savesItem(administrator, wish, { itemId }),
      await savesItem(administrator, wish, { itemId }),
    ];
    expect([first.body.version, again.body.version]).toEqual([1, 1]);
    await savesItem(administrator, { ...wish, title: '甲' }, { itemId, version: 1 });
    const late = await savesItem(administrator, { ...wish, title: '乙' }, { itemId, version: 1 });
    expect([late.status, late.problem?.type]).toEqual([412, '/problems/stale']);
    const { body } = await teacher.call(readItemHistory, { params: { itemId } });
    expect(body.items.map(({ act }) => act)).toEqual(['programme-item.changed', 'programme-item.added']);
    expect(body.items[0]?.detail).toMatchObject({ before: { title: '课堂教学能力提升培训' }, after: { title: '甲' } });
  });

  it('number editions once in a category and year; the next is proposed, and a code is made of it', async () => {
    const edition = { category: 'showcase', ordinal: 3, year: 2031, begins: null, ends: null, code: null } as const;
    const { body } = await savesItem(administrator, { ...edition, title: '第3期' });
    expect(body.code).toBe('P-SHOW-2031-03');
    const twice = await savesItem(administrator, { ...edition, code: 'ELSE-1', title: '又一个第3期' });
    expect([twice.status, twice.problem?.type]).toEqual([409, '/problems/ordinal-taken']);
    expect((await savesItem(administrator, { ...edition, category: 'medical-class' })).status).toBe(200);
    expect((await savesItem(administrator, { ...edition, year: 2032 })).status).toBe(200);
    const year = await teacher.call(readProgrammeYear, { params: { year: 2031 } });
    expect(year.body.categories).toEqual([
      expect.objectContaining({ category: 'showcase', planned: 1, held: 0, highest: 3 }),
      expect.objectContaining({ category: 'medical-class', planned: 1, highest: 3 }),
    ]);
    const years = await teacher.call(listProgrammeYears);
    expect(years.body.items.slice(0, 2).map(({ year: one }) => one)).toEqual([2032, 2031]);
  });

  it('are called stated by whoever names the source; what came without one is left in peace', async () => {
    const refused = async (wish: Parameters<typeof savesItem>[1], of: Parameters<typeof savesItem>[2] = {}) => {
      const reply = await savesItem(administrator, wish, of);
      expect(reply.problem).toMatchObject({ status: 400, errors: [{ pointer: '#/source' }] });
    };
    await refused({ certainty: 'stated' });
    await refused({ certainty: 'recorded', numbersCertainty: 'stated' });
    const made = await savesItem(administrator, { certainty: 'stated', source: '简报', people: 8 });
    const itemId = made.body.id;
    const { code } = made.body;
    await refused({ code, certainty: 'stated', source: null }, { itemId, version: 1 });
    await house.sql('UPDATE programme_item SET source = NULL WHERE id = $1', [itemId]);
    const wish = { code, certainty: 'stated', people: 9 } as const;
    expect((await savesItem(administrator, wish, { itemId, version: 1 })).body).toMatchObject({
      ...{ people: 9, certainty: 'stated', numbersCertainty: null, source: null, version: 2 },
    });
    const sure = await savesItem(administrator, { ...wish, numbersCertainty: 'demo' }, { itemId, version: 2 });
    expect(sure.body.numbersCertainty).toBe('demo');
    await refused({ ...wish, numbersCertainty: 'stated' }, { itemId, version: 3 });
  });

  it('keep how sure their numbers are when somebody who does not know of it revises them', async () => {
    const { body } = await savesItem(administrator, { people: 8, numbersCertainty: 'demo' });
    const { id: itemId, code } = body;
    expect(body.numbersCertainty).toBe('demo');
    const revised = await savesItem(administrator, { code, people: 9 }, { itemId, version: 1 });
    expect(revised.body).toMatchObject({ people: 9, numbersCertainty: 'demo' });
    const same = await savesItem(administrator, { code, numbersCertainty: null }, { itemId, version: 2 });
    expect(same.body.numbersCertainty).toBe(null);
  });

  it('lets one of two racing items have the number', async () => {
    const race = { category: 'teaching-visit', ordinal: 1, year: 2033, begins: null, ends: null } as const;
    const replies = await Promise.all([savesItem(administrator, race), savesItem(administrator, race)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it.each([
    ['days-backwards', 422, { begins: '2026-11-03', ends: '2026-11-01' }],
    ['outside-year', 422, { begins: '2027-01', ends: null }],
    ['in-the-future', 422, { state: 'held' }],
    ['invalid-input', 400, { begins: '2026-02-30', ends: null }],
    ['invalid-input', 400, { category: 'other' }],
    ['invalid-input', 400, { category: 'other', categoryWords: '送教' }],
    ['invalid-input', 400, { hostId: randomUUID() as never }],
  ] as const)('are refused as %s (%i): %j', async (kind, status, wish) => {
    const reply = await savesItem(administrator, wish);
    expect([reply.problem?.type, reply.status]).toEqual([`/problems/${kind}`, status]);
  });

  it('are called off once, with a reason; revised they stay so, until somebody says that they take place', async () => {
    const { body } = await savesItem(administrator, { isOpen: true });
    const params = { itemId: body.id };
    const silent = await administrator.call(cancelItem, { params, version: 1, body: { reason: ' ' } });
    expect(silent.problem?.type).toBe('/problems/reason-missing');
    const off = await administrator.call(cancelItem, { params, version: 1, body: { reason: '天气' } });
    expect(off.body).toMatchObject({ state: 'cancelled', reason: '天气', isOpen: false, version: 2 });
    const again = await administrator.call(cancelItem, { params, version: 2, body: { reason: '天气' } });
    expect([again.status, again.problem?.type]).toEqual([409, '/problems/item-cancelled']);
    const wish = { code: body.code, isOpen: true };
    const revised = await savesItem(administrator, { ...wish, title: '改了名' }, { itemId: body.id, version: 2 });
    expect(revised.body).toMatchObject({ state: 'cancelled', reason: '天气', isOpen: false, title: '改了名' });
    const planned = await savesItem(administrator, { ...wish, revives: true }, { itemId: body.id, version: 3 });
    expect(planned.body).toMatchObject({ state: 'planned', reason: null, isOpen: true });
  });

  it('are listed by category and number, found by words, and paged', async () => {
    const wish = { year: 2040, begins: null, ends: null };
    for (const ordinal of [2, 1, 11]) {
      await savesItem(administrator, { ...wish, category: 'showcase', ordinal, title: `第${String(ordinal)}期` });
    }
    await savesItem(administrator, { ...wish, category: 'other', categoryWords: '校长论坛', title: '第一次论坛' });
    await savesItem(administrator, { ...wish, category: 'showcase', title: '未编号' });
    const all = await teacher.call(listItems, { query: { year: 2040, limit: 3 } });
    const rest = await teacher.call(listItems, { query: { year: 2040, limit: 3, after: all.body.next ?? '' } });
    const titles = [...all.body.items, ...rest.body.items].map(({ title }) => title);
    expect(titles).toEqual(['第1期', '第2期', '第11期', '未编号', '第一次论坛']);
    expect(rest.body.next).toBeNull();
    const found = await teacher.call(listItems, { query: { q: '论坛', year: 2040 } });
    expect(found.body.items.map(({ categoryWords }) => categoryWords)).toEqual(['校长论坛']);
    const words = await teacher.call(listItems, { query: { year: 2040, categoryWords: '校长论坛' } });
    expect(words.body.items).toHaveLength(1);
    const none = await teacher.call(listItems, { query: { year: 2040, state: 'held' } });
    expect(none.body.items).toEqual([]);
  });

  it('are read as the report counts them: held ones, with unknown numbers unknown', async () => {
    const { body } = await savesItem(administrator, {
      ...{ state: 'held', begins: '2026-08', ends: null, hostId: town.aksu.id, category: 'medical-visit', people: 6 },
    });
    await enrols(administrator, body.id, town.aksu.teachers[0]);
    const [row] = await house.sql(
      `SELECT category, people, enrolled, attended, completed, host_side, population, certainty,
         first_day::text AS first, last_day::text AS last FROM report_item WHERE id = $1`,
      [body.id],
    );
    expect(row).toEqual({
      ...{ category: 'medical-visit', people: 6, enrolled: 1, attended: null, completed: null, host_side: 'aksu' },
      ...{ population: 'visitor', certainty: 'recorded', first: '2026-08-01', last: '2026-08-31' },
    });
    const [enrolment] = await house.sql(
      'SELECT person_id, state, attended, certainty FROM report_enrolment WHERE item_id = $1',
      [body.id],
    );
    // Enrolled here, but a teacher of the demonstration.
    expect(enrolment).toEqual({
      ...{ person_id: town.aksu.teachers[0].id, state: 'enrolled', attended: null, certainty: 'demo' },
    });
    const planned = await savesItem(administrator);
    expect(await house.sql('SELECT id FROM report_item WHERE id = $1', [planned.body.id])).toEqual([]);
  });

  it('have in the database the order of categories that the domain has', async () => {
    const rows = await house.sql<{ category: string }>(
      'SELECT DISTINCT category, category_place FROM programme_item ORDER BY category_place',
    );
    const found = rows.map(({ category }) => category);
    expect(found).toEqual(itemCategories.filter((one) => found.includes(one)));
  });
});
