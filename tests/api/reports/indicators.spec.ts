import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  listIndicatorRows,
  listIndicators,
  readBreakdown,
  readFigures,
  readIndicator,
  saveIndicator,
} from '@qinglan/contracts';
import { type Client, type House } from '../../support';
import { aCountedHouse, type CountedHouse, definition, words } from './counted-house';

const derived = (from: readonly string[], operation: 'sum' | 'ratio' = 'sum') => ({
  ...definition,
  rule: { kind: 'derived' as const, operation, from: [...from] },
});

let house: House;
let administrator: Client;
let figure: CountedHouse['figure'];
beforeAll(async () => {
  ({ house, administrator, figure } = await aCountedHouse());
});
afterAll(() => house.close());

describe('a new count over existing things', () => {
  it('is a definition: it counts, opens and is grouped without any code', async () => {
    const saved = await administrator.call(saveIndicator, {
      params: { key: 'maths-diagnoses' },
      body: definition,
      version: 0,
    });
    expect(saved.body).toMatchObject({ key: 'maths-diagnoses', version: 1, isDerived: false });
    expect(await figure('maths-diagnoses')).toMatchObject({ value: 5, rows: 5, version: 1 });
    const rows = await administrator.call(listIndicatorRows, {
      params: { key: 'maths-diagnoses' },
      query: { year: 2026 },
    });
    expect(rows.body.items).toHaveLength(5);
    const { groups } = (
      await administrator.call(readBreakdown, {
        params: { key: 'maths-diagnoses' },
        query: { year: 2026, by: 'month' },
      })
    ).body;
    expect(groups.map(({ value, number }) => [value, number])).toEqual(
      ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map((month) => [month, 1]),
    );
    const { answers } = (await administrator.call(readFigures, { params: { year: 2026 } })).body;
    expect(answers.find(({ key }) => key === 'maths-diagnoses')?.value).toBe(5);
  });

  it('is saved once however often it is sent, and becomes a new version when it is changed; the old one stays', async () => {
    const put = (version: number, zh = '一') =>
      administrator.call(saveIndicator, { params: { key: 'mine' }, body: { ...definition, name: words(zh) }, version });
    expect((await put(0)).body.version).toBe(1);
    expect((await put(0)).body.version).toBe(1);
    expect((await put(1, '二')).body.version).toBe(2);
    expect((await put(1, '三')).status).toBe(412);
    const { versions } = (await administrator.call(readIndicator, { params: { key: 'mine' } })).body;
    expect(versions.map(({ version, name }) => [version, name.zh])).toEqual([
      [2, '二'],
      [1, '一'],
    ]);
  });

  it('may revise what the house began with, as long as every sum that uses it still holds', async () => {
    const { items } = (await administrator.call(listIndicators)).body;
    const held = items.find(({ key }) => key === 'lessons-held');
    if (!held) throw new Error('no such indicator');
    const { key, version, isDerived: _derived, breakdowns: _by, ...body } = held;
    const rule = { ...definition.rule, where: [{ field: 'state', is: ['verified'] }] };
    const revised = { ...body, rule, name: words('上过的课'), definition: words('只计双方签字的课') };
    const saved = await administrator.call(saveIndicator, { params: { key }, body: revised, version });
    expect(saved.body).toMatchObject({ version: 2, name: words('上过的课') });
    // 签字率 was reckoned from both and still is.
    expect((await figure('verified-share'))?.value).toBe(100);
  });

  it.each([
    ['14 + 34', derived(['cadres-returned', 'mentors']), 'populations-differ'],
    ['34 + 106', derived(['mentors', 'mentees']), 'populations-differ'],
    ['49 inside 106', derived(['training-enrolled', 'mentees']), 'populations-differ'],
    ['S25 on S21', derived(['teacher-visits', 'inspection-delegations']), 'rows-overlap'],
    ['itself', derived(['forbidden', 'showcases']), 'circular'],
    ['what is not there', derived(['nowhere', 'showcases']), 'operand-missing'],
    ['hours and lessons', derived(['lessons-planned', 'lesson-minutes']), 'units-differ'],
    ['people once each', derived(['mentees', 'completed-mentees']), 'not-additive'],
    ['three in a ratio', derived(['mentees', 'mentors', 'studios'], 'ratio'), 'operands-number'],
    [
      'a field that is not there',
      { ...definition, rule: { ...definition.rule, where: [{ field: 'name', is: ['x'] }] } },
      'field-unknown',
    ],
    [
      'a value that is none',
      { ...definition, rule: { ...definition.rule, where: [{ field: 'kind', is: ['x'] }] } },
      'value-unknown',
    ],
    [
      'people of nobody',
      {
        ...definition,
        unit: '名' as const,
        rule: {
          ...definition.rule,
          source: 'pairing' as const,
          where: [],
          measure: { of: 'distinct' as const, field: 'mentee' },
        },
      },
      'population-missing',
    ],
    [
      'mentees as mentors',
      {
        ...definition,
        population: 'mentor' as const,
        rule: {
          ...definition.rule,
          source: 'pairing' as const,
          where: [],
          measure: { of: 'distinct' as const, field: 'mentee' },
        },
      },
      'population-differs',
    ],
  ] as const)('cannot be %s', async (_what, body, problem) => {
    const answer = await administrator.call(saveIndicator, {
      params: { key: 'forbidden' },
      body: body as never,
      version: 0,
    });
    expect(answer.problem).toMatchObject({ status: 422, type: `/problems/${problem}` });
  });

  it('is not changed into what a sum that uses it could not hold', async () => {
    const sum = derived(['showcases', 'medical-classes']);
    await administrator.call(saveIndicator, { params: { key: 'both' }, body: { ...sum, unit: '期' }, version: 0 });
    const changed = {
      ...definition,
      unit: '期' as const,
      rule: { ...definition.rule, source: 'item' as const, where: [] },
    };
    const answer = await administrator.call(saveIndicator, { params: { key: 'showcases' }, body: changed, version: 1 });
    expect(answer.problem?.type).toBe('/problems/rows-overlap');
  });
});

describe('a number of lessons', () => {
  it('belongs to the Beijing day: an hour past midnight on the last evening of 2025 is of 2026', async () => {
    expect((await figure('lessons-verified', 2025))?.value).not.toBe(1);
    expect(await figure('lessons-verified')).toMatchObject({ value: 16 });
  });

  it('is at least so much where a record lacks its minutes', async () => {
    const answer = await figure('lesson-minutes');
    expect(answer).toMatchObject({ value: 20 + 3 * (31 + 32 + 33 + 34), rows: 16, unknownRows: 3 });
  });

  it('stands as of a day in the middle of a month', async () => {
    expect((await figure('lessons-verified', 2026, '2026-03-10'))?.value).toBe(10);
    expect((await figure('lessons-verified', 2026, '2026-03-09'))?.value).toBe(7);
    expect((await figure('lesson-schools', 2026, '2026-01-09'))?.value).toBe(1);
  });

  it('counts schools once, however many lessons they have', async () => {
    expect((await figure('lesson-schools'))?.value).toBe(3);
    expect((await figure('lesson-stages'))?.value).toBe(1);
  });
});
