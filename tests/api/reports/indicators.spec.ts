import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  downloadRowsCsv,
  downloadRowsXlsx,
  listIndicatorRows,
  listIndicators,
  listNameLists,
  makeNameList,
  readBreakdown,
  readFigures,
  readIndicator,
  readReportRow,
  saveIndicator,
  savePersonHonour,
  saveStatement,
} from '@qinglan/contracts';
import ExcelJS from 'exceljs';
import { aHouse, anOrganisation, aPerson, type Client, type House } from '../../support';
import { aReportedTown, type ReportedTown } from './reported';

const words = (zh: string) => ({ zh, en: zh, ug: '' });
const definition = {
  name: words('数学诊断课'),
  definition: words('数学的课堂教学诊断，双方签过字的'),
  unit: '节' as const,
  rule: {
    kind: 'count' as const,
    source: 'lesson' as const,
    measure: { of: 'rows' as const },
    where: [
      { field: 'state', is: ['verified'] },
      { field: 'kind', is: ['diagnosis'] },
      { field: 'subject', is: ['数学'] },
    ],
  },
  period: 'during' as const,
  population: null,
  isReckoned: false,
  mayOverlap: [],
  alongside: null,
  owner: words('教务'),
  unknownWords: words('未统计'),
};
const derived = (from: readonly string[], operation: 'sum' | 'ratio' = 'sum') => ({
  ...definition,
  rule: { kind: 'derived' as const, operation, from: [...from] },
});

let house: House;
let town: ReportedTown;
let administrator: Client;
let coordinator: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-20T02:00:00Z' });
  town = await aReportedTown(house);
  administrator = await house.as(await aPerson(house, (await anOrganisation(house)).id, 'administrator'));
  coordinator = await house.as(town.schools[1]?.coordinator ?? { id: '' });
  for (const month of [1, 2, 3, 4, 5])
    await town.make({
      at: `2026-0${String(month)}-10T03:00:00Z`,
      state: 'verified',
      pair: month,
      minutes: month === 5 ? null : 30 + month,
      isMakeUp: false,
      many: 3,
    });
  await town.make({ at: '2025-12-31T17:00:00Z', state: 'verified', pair: 0, minutes: 20, isMakeUp: false, many: 1 });
});
afterAll(() => house.close());

const figure = async (key: string, year = 2026, asOf?: string) => {
  const { answer } = (await administrator.call(readIndicator, { params: { key }, query: { year, asOf } })).body;
  return answer;
};

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

describe('the rows behind a numeral', () => {
  const page = async (query: Record<string, unknown>, client = administrator) =>
    (
      await client.call(listIndicatorRows, {
        params: { key: 'lessons-verified' },
        query: { year: 2026, ...query } as never,
      })
    ).body;

  it.each(['firstDay', 'school', 'minutes', 'kind', 'heads', 'class', undefined])(
    'come page by page, each once, in both directions, by %s',
    async (sort) => {
      for (const direction of ['up', 'down'] as const) {
        const ids: string[] = [];
        for (let after: string | undefined; ;) {
          const found = await page({ sort, direction, limit: 7, after });
          ids.push(...found.items.map(({ id }) => id));
          if (found.next === null) break;
          after = found.next;
        }
        expect(ids).toHaveLength(16);
        expect(new Set(ids).size).toBe(16);
      }
    },
  );

  it('stand in the order that is asked for, unknown last', async () => {
    const minutes = (await page({ sort: 'minutes' })).items.map(({ fields }) => fields['minutes']);
    expect(minutes).toEqual([20, 31, 31, 31, 32, 32, 32, 33, 33, 33, 34, 34, 34, null, null, null]);
  });

  it('are narrowed by one dimension, and by its absence', async () => {
    expect((await page({ by: 'kind', value: 'diagnosis' })).items).toHaveLength(5);
    expect((await page({ by: 'class', value: '' })).items).toHaveLength(11);
    const answer = await administrator.call(listIndicatorRows, {
      params: { key: 'lessons-verified' },
      query: { year: 2026, by: 'kind', value: 'none' },
    });
    expect(answer.problem?.type).toBe('/problems/value-unknown');
  });

  it('are refused with a cursor of something else, or sorted by what is not there', async () => {
    for (const query of [{ after: 'x' }, { after: Buffer.from('["x","y"]').toString('base64url') }, { sort: 'name' }])
      await expect(
        administrator
          .call(listIndicatorRows, { params: { key: 'lessons-verified' }, query: { year: 2026, ...query } })
          .then(({ status }) => status),
      ).resolves.toBeGreaterThanOrEqual(400);
  });

  it('name nobody', async () => {
    const text = JSON.stringify(await page({}));
    expect(text).not.toContain('人员');
  });

  it('are those of the own school for a coordinator, while totals are of all', async () => {
    const own = await page({ limit: 100 }, coordinator);
    expect(own.items.length).toBeGreaterThan(0);
    expect(own.items.length).toBeLessThan(16);
    const answer = await coordinator.call(readIndicator, {
      params: { key: 'lessons-verified' },
      query: { year: 2026 },
    });
    expect(answer.body.answer?.value).toBe(16);
  });

  it('of a reckoned numeral are those of what it is reckoned from', async () => {
    const { body } = await administrator.call(listIndicatorRows, {
      params: { key: 'verified-share' },
      query: { year: 2026 },
    });
    expect(body).toMatchObject({ items: [], from: ['lessons-verified', 'lessons-held'] });
  });

  it('lead to their evidence; another school’s is not there for a coordinator', async () => {
    const [row] = (await page({})).items;
    if (!row) throw new Error('no row');
    await house.sql(
      `INSERT INTO record_signature (lesson_id, school_id, person_id, signed_at)
       SELECT id, receiving_school_id, local_teacher_id, '2026-01-10T05:00:00Z' FROM lesson WHERE id = $1`,
      [row.id],
    );
    const params = { source: 'lesson' as const, id: row.id };
    const { body } = await administrator.call(readReportRow, { params });
    expect(body).toMatchObject({ row: { id: row.id }, route: `/lessons/${row.id}/record` });
    expect(body.signatures).toHaveLength(1);
    const foreign = (await page({ limit: 100 })).items.find(({ fields }) => fields['school'] === town.schools[2]?.name);
    const answer = await coordinator.call(readReportRow, {
      params: { source: 'lesson', id: foreign?.id ?? randomUUID() },
    });
    expect(answer.status).toBe(404);
  });
});

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

  it('hides groups of fewer than five people, and one more where the total would tell', async () => {
    const studios = await Promise.all([12, 6, 2].map((mentees, at) => aStudioOf(mentees, at)));
    const { body } = await administrator.call(readBreakdown, {
      params: { key: 'mentees' },
      query: { year: 2026, by: 'studio' },
    });
    expect(body.answer.value).toBe(20);
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

  it('is refused by what nobody can group by', async () => {
    const by = async (key: string, field: string) =>
      (await administrator.call(readBreakdown, { params: { key }, query: { year: 2026, by: field } })).problem?.type;
    expect(await by('lessons-verified', 'class')).toBe('/problems/field-unknown');
    expect(await by('verified-share', 'month')).toBe('/problems/field-unknown');
  });
});

async function aStudioOf(mentees: number, at: number): Promise<string> {
  const host = await anOrganisation(house);
  const id = randomUUID();
  await house.sql(
    `INSERT INTO studio (id, code, subject, field, host_id, evidence) VALUES ($1, $2, '数学', 'education', $3, 'demo')`,
    [id, `ST${String(at)}`, host.id],
  );
  const mentor = await aPerson(house, host.id, 'mentor');
  for (let number = 0; number < mentees; number += 1) {
    const mentee = await aPerson(house, host.id, 'mentee');
    await house.sql(
      `INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day) VALUES ($1, $2, $3, $4, '2026-03-01')`,
      [randomUUID(), mentor.id, mentee.id, id],
    );
  }
  return id;
}

describe('names', () => {
  it('are given for a reason, which is kept with who asked and when, and stands on what is printed', async () => {
    const body = { year: 2026, reason: '核对徒弟名单' };
    const made = await administrator.call(makeNameList, { params: { key: 'mentees' }, body });
    expect(made.body.names).toHaveLength(20);
    expect(made.body.printedBy).toContain('人员');
    const kept = (await administrator.call(listNameLists)).body.items[0];
    expect(kept).toMatchObject({ id: made.body.id, key: 'mentees', year: 2026, reason: '核对徒弟名单', names: 20 });
  });

  it('are not given without one, nor of what counts no people', async () => {
    const bare = await administrator.call(makeNameList, {
      params: { key: 'mentees' },
      body: { year: 2026, reason: ' ' },
    });
    expect(bare.status).toBe(400);
    const none = await administrator.call(makeNameList, {
      params: { key: 'studios' },
      body: { year: 2026, reason: '-' },
    });
    expect(none.problem?.type).toBe('/problems/no-names');
  });

  it('of other schools are not a coordinator’s', async () => {
    const made = await coordinator.call(makeNameList, {
      params: { key: 'mentees' },
      body: { year: 2026, reason: '核对' },
    });
    expect(made.body.names).toEqual([]);
  });
});

describe('rows as a file', () => {
  it('are CSV that Excel reads as UTF-8, without a live formula', async () => {
    await house.sql(
      `UPDATE lesson SET subject = '=1+1' WHERE id = (SELECT id FROM lesson WHERE state = 'verified' LIMIT 1)`,
    );
    const { status, text } = await administrator.knock(downloadRowsCsv, {
      params: { key: 'lessons-verified' },
      query: { year: 2026 },
    });
    expect(status).toBe(200);
    const bytes = await administrator.raw('/api/indicators/lessons-verified/rows.csv?year=2026');
    expect([...new Uint8Array(await bytes.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(17);
    expect(lines[0]).toContain('有效分钟');
    expect(text).toContain(`'=1+1`);
    expect(text).not.toMatch(/(^|,)=/m);
  });

  it('are a workbook with real numbers, real days and a sheet of definitions', async () => {
    // Words that look like a day are words, and one that is none breaks no file.
    await house.sql(`UPDATE lesson SET subject = '2026-02-31' WHERE effective_minutes = 20`);
    const answer = await administrator.raw('/api/indicators/lessons-verified/rows.xlsx?year=2026&sort=minutes');
    expect(answer.headers.get('content-type')).toContain(
      downloadRowsXlsx.path.slice(-4) === 'xlsx' ? 'spreadsheetml' : '',
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const [rows, about] = book.worksheets;
    const head = (rows?.getRow(1).values ?? []) as string[];
    const cell = (heading: string) => rows?.getRow(2).getCell(head.indexOf(heading));
    expect(cell('有效分钟')?.value).toBe(20);
    expect(cell('起始日')?.value).toBeInstanceOf(Date);
    expect(cell('学科')?.value).toBe('2026-02-31');
    expect(rows?.rowCount).toBe(17);
    const told = JSON.stringify(about?.getSheetValues());
    expect(told).toContain('两端教师都已在记录上签字的课');
    expect(told).toContain('16');
  });
});

describe('a workbook of rows', () => {
  it.each([
    ['named-a', '口径'],
    ['named-b', 'History'],
    ['named-c', "'引号'"],
    ['named-d', '[]'],
  ])('opens whatever the definition is called: %s %s', async (key, name) => {
    const body = { ...definition, name: words(name) };
    expect((await administrator.call(saveIndicator, { params: { key }, body, version: 0 })).status).toBe(200);
    const answer = await administrator.raw(`/api/indicators/${key}/rows.xlsx?year=2026`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(book.worksheets).toHaveLength(2);
  });
});

describe('stated facts and honours', () => {
  it('are entered once, corrected by the version that was read, and counted at once', async () => {
    const statementId = randomUUID();
    const body = {
      code: 'S02',
      year: 2026,
      about: 'people',
      text: words('返杭干部'),
      number: 3,
      unit: '名' as const,
      quote: '返杭干部',
      source: '指挥部',
      organisationIds: [],
      evidence: 'stated' as const,
    };
    const put = (version: number, number: number) =>
      administrator.call(saveStatement, {
        params: { statementId: statementId as never },
        body: { ...body, number },
        version,
      });
    expect((await put(0, 3)).body.version).toBe(1);
    expect((await figure('cadres-returned'))?.value).toBe(3);
    expect((await put(1, 4)).body.version).toBe(2);
    expect((await put(1, 5)).status).toBe(412);
    expect((await figure('cadres-returned'))?.value).toBe(4);
    const twice = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body,
      version: 0,
    });
    expect(twice.problem?.type).toBe('/problems/code-taken');
    const odd = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body: { ...body, code: 'X', about: 'weather' },
      version: 0,
    });
    expect(odd.problem?.type).toBe('/problems/value-unknown');
    const unquoted = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body: { ...body, code: 'Z', quote: null },
      version: 0,
    });
    expect(unquoted.problem?.type).toBe('/problems/quote-missing');
    const nobody = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body: { ...body, code: 'Y', organisationIds: [randomUUID() as never] },
      version: 0,
    });
    expect(nobody.status).toBe(400);
  });

  it('of mentees are counted each, and the mentees once', async () => {
    const [mentee] = await house.sql<{ id: string }>(`SELECT mentee_id AS id FROM pairing LIMIT 1`);
    const honour = (title: string, level: '市' | '自治区') =>
      administrator.call(savePersonHonour, {
        params: { honourId: randomUUID() as never },
        body: { personId: mentee?.id as never, title, level, year: 2026, proof: '证书', evidence: 'stated' },
        version: 0,
      });
    expect((await honour('优质课', '自治区')).status).toBe(200);
    expect((await honour('论文', '市')).status).toBe(200);
    expect((await honour('论文', '市')).problem?.type).toBe('/problems/code-taken');
    expect((await figure('mentee-honours'))?.value).toBe(2);
    expect((await figure('honoured-mentees'))?.value).toBe(1);
    expect((await figure('mentee-honours-region'))?.value).toBe(1);
  });
});
