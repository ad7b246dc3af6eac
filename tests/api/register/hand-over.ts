import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRegister, type ImportReport, type Problem } from '@qinglan/contracts';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { aHouse, anOrganisation, aPerson, type Client, type House } from '../../support';

/** A file as an office hands it over. */
export interface Handed {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

const demoFolder = join(import.meta.dirname, '../../../apps/api/demo-register');

/** The fifteen sheets of the demo. */
export const demoFiles = (): readonly Handed[] =>
  readdirSync(demoFolder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(demoFolder, name))) }));

/** The rows of one sheet of the demo, headings first, to be spoilt. */
export const demoRows = (sheet: string): string[][] =>
  parse(readFileSync(join(demoFolder, `${sheet}.csv`)), { bom: true });

const quoted = (cell: string | number) =>
  /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);

/** A CSV file of rows. */
export const csv = (name: string, rows: readonly (readonly (string | number)[])[]): Handed => ({
  name: `${name}.csv`,
  bytes: rows.map((row) => row.map(quoted).join(',')).join('\r\n'),
});

/** A workbook with worksheets of rows, as Excel would write it. */
export async function xlsx(
  name: string,
  worksheets: Readonly<Record<string, readonly (readonly ExcelJS.CellValue[])[]>>,
) {
  const book = new ExcelJS.Workbook();
  for (const [sheet, rows] of Object.entries(worksheets)) book.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  return { name: `${name}.xlsx`, bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

export interface Imported {
  readonly status: number;
  readonly report: ImportReport;
  readonly problem: Problem;
}

/** Hands files over, as the page does. */
export async function handOver(
  client: Client,
  files: readonly Handed[],
  more: { dryRun?: boolean; language?: string } = {},
) {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('file', new Blob([bytes as BlobPart]), name);
  const response = await client.raw(`/api/register/imports?dryRun=${String(more.dryRun ?? false)}`, {
    method: 'POST',
    body: form,
    headers: { 'accept-language': more.language ?? 'zh' },
  });
  const body = (await response.json()) as unknown;
  const isDone = response.ok;
  return {
    status: response.status,
    get report() {
      if (!isDone) throw new Error(`expected a report and got ${JSON.stringify(body)}`);
      return importRegister.reply.parse(body);
    },
    problem: body as Problem,
  } satisfies Imported;
}

/** A house with one administrator in it, who hands files over. */
export async function aHouseWithAdministrator(): Promise<{ house: House; administrator: Client }> {
  const house = await aHouse();
  const headquarters = await anOrganisation(house);
  return { house, administrator: await house.as(await aPerson(house, headquarters.id, 'administrator')) };
}

/** The files of the demo with some of them replaced. */
export const demoWith = (...changed: readonly Handed[]): readonly Handed[] => [
  ...demoFiles().filter(({ name }) => !changed.some((one) => one.name === name)),
  ...changed,
];

/** What the report says of one sheet. */
export const countsOf = (report: ImportReport, sheet: string) => {
  const found = report.sheets.find((one) => one.sheet === sheet);
  return found && [found.created, found.changed, found.unchanged];
};

const tables = [
  ...['organisation', 'organisation_name', 'party', 'person', 'class', 'classroom', 'partnership', 'bell_schedule'],
  ...['bell_season', 'bell_period', 'term', 'calendar_day', 'studio', 'studio_honour', 'pairing', 'programme_item'],
  ...['enrolment', 'series', 'history', 'outbox', 'register_import', 'account'],
];

/** How many rows every table of the register has, and the highest versions: what nothing may change. */
export async function everything(house: House): Promise<Readonly<Record<string, unknown>>> {
  const counts = tables.map(
    (table) =>
      `'${table}', (SELECT json_build_array(count(*), md5(string_agg(t::text, '' ORDER BY t::text))) FROM ${table} t)`,
  );
  const rows = await house.sql<{ all: Record<string, unknown> }>(
    `SELECT json_build_object(${counts.join(', ')}) AS all`,
  );
  return rows[0]?.all ?? {};
}
