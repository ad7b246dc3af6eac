// Writes a copy: one gzip of JSON lines, all read in one snapshot, so it is whole however busy the application is.
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { migrationsOf, sequencesOf, tablesOf } from './catalogue.mjs';

export const format = 'qinglan-backup-1';

const batch = 2000;

const line = (value) => `${JSON.stringify(value)}\n`;

/** PostgreSQL writes each row as JSON itself and no value passes through JavaScript's numbers or dates. */
async function* rowsOf(client, { name, columns }) {
  const table = client.escapeIdentifier(name);
  const select = `SELECT to_json(r)::text AS row FROM (SELECT ${columns.join(', ')} FROM public.${table}) r`;
  await client.query(`DECLARE copy NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const { rows } = await client.query(`FETCH ${batch} FROM copy`);
    if (!rows.length) break;
    yield rows.map(({ row }) => `${row.replaceAll('\n', ' ')}\n`).join('');
  }
  await client.query('CLOSE copy');
}

async function* linesOf(client) {
  const tables = await tablesOf(client);
  yield line({ format, migrations: await migrationsOf(client), takenAt: new Date().toISOString() });
  for (const table of tables) {
    yield line({ table: table.name, columns: table.columns });
    yield* rowsOf(client, table);
  }
  yield line({ sequences: await sequencesOf(client) });
  yield line({ end: true });
}

/** The file gets its name when it is complete. */
export async function writeCopy(client, file) {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query("SET LOCAL timezone TO 'UTC'; SET LOCAL extra_float_digits TO 3");
  const part = `${file}.part`;
  await pipeline(Readable.from(linesOf(client)), createGzip(), createWriteStream(part, { mode: 0o600, flags: 'w' }));
  await client.query('COMMIT');
  await rename(part, file);
}
