// Puts a copy back, in one transaction: all of it, or nothing.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { migrationsOf, tablesOf } from './catalogue.mjs';
import { format } from './write.mjs';

export class CannotRestore extends Error {}

const batch = 1000;

/** References are taken off and put back (and so checked) at the end: tables come in any order and may form a ring. */
async function withoutReferences(client, work) {
  const { rows } = await client.query(
    `SELECT conrelid::regclass::text AS tbl, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`,
  );
  for (const { tbl, name } of rows) await client.query(`ALTER TABLE ${tbl} DROP CONSTRAINT ${name}`);
  await work();
  for (const { tbl, name, definition } of rows) {
    await client.query(`ALTER TABLE ${tbl} ADD CONSTRAINT ${name} ${definition}`);
  }
}

/** What triggers wrote is in the copy already. */
async function withoutTriggers(client, work) {
  const { rows } = await client.query(
    `SELECT tgrelid::regclass::text AS tbl, quote_ident(tgname) AS name FROM pg_trigger
      WHERE NOT tgisinternal AND tgenabled = 'O'
        AND (SELECT relnamespace FROM pg_class WHERE oid = tgrelid) = 'public'::regnamespace`,
  );
  for (const { tbl, name } of rows) await client.query(`ALTER TABLE ${tbl} DISABLE TRIGGER ${name}`);
  await work();
  for (const { tbl, name } of rows) await client.query(`ALTER TABLE ${tbl} ENABLE TRIGGER ${name}`);
}

async function checkVersion(client, header) {
  if (header.format !== format) throw new CannotRestore(`This is not a copy of the kind ${format}.`);
  const own = (await migrationsOf(client)).join();
  if (own === header.migrations.join()) return;
  throw new CannotRestore('The copy was made by another version: restore it with that version, then upgrade.');
}

function inserter(client) {
  let table = null;
  let rows = [];
  const counts = { rows: 0, tables: 0 };
  async function flush() {
    if (!rows.length) return;
    const name = `public.${client.escapeIdentifier(table.table)}`;
    const columns = table.columns.join(', ');
    const source = `SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1::json)`;
    await client.query(`INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE ${source}`, [`[${rows.join()}]`]);
    counts.rows += rows.length;
    rows = [];
  }
  return {
    counts,
    flush,
    async begin(next) {
      await flush();
      table = next;
      counts.tables += 1;
    },
    async add(row) {
      rows.push(row);
      if (rows.length >= batch) await flush();
    },
  };
}

async function setSequences(client, sequences) {
  for (const { name, value } of sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${client.escapeIdentifier(name)}`, value]);
  }
}

/** Rows are objects as well; only the lines between them start in these ways. */
const isMark = (text) => /^\{"(?:table":"[^"]*","columns":\[|sequences":\[|end":true\})/.test(text);

async function loadLines(client, lines) {
  const into = inserter(client);
  let isWhole = false;
  for await (const text of lines) {
    const mark = isMark(text) ? JSON.parse(text) : null;
    if (!mark) await into.add(text);
    else if (mark.table) await into.begin(mark);
    else await into.flush();
    if (mark?.sequences) await setSequences(client, mark.sequences);
    if (mark?.end) isWhole = true;
  }
  if (!isWhole) throw new CannotRestore('The file is cut short.');
  return into.counts;
}

async function replaceRows(client, lines) {
  const tables = await tablesOf(client);
  const names = tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`);
  let counts = null;
  await withoutTriggers(client, () =>
    withoutReferences(client, async () => {
      if (names.length) await client.query(`TRUNCATE ${names.join(', ')}`);
      counts = await loadLines(client, lines);
      // Whoever signed out, or was shut out, since the copy was taken stays out: everybody signs in anew.
      await client.query('DELETE FROM public.session');
    }),
  );
  return counts;
}

async function* linesOf(chunks) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop();
    yield* lines;
  }
}

function headerIn(text = '') {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // not ours; the check of its format says so
  }
}

async function load(client, lines) {
  const first = await lines.next();
  await checkVersion(client, headerIn(first.value));
  return replaceRows(client, lines);
}

/** What is wrong with the file is told in one line; anything else is a fault of ours. */
const translate = (file, error) =>
  /^(?:Z_|ENOENT|EACCES|EISDIR)/.test(error.code) ? new CannotRestore(`${file}: ${error.message}`) : error;

/** Gives how many tables and rows came back. */
export async function readCopy(client, file) {
  await client.query('BEGIN');
  try {
    const counts = await pipeline(createReadStream(file), createGunzip(), (chunks) => load(client, linesOf(chunks)));
    await client.query('COMMIT');
    return counts;
  } catch (error) {
    await client.query('ROLLBACK');
    throw translate(file, error);
  }
}
