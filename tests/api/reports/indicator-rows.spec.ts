import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  downloadRowsCsv,
  downloadRowsXlsx,
  listIndicatorRows,
  readIndicator,
  readReportRow,
  saveIndicator,
} from '@qinglan/contracts';
import ExcelJS from 'exceljs';
import { type Client, type House } from '../../support';
import { aCountedHouse, definition, words } from './counted-house';
import type { ReportedTown } from './reported';

let house: House;
let town: ReportedTown;
let administrator: Client;
let coordinator: Client;
beforeAll(async () => {
  ({ house, town, administrator, coordinator } = await aCountedHouse());
});
afterAll(() => house.close());

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
