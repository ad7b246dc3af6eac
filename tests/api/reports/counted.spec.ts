import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importDemoOnce } from '@qinglan/api-register';
import { listCountedThings, listIndicatorRows, saveIndicator } from '@qinglan/contracts';
import { sourceNamed } from '@qinglan/domain';
import { aHouse, type Client, type House } from '../../support';

let house: House;
let administrator: Client;
beforeAll(async () => {
  house = await aHouse({ demo: true });
  await importDemoOnce(house.app, join(process.cwd(), 'apps/api/demo-register'));
  administrator = await as('HQ-ADM');
});
afterAll(() => house.close());

async function as(code: string): Promise<Client> {
  const [one] = await house.sql<{ id: string }>('SELECT id FROM person WHERE code = $1', [code]);
  return house.as(one ?? { id: '' });
}

type Query = Readonly<Record<string, string | number>>;
const counted = async (key: string, query: Query = {}, client = administrator) =>
  (await client.call(listCountedThings, { params: { key }, query: { year: 2015, limit: 200, ...query } })).body;
const rowsOf = async (key: string, query: Query = {}, client = administrator) =>
  (await client.call(listIndicatorRows, { params: { key }, query: { year: 2015, limit: 200, ...query } })).body.items;
const added = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

describe('what a numeral counts once each', () => {
  it('is thirty-four mentors in 2015, each told apart, and behind them all 106 pairings', async () => {
    const found = await counted('mentors');
    expect([found.things, found.rows, found.unknownRows, found.next]).toEqual([34, 106, 0, null]);
    expect(new Set(found.items.map(({ label }) => label)).size).toBe(34);
    expect(new Set(found.items.map(({ value }) => value)).size).toBe(34);
    expect(added(found.items.map(({ rows }) => rows))).toBe(106);
    expect(found.column).toMatchObject({ field: 'mentor', kind: 'person' });
  });

  it('names nobody: people are told apart by their number in the register', async () => {
    const { items } = await counted('mentors');
    const known = await house.sql<{ code: string }>(
      `SELECT code FROM person WHERE id = ANY ($1::uuid[]) ORDER BY code`,
      [items.map(({ value }) => value)],
    );
    expect(items.map(({ label }) => label)).toEqual(known.map(({ code }) => code));
    const names = await house.sql<{ name: string }>(
      'SELECT name FROM person WHERE id IN (SELECT mentor_id FROM pairing)',
    );
    const told = JSON.stringify(items);
    expect(names.filter(({ name }) => told.includes(`"${name}"`))).toEqual([]);
  });

  it('opens by its rows: as many as were told, with its days and the weakest of their certainties', async () => {
    const order = ['recorded', 'stated', 'inferred', 'demo'];
    for (const thing of (await counted('mentors')).items) {
      const rows = await rowsOf('mentors', { of: thing.value });
      const days = rows.map(({ firstDay }) => firstDay).toSorted();
      const ends = rows.map(({ lastDay }) => lastDay ?? '~').toSorted();
      const doubts = rows.map(({ certainty }) => order.indexOf(certainty));
      expect([rows.length, days[0], ends.at(-1)]).toEqual([thing.rows, thing.firstDay, thing.lastDay ?? '~']);
      expect(thing.certainty).toBe(order[Math.max(...doubts)]);
    }
  });

  it('comes page by page, each once, in one order', async () => {
    const labels: string[] = [];
    for (let query: Query = { limit: 7 }; ;) {
      const { items, next, things } = await counted('mentors', query);
      expect(things).toBe(34);
      labels.push(...items.map(({ label }) => label));
      if (next === null) break;
      query = { limit: 7, after: next };
    }
    expect(labels).toEqual((await counted('mentors')).items.map(({ label }) => label));
    const broken = await administrator.call(listCountedThings, {
      params: { key: 'mentors' },
      query: { year: 2015, after: 'x' },
    });
    expect(broken.status).toBe(400);
  });

  it('is told of one of them alone, and narrowed by a dimension as the rows are', async () => {
    const all = await counted('mentors');
    const [first] = all.items;
    const one = await counted('mentors', { of: first?.value ?? '' });
    expect([one.things, one.items]).toEqual([1, [first]]);
    const apart = await Promise.all(
      ['one-to-one', 'one-to-many'].map((value) => counted('mentors', { by: 'form', value })),
    );
    expect(added(apart.map(({ rows }) => rows))).toBe(106);
    expect(apart[0]?.rows).toBe((await rowsOf('mentors', { by: 'form', value: 'one-to-one' })).length);
  });

  it('is of the own school for a coordinator, and so are the rows of one', async () => {
    const coordinators = await house.sql<{ code: string; school: string }>(
      `SELECT code, organisation_id AS school FROM person WHERE 'coordinator' = ANY (roles)`,
    );
    const everybody = await counted('mentors');
    let seen = 0;
    for (const { code, school } of coordinators) {
      const own = await counted('mentors', {}, await as(code));
      const [truth] = await house.sql<{ pairings: number; mentors: number }>(
        `SELECT count(*)::integer AS pairings, count(DISTINCT mentor_id)::integer AS mentors FROM report_pairing_on('2015-12-31')
         WHERE has_begun AND first_day <= '2015-12-31' AND (last_day IS NULL OR last_day >= '2015-01-01')
           AND (school_id = $1 OR mentor_school_id = $1)`,
        [school],
      );
      expect([own.things, own.rows]).toEqual([truth?.mentors, truth?.pairings]);
      seen += own.things;
      const foreign = everybody.items.find(({ value }) => own.items.every((one) => one.value !== value));
      expect(await rowsOf('mentors', { of: foreign?.value ?? '' }, await as(code))).toEqual([]);
    }
    expect(seen).toBeGreaterThan(0);
  });
});

describe('rows that do not say of which', () => {
  it('stand apart from what is counted, and open by an empty value', async () => {
    const before = await counted('mentor-cohorts');
    expect(before.items.map(({ rows }) => rows).length).toBe(2);
    const [first] = (await counted('mentors')).items;
    await house.sql('UPDATE person SET cohort = NULL WHERE id = $1', [first?.value]);
    const after = await counted('mentor-cohorts');
    expect([after.things, after.unknownRows, after.rows + after.unknownRows]).toEqual([2, first?.rows, 106]);
    expect(added(after.items.map(({ rows }) => rows))).toBe(after.rows);
    expect(await rowsOf('mentor-cohorts', { of: '' })).toHaveLength(first?.rows ?? 0);
    const [cohort] = after.items;
    expect(await rowsOf('mentor-cohorts', { of: cohort?.value ?? '' })).toHaveLength(cohort?.rows ?? 0);
  });
});

describe('what is not counted once each', () => {
  it.each([
    ['pairings', {}, 'field-unknown'],
    ['mentees-per-mentor', {}, 'field-unknown'],
    ['mentors', { of: 'nobody' }, 'value-unknown'],
    ['mentors', { by: 'colour', value: 'red' }, 'field-unknown'],
    ['nothing-like-that', {}, 'not-found'],
  ])('%s %j is refused: %s', async (key, query, problem) => {
    const answer = await administrator.call(listCountedThings, { params: { key }, query: { year: 2015, ...query } });
    expect(answer.problem?.type).toBe(`/problems/${problem}`);
  });

  it('has no rows of one of them', async () => {
    const query = { year: 2015, of: 'x' };
    const answer = await administrator.call(listIndicatorRows, { params: { key: 'pairings' }, query });
    expect(answer.problem?.type).toBe('/problems/field-unknown');
  });
});

describe('every field that can be counted once each', () => {
  const words = { zh: '各类', en: 'kinds', ug: '' };
  const pairing = sourceNamed('pairing');
  const lesson = sourceNamed('lesson');
  const fields = [
    ...Object.keys(pairing?.dimensions ?? {}).map((field) => ['pairing', field] as const),
    ...Object.keys(lesson?.dimensions ?? {}).map((field) => ['lesson', field] as const),
  ];

  it.each(fields)('of %s, %s: opens by the value that stands there', async (source, field) => {
    const key = `once-${source}-${field}`.toLowerCase();
    const body = {
      ...{ name: words, definition: words, unit: '个' as const, population: null, owner: words, unknownWords: words },
      rule: { kind: 'count' as const, source, measure: { of: 'distinct' as const, field }, where: [] },
      ...{ period: 'during' as const, isReckoned: false, mayOverlap: [], alongside: null },
    };
    expect((await administrator.call(saveIndicator, { params: { key }, body, version: 0 })).status).toBe(200);
    const found = await counted(key, { year: source === 'lesson' ? 2026 : 2015 });
    expect(added(found.items.map(({ rows }) => rows))).toBe(found.rows);
    const [first] = found.items;
    if (!first) return;
    const year = source === 'lesson' ? 2026 : 2015;
    expect((await counted(key, { year, of: first.value })).items).toEqual([first]);
  });
});
