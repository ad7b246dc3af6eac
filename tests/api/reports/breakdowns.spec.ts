import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listIndicatorRows, readBreakdown, saveIndicator } from '@qinglan/contracts';
import { type Client, type House } from '../../support';
import { aCountedHouse, aStudioOf, type CountedHouse, definition } from './counted-house';
import type { ReportedTown } from './reported';

let house: House;
let town: ReportedTown;
let administrator: Client;
let figure: CountedHouse['figure'];
beforeAll(async () => {
  ({ house, town, administrator, figure } = await aCountedHouse());
});
afterAll(() => house.close());

describe('a breakdown', () => {
  it('adds up to the numeral, by day as by school', async () => {
    for (const by of ['month', 'kind', 'school', 'supportingSchool', 'stage', 'subject', 'isMakeUp']) {
      const { body } = await administrator.call(readBreakdown, {
        params: { key: 'lessons-verified' },
        query: { year: 2026, by },
      });
      expect([by, body.groups.reduce((sum, { number }) => sum + (number ?? 0), 0)]).toEqual([by, 16]);
    }
  });

  it('tells of each group how sure its own rows are: the weakest speaks, and a hidden group says nothing', async () => {
    await house.sql(
      `INSERT INTO statement (id, code, year, about, text_zh, quote, source, evidence) VALUES
         (gen_random_uuid(), 'M1', 2023, 'result', '-', '-', '-', 'stated'), (gen_random_uuid(), 'M2', 2023, 'result', '-', '-', '-', 'demo'),
         (gen_random_uuid(), 'M3', 2023, 'visit', '-', '-', '-', 'stated')`,
    );
    const key = 'statements-told';
    const rule = { kind: 'count' as const, source: 'statement' as const, measure: { of: 'rows' as const }, where: [] };
    await administrator.call(saveIndicator, { params: { key }, body: { ...definition, rule }, version: 0 });
    const marksBy = async (of: string, year: number, by: string) => {
      const { body } = await administrator.call(readBreakdown, { params: { key: of }, query: { year, by } });
      return body.groups.map(({ value, marks }) => [value, marks]);
    };
    expect(await marksBy(key, 2023, 'about')).toEqual(
      expect.arrayContaining([
        ['result', ['demo']],
        ['visit', ['stated']],
      ]),
    );
    expect(await marksBy(key, 2023, 'year')).toEqual([['2023', ['demo']]]);
    expect(new Set((await marksBy('lessons-verified', 2026, 'kind')).flatMap(([, marks]) => marks))).toEqual(
      new Set(['recorded']),
    );
    // A share is reckoned, in every year.
    for (const [, marks] of await marksBy('verified-share', 2026, 'year')) expect(marks).toContain('derived');
  });

  it('hides groups of fewer than five people, and one more where the total would tell', async () => {
    const studios = await Promise.all([12, 6, 2].map((mentees, at) => aStudioOf(house, mentees, at)));
    const { body } = await administrator.call(readBreakdown, {
      params: { key: 'mentees' },
      query: { year: 2026, by: 'studio' },
    });
    expect(body.answer.value).toBe(20);
    expect(body.groups.filter(({ isHidden }) => isHidden).flatMap(({ marks }) => marks)).toEqual([]);
    const shown = new Map(body.groups.map(({ value, number, isHidden }) => [value, [number, isHidden]]));
    expect(studios.map((id) => shown.get(id))).toEqual([
      [12, false],
      [null, true],
      [null, true],
    ]);
    // Every pair has one mentee: two pairs would tell of the two mentees.
    for (const key of ['pairings', 'pairings-one-to-many', 'mentor-cohorts']) {
      const pairs = await administrator.call(readBreakdown, { params: { key }, query: { year: 2026, by: 'studio' } });
      const told = new Map(pairs.body.groups.map(({ value, rows, isHidden }) => [value, [rows, isHidden]]));
      expect([key, studios.map((id) => told.get(id))]).toEqual([
        key,
        [
          [12, false],
          [null, true],
          [null, true],
        ],
      ]);
    }
  });

  it('names only reasons that were given often: what somebody typed once may tell of somebody', async () => {
    const wish = { at: '2026-05-06T02:00:00Z', state: 'cancelled', pair: 0, minutes: null, isMakeUp: false };
    const often = await town.make({ ...wish, many: 5 });
    const once = await town.make({ ...wish, many: 1 });
    await house.sql(`UPDATE lesson SET reason = '王老师住院' WHERE id = ANY ($1::uuid[])`, [once]);
    await house.sql(`UPDATE lesson SET reason = '停电' WHERE id = ANY ($1::uuid[])`, [often]);
    const { body } = await administrator.call(readBreakdown, {
      params: { key: 'lessons-cancelled' },
      query: { year: 2026, by: 'reason' },
    });
    expect(JSON.stringify(body)).not.toContain('王老师');
    const shown = body.groups.map(({ words: { zh }, number }) => [zh, number]);
    expect(shown).toContainEqual(['停电', 5]);
    expect(shown).toContainEqual(['其他', 1]);
    const value = body.groups.find(({ words }) => words.zh === '其他')?.value ?? '';
    const rows = await administrator.call(listIndicatorRows, {
      params: { key: 'lessons-cancelled' },
      query: { year: 2026, by: 'reason', value },
    });
    expect(rows.body.items.map(({ id }) => id)).toEqual(once);
    expect(body.groups.reduce((sum, { number }) => sum + (number ?? 0), 0)).toBe(body.answer.value);
    await house.sql('DELETE FROM lesson WHERE id = ANY ($1::uuid[])', [[...often, ...once]]);
  });

  it('tells nobody by the difference of two: who is left when the part is taken from the whole is few people too', async () => {
    const [school] = await house.sql<{ id: string }>(
      'SELECT organisation_id AS id FROM person WHERE id = (SELECT mentee_id FROM pairing LIMIT 1)',
    );
    const sizes = [9, 8, 12] as const;
    const left = [2, 0, 0] as const;
    const studios = await Promise.all(sizes.map((size, at) => aStudioOf(house, size, 10 + at)));
    for (const [at, id] of studios.entries())
      await house.sql(
        `UPDATE pairing SET state = 'completed', to_day = '2026-10-01', ended_on = '2026-10-01' WHERE id IN (
           SELECT id FROM pairing WHERE studio_id = $1 ORDER BY id LIMIT $2)`,
        [id, (sizes[at] ?? 0) - (left[at] ?? 0)],
      );
    expect(school).toBeDefined();
    const shown = async (key: string) => {
      const { body } = await administrator.call(readBreakdown, {
        params: { key },
        query: { year: 2026, by: 'studio' },
      });
      const told = new Map(body.groups.map(({ value, number, isHidden }) => [value, [number, isHidden]]));
      return studios.map((id) => told.get(id));
    };
    expect(await shown('mentees')).toEqual(sizes.map((size) => [size, false]));
    // Seven of nine completed: whoever saw both would know that two did not, and of the smallest other with them.
    expect(await shown('completed-mentees')).toEqual([
      [null, true],
      [null, true],
      [12, false],
    ]);
  });

  it('by how things are arranged shows them all: four pairs one to one are a numeral of the report', async () => {
    for (const at of [20, 21, 22, 23]) await aStudioOf(house, 1, at);
    for (const key of ['pairings', 'mentees']) {
      const { body } = await administrator.call(readBreakdown, { params: { key }, query: { year: 2026, by: 'form' } });
      expect([key, body.groups.find(({ value }) => value === 'one-to-one')]).toEqual([
        key,
        expect.objectContaining({ number: 4, isHidden: false }),
      ]);
    }
    expect((await figure('pairings-one-to-one'))?.value).toBe(4);
  });

  it('of more groups than can be shown says so', async () => {
    await house.sql(
      `INSERT INTO statement (id, code, year, about, text_zh, source, evidence)
       SELECT gen_random_uuid(), 'C' || n, 2024, 'result', '-', '-', 'demo' FROM generate_series(1, 2001) n`,
    );
    const key = 'statements-all';
    const rule = { kind: 'count' as const, source: 'statement' as const, measure: { of: 'rows' as const }, where: [] };
    await administrator.call(saveIndicator, { params: { key }, body: { ...definition, rule }, version: 0 });
    const groups = async () =>
      (await administrator.call(readBreakdown, { params: { key }, query: { year: 2024, by: 'code' } })).body;
    expect(await groups()).toMatchObject({ isCut: true, groups: { length: 2000 } });
    await house.sql(`DELETE FROM statement WHERE year = 2024 AND code = 'C1'`);
    expect(await groups()).toMatchObject({ isCut: false, groups: { length: 2000 } });
  });

  it('is refused by what nobody can group by', async () => {
    const by = async (key: string, field: string) =>
      (await administrator.call(readBreakdown, { params: { key }, query: { year: 2026, by: field } })).problem?.type;
    expect(await by('lessons-verified', 'class')).toBe('/problems/field-unknown');
    expect(await by('verified-share', 'month')).toBe('/problems/field-unknown');
  });
});
