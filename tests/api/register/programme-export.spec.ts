import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listItems, readItem } from '@qinglan/contracts';
import type { ItemId } from '@qinglan/domain';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { anItemBody, type Client, type House, type ItemBody, savesItem } from '../../support';
import { aHouseWithAdministrator, demoFiles, demoRows, handOver } from './hand-over';

describe('the sheets 项目 and 报名 as files', () => {
  let house: House;
  let administrator: Client;

  beforeAll(async () => {
    ({ house, administrator } = await aHouseWithAdministrator());
    await handOver(administrator, demoFiles());
  });
  afterAll(() => house.close());

  const exported = async (query: string): Promise<Uint8Array> => {
    const response = await administrator.raw(`/api/programme/export?${query}`);
    expect(response.status).toBe(200);
    return new Uint8Array(await response.arrayBuffer());
  };
  const itemOf = async (code: string) => {
    const { body } = await administrator.call(listItems, { query: { q: code } });
    return body.items[0]?.id ?? ('' as ItemId);
  };
  const cellsOf = async (query: string) => {
    return parse((await exported(`format=csv&${query}`)) as Buffer, { bom: true, columns: true }) as Record<
      string,
      string
    >[];
  };

  it('come back cell by cell as the office wrote them, and empty cells stay empty through an edit', async () => {
    const [headings = [], ...rows] = demoRows('项目');
    const written = rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));
    const given = new Map((await cellsOf('year=2015')).map((row) => [row['项目代码'], row]));
    for (const row of written) expect(given.get(row['项目代码'])).toMatchObject(row);

    const item = (await administrator.call(readItem, { params: { itemId: await itemOf('P-EN-2015-11') } })).body;
    const { id, version, title, stated, sender, host, ...rest } = item;
    const kept = Object.fromEntries(Object.keys(anItemBody()).map((name) => [name, Reflect.get(rest, name)]));
    const ids = { senderId: sender?.id ?? null, hostId: host?.id ?? null };
    const edited = { ...kept, ...stated, ...ids, title: `${title}（更名）` };
    await savesItem(administrator, edited as Partial<ItemBody>, { itemId: id, version });
    const after = (await cellsOf('year=2015')).find((row) => row['项目代码'] === 'P-EN-2015-11');
    expect(after).toEqual({ ...given.get('P-EN-2015-11'), 名称: `${title}（更名）` });
    await savesItem(administrator, { ...edited, title } as Partial<ItemBody>, { itemId: id, version: version + 1 });
    expect(await cellsOf('year=2015')).toEqual([...given.values()]);
  });

  it('bring every enrolment back cell by cell, who came and who completed unknown', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await exported('format=xlsx&year=2015')) as never);
    const read: string[][] = [];
    book.getWorksheet('报名')?.eachRow((row) => {
      read.push(Array.from({ length: 5 }, (_, at) => String(row.getCell(at + 1).value ?? '')));
    });
    expect(read.map((cells) => cells.join('|')).sort()).toEqual(
      demoRows('报名')
        .map((cells) => cells.join('|'))
        .sort(),
    );
  });

  it('are taken back as the workbook that was written, and nothing changes', async () => {
    const bytes = await exported('format=xlsx&year=2015');
    const again = await handOver(administrator, [{ name: '项目.xlsx', bytes }]);
    expect(again.report.faults).toEqual([]);
    expect(again.report.sheets.map(({ sheet, created, changed }) => [sheet, created, changed])).toEqual([
      ['项目', 0, 0],
      ['报名', 0, 0],
    ]);
  });

  it('are exported whole, however many they are', async () => {
    await house.sql(
      `INSERT INTO programme_item (id, code, category, title, year, first_day, last_day, certainty)
       SELECT gen_random_uuid(), 'MANY-' || n, 'showcase', '某期', 2040, '2040-01-01', '2040-12-31', 'stated'
       FROM generate_series(1, 20001) n`,
    );
    expect(await cellsOf('year=2040')).toHaveLength(20_001);
    // All in one training: no filter would narrow them.
    await house.sql(`DELETE FROM programme_item WHERE year = 2040 AND code <> 'MANY-1'`);
    await house.sql(
      `WITH parties AS (INSERT INTO party (id, kind, organisation_id, name)
           SELECT gen_random_uuid(), 'person', (SELECT id FROM organisation LIMIT 1), '某人' FROM generate_series(1, 20001)
           RETURNING id, organisation_id, name),
         people AS (INSERT INTO person (id, code, name, organisation_id, roles, evidence)
           SELECT id, 'MANY-' || row_number() OVER (), name, organisation_id, '{mentee}', 'demo' FROM parties RETURNING id)
       INSERT INTO enrolment (id, item_id, person_id, state, certainty)
       SELECT gen_random_uuid(), (SELECT id FROM programme_item WHERE code = 'MANY-1'), id, 'enrolled', 'stated' FROM people`,
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await exported('format=xlsx&year=2040')) as never);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['项目', 2],
      ['报名', 20_002],
    ]);
    await house.sql('DELETE FROM enrolment WHERE item_id IN (SELECT id FROM programme_item WHERE year = 2040)');
    await house.sql('DELETE FROM programme_item WHERE year = 2040');
  });
});
