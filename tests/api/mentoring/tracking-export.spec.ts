import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { aHouse, aTown, type Client, type House, type Town } from '../../support';
import { aTracked, now, type Two, twoOf } from './tracked';

let house: House;
let town: Town;
let two: Two;
beforeAll(async () => {
  house = await aHouse({ now });
  town = await aTown(house);
  two = await twoOf(house, town);
  await house.sql(`UPDATE person SET name = '=HYPERLINK("http://x")' WHERE id = $1`, [two.mentee.id]);
  const shares = [
    { begun: 80, lasts: 100, due: 8, done: 9 },
    { begun: 60, lasts: 100, due: 7, done: 2 },
  ];
  await aTracked(house, two, { contact: 25, shares });
});
afterAll(() => house.close());

async function download(client: Client, query = '', language = 'zh'): Promise<ExcelJS.Workbook> {
  const response = await client.raw(`/api/tracking/pairings.xlsx${query}`, {
    headers: { 'accept-language': language },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return book;
}

/** The values of a row by their headings. */
function rowOf(book: ExcelJS.Workbook, number: number): Readonly<Record<string, unknown>> {
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('there is no sheet');
  const heading = sheet.getRow(1);
  const columns = Array.from({ length: heading.cellCount }, (_, at) => at + 1);
  return Object.fromEntries(columns.map((at) => [heading.getCell(at).text, sheet.getRow(number).getCell(at).value]));
}

describe('the workbook', () => {
  it('has a row a pairing with real numbers and dates below a fixed heading', async () => {
    const book = await download(await house.as(town.administrator));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['师徒结对', '说明']);
    expect(book.worksheets[0]?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(rowOf(book, 2)).toMatchObject({
      师傅: two.mentor.name,
      师傅单位: town.hangzhou.name,
      状态: '结对中',
      最近联系: new Date('2026-11-01T00:00:00Z'),
      实际结束: null,
      未联系天数: 25,
      '师傅听课 应完成': 8,
      // What was done beyond the due pays nothing else.
      '师傅听课 已完成': 8,
      '徒弟听课 已完成': 2,
      '论文 应完成': null,
    });
  });

  it('holds no formula, and marks text that could become one', async () => {
    const book = await download(await house.as(town.administrator));
    const formulas: string[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => (cell.formula ? formulas.push(cell.address) : undefined))),
    );
    expect(formulas).toEqual([]);
    expect(rowOf(book, 2)['徒弟']).toBe(`'=HYPERLINK("http://x")`);
  });

  it('is narrowed like the board, and says of when it is', async () => {
    const everything = await download(await house.as(town.hangzhou.coordinator), '', 'en');
    expect(rowOf(everything, 2)['State']).toBe('running');
    expect(everything.worksheets[1]?.getCell('B1').value).toEqual(new Date('2026-11-26T00:00:00Z'));
    expect(everything.worksheets[1]?.getCell('B2').value).toBe(1);
    const nothing = await download(await house.as(town.foreign.coordinator));
    expect(nothing.worksheets[0]?.rowCount).toBe(1);
    const filtered = await download(await house.as(town.administrator), `?schoolId=${town.foreign.id}`);
    expect(filtered.worksheets[1]?.getCell('B2').value).toBe(0);
  });

  it('is not for who tracks nothing', async () => {
    const mentor = await house.as(two.mentor);
    expect((await mentor.raw('/api/tracking/pairings.xlsx')).status).toBe(403);
  });

  it('is read in parts, none twice, and says when it is cut at 20,000 rows', async () => {
    await house.sql(
      `INSERT INTO pairing (id, mentor_id, mentee_id, from_day, state)
       SELECT gen_random_uuid(), $1, $2, date '2016-01-01' - n, 'completed' FROM generate_series(1, 20100) AS n`,
      [two.mentor.id, two.mentee.id],
    );
    const book = await download(await house.as(town.viewer));
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(20_001);
    const begun = new Set<unknown>();
    sheet?.getColumn(10).eachCell((cell, row) => (row > 1 ? begun.add(cell.text) : undefined));
    expect(begun.size).toBe(20_000);
    expect(book.worksheets[1]?.getCell('B2').value).toBe(20_000);
    expect(book.worksheets[1]?.getCell('A3').text).toContain('20000');
  });
});
