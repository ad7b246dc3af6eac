import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '@qinglan/api-schema';
import pg from 'pg';

const schema = resolve(import.meta.dirname, '../../libs/api/schema/src');
const MAKING_LOCK = 7102;

/** Another schema is another template: a server that tests of two checkouts share holds one for each. */
function nameOfTemplate(): string {
  const files = readdirSync(schema, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(schema, file)));
  return `template_${hash.digest('hex').slice(0, 32)}`;
}

async function isThere(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
}

/** It takes its name when it is whole: one whose making was cut off is never copied. */
async function make(client: pg.Client, server: string, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS ${unfinished}`);
  await client.query(`CREATE DATABASE ${unfinished}`);
  const url = new URL(server);
  url.pathname = `/${unfinished}`;
  await migrate(url.href);
  await client.query(`ALTER DATABASE ${unfinished} ALLOW_CONNECTIONS false`);
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
}

/** The migrated empty database that every test's own is copied from; the first who asks makes it, the others wait. */
export async function theTemplate(client: pg.Client, server: string): Promise<string> {
  const name = nameOfTemplate();
  if (await isThere(client, name)) return name;
  await client.query('SELECT pg_advisory_lock($1)', [MAKING_LOCK]);
  try {
    if (!(await isThere(client, name))) await make(client, server, name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MAKING_LOCK]);
  }
  return name;
}
