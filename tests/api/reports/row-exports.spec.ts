import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Jobs, Transactions } from '@qinglan/api-platform';
import { DropOldExports, IndicatorQueries } from '@qinglan/api-reports';
import { cancelRowExport, downloadRowsCsv, downloadRowsXlsx, listRowExports, readRowExport } from '@qinglan/contracts';
import ExcelJS from 'exceljs';
import {
  aHouse,
  anOrganisation,
  aPerson,
  asksForExport,
  blocked,
  type Client,
  exportFile,
  exportOf,
  exportOver,
  type House,
  until,
} from '../../support';
import { aReportedTown, type ReportedTown } from './reported';

const key = 'lessons-verified';
const many = 5001;

let house: House;
let town: ReportedTown;
let administrator: Client;
let other: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-20T02:00:00Z' });
  town = await aReportedTown(house);
  const headquarters = await anOrganisation(house);
  administrator = await house.as(await aPerson(house, headquarters.id, 'administrator'));
  other = await house.as(await aPerson(house, headquarters.id, 'administrator'));
  const wish = { state: 'verified', minutes: 30, isMakeUp: false };
  await town.make({ ...wish, at: '2026-03-10T03:00:00Z', pair: 0, many: 4000 });
  await town.make({ ...wish, at: '2026-04-10T03:00:00Z', pair: 1, many: 1001 });
});
afterAll(() => house.close());

const linesOf = async (response: Response) => (await response.text()).trim().split('\r\n');
const parts = async (exportId: string) =>
  (await house.sql<{ n: number }>('SELECT count(*)::int AS n FROM row_export_part WHERE export_id = $1', [exportId]))[0]
    ?.n;

describe('rows while somebody waits', () => {
  it('are all of them: one row too many is refused, and narrowed to fewer they are given', async () => {
    const query = { year: 2026 };
    for (const contract of [downloadRowsCsv, downloadRowsXlsx]) {
      const { status, text } = await administrator.knock(contract, { params: { key }, query });
      expect([status, text]).toEqual([422, expect.stringContaining('/problems/rows-many')]);
    }
    const narrowed = { ...query, by: 'month', value: '2026-03' };
    const { text } = await administrator.knock(downloadRowsCsv, { params: { key }, query: narrowed });
    expect(text.trim().split('\r\n')).toHaveLength(4001);
  });
});

describe('a file of many rows', () => {
  it('is made in the background with every row once, in the order that was asked for', async () => {
    const { exportId, answer } = await asksForExport(administrator, { key, sort: 'firstDay', direction: 'down' });
    expect(answer.body).toMatchObject({ key, year: 2026, as: 'csv', bytes: null });
    const over = await exportOver(administrator, exportId);
    expect(over).toMatchObject({ state: 'done', done: many, total: many });
    const file = await exportFile(administrator, exportId);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(over.bytes);
    expect(file.headers.get('content-disposition')).toContain(`${key}-2026.csv`);
    const lines = bytes.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(many + 1);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const days = lines.slice(1).map((line) => /2026-\d\d-\d\d/.exec(line)?.[0] ?? '');
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('is a workbook with every row, real numbers and its definition', async () => {
    const { exportId } = await asksForExport(administrator, { key, as: 'xlsx' });
    expect((await exportOver(administrator, exportId)).state).toBe('done');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await exportFile(administrator, exportId)).arrayBuffer());
    const [rows, about] = book.worksheets;
    expect(rows?.rowCount).toBe(many + 1);
    const heads = rows?.getRow(1).values as string[];
    expect(rows?.getRow(2).getCell(heads.indexOf('有效分钟')).value).toBe(30);
    expect(JSON.stringify(about?.getSheetValues())).toContain(String(many));
  });

  it('shows one moment: what is entered between two of its statements is in neither', async () => {
    const wish = { at: '2026-04-11T03:00:00Z', state: 'verified', pair: 1, minutes: 30, isMakeUp: false, many: 1 };
    const queries = house.app.get(IndicatorQueries, { strict: false });
    const asked = { year: 2026, asOf: '2026-11-20' };
    await house.app.get(Transactions, { strict: false }).stillLong(async (read) => {
      const [before] = await queries.answers(read, { ...asked, keys: [key] });
      const made = await town.make(wish);
      expect((await queries.rows(read, key, { ...asked, limit: 9999 })).items).toHaveLength(before?.rows ?? 0);
      await house.sql('DELETE FROM lesson WHERE id = ANY ($1::uuid[])', [made]);
    });
  });

  it('is asked for once however often it is sent; another under the same id is refused', async () => {
    const exportId = randomUUID() as never;
    const ask = (wanted: string, client = administrator) => asksForExport(client, { key: wanted }, exportId);
    expect((await ask('lesson-schools')).answer.status).toBe(200);
    expect((await ask('lesson-schools')).answer.status).toBe(200);
    expect((await ask(key)).answer.problem?.type).toBe('/problems/id-taken');
    expect((await ask('lesson-schools', other)).answer.problem?.type).toBe('/problems/id-taken');
    await exportOver(administrator, exportId);
  });

  it.each([
    ['a numeral that is not there', { key: 'nothing' }, 'not-found'],
    ['a reckoned numeral', { key: 'verified-share' }, 'field-unknown'],
    ['what it cannot be sorted by', { key, sort: 'name' }, 'field-unknown'],
    ['a value that is none', { key, by: 'kind', value: 'x' }, 'value-unknown'],
  ])('is refused at once for %s', async (_what, wanted, problem) => {
    const { answer } = await asksForExport(administrator, wanted);
    expect(answer.problem?.type).toBe(`/problems/${problem}`);
  });

  it('is one at a time for anybody, and another for somebody else', async () => {
    const closed = await blocked(house, 'row_export_part');
    const first = await asksForExport(administrator, { key });
    await closed.isWaitedFor();
    expect((await asksForExport(administrator, { key })).answer.problem?.type).toBe('/problems/export-running');
    const theirs = await asksForExport(other, { key });
    expect(theirs.answer.status).toBe(200);
    expect((await exportFile(administrator, first.exportId)).status).toBe(409);
    await closed.release();
    await exportOver(administrator, first.exportId);
    await exportOver(other, theirs.exportId);
    const again = await asksForExport(administrator, { key });
    expect((await exportOver(administrator, again.exportId)).state).toBe('done');
  });
});

describe('whose file it is', () => {
  it('whoever asked for it sees it, and nobody else', async () => {
    const { exportId } = await asksForExport(administrator, { key });
    await exportOver(administrator, exportId);
    expect((await exportFile(other, exportId)).status).toBe(404);
    expect((await other.call(readRowExport, { params: { exportId } })).status).toBe(404);
    expect((await other.call(cancelRowExport, { params: { exportId } })).status).toBe(404);
    const listed = async (client: Client) => (await client.call(listRowExports)).body.items.map(({ id }) => id);
    expect(await listed(administrator)).toContain(exportId);
    expect(await listed(other)).not.toContain(exportId);
  });

  it('a coordinator’s holds the rows of the own school alone', async () => {
    const coordinator = await house.as(town.schools[1]?.coordinator ?? { id: '' });
    const { exportId } = await asksForExport(coordinator, { key });
    expect(await exportOver(coordinator, exportId)).toMatchObject({ state: 'done', done: 4000, total: 4000 });
    expect(await linesOf(await exportFile(coordinator, exportId))).toHaveLength(4001);
  });
});

describe('a file that nobody wants any more', () => {
  it('is cancelled, leaves nothing, and another can be asked for', async () => {
    const closed = await blocked(house, 'row_export_part');
    const { exportId } = await asksForExport(administrator, { key });
    await closed.isWaitedFor();
    expect(await exportOf(administrator, exportId)).toMatchObject({ state: 'running', done: many, total: many });
    const cancelled = administrator.call(cancelRowExport, { params: { exportId } });
    await closed.release();
    expect((await cancelled).body).toMatchObject({ state: 'cancelled', bytes: null });
    expect((await administrator.call(cancelRowExport, { params: { exportId } })).status).toBe(200);
    await until(async () => (await parts(exportId)) === 0, 'the end of the parts');
    expect((await exportFile(administrator, exportId)).status).toBe(409);
    const again = await asksForExport(administrator, { key });
    expect((await exportOver(administrator, again.exportId)).state).toBe('done');
    const over = await administrator.call(cancelRowExport, { params: { exportId: again.exportId } });
    expect(over.problem?.type).toBe('/problems/export-over');
  });

  it('is removed after three days, whoever still knows its address', async () => {
    const { exportId } = await asksForExport(administrator, { key });
    await exportOver(administrator, exportId);
    const drop = () => house.app.get(DropOldExports, { strict: false }).execute();
    house.clock.pass({ hours: 71 });
    await drop();
    expect((await exportFile(administrator, exportId)).status).toBe(200);
    house.clock.pass({ hours: 2 });
    expect((await exportFile(administrator, exportId)).status).toBe(404);
    expect(await parts(exportId)).toBeGreaterThan(0);
    await drop();
    expect(await parts(exportId)).toBe(0);
    expect((await administrator.call(readRowExport, { params: { exportId } })).status).toBe(404);
  });
});

describe('a server that stops while a file is made', () => {
  it('makes it anew when it is back', async () => {
    const closed = await blocked(house, 'row_export_part');
    const { exportId } = await asksForExport(administrator, { key });
    await closed.isWaitedFor();
    const restarted = house.restart();
    await closed.release();
    await restarted;
    await house.app.get(Jobs).serve();
    expect(await exportOver(administrator, exportId)).toMatchObject({ state: 'done', done: many });
    expect(await linesOf(await exportFile(administrator, exportId))).toHaveLength(many + 1);
  });
});
