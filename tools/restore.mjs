// npm run restore -- <file> [--replace]: puts a copy back into an empty database, or in place of what is there.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { buildIfChanged } from './build.mjs';
import { isUnused } from './copy/catalogue.mjs';
import { CannotRestore, readCopy } from './copy/read.mjs';
import { databaseForCommand, root } from './environment.mjs';

const calledFrom = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);

const words = process.argv.slice(2);
const mayReplace = words.includes('--replace');
const named = words.find((word) => !word.startsWith('--'));

const refusals = {
  running: '青蓝正在运行，请先停止。/ Qinglan is running; stop it first.',
  filled:
    '数据库里已有数据；确要覆盖请加 --replace。/ The database holds data; add --replace to put the copy in its place.',
};

async function migrate(url) {
  process.env.DATABASE_URL = url;
  await import(pathToFileURL(join(root, 'dist/api/migrate.mjs')).href);
}

async function restore(client, database) {
  const wasFresh = await isUnused(client);
  if (!wasFresh && !mayReplace) throw new CannotRestore(refusals.filled);
  await migrate(database.url);
  const { tables, rows } = await readCopy(client, resolve(calledFrom, named));
  console.log(`已恢复 ${tables} 张表、${rows} 行。/ Restored ${rows} rows of ${tables} tables.`);
}

async function main() {
  const isElsewhere = Boolean(process.env.DATABASE_URL);
  const database = await databaseForCommand();
  const client = new pg.Client({ connectionString: database.url });
  try {
    if (!isElsewhere && !database.isOurs) throw new CannotRestore(refusals.running);
    await client.connect();
    await restore(client, database);
  } finally {
    await client.end();
    await database.stop();
  }
}

if (!named) {
  console.error('npm run restore -- <备份文件 file> [--replace]');
  process.exit(2);
}
if (!buildIfChanged()) process.exit(1);
try {
  await main();
} catch (error) {
  if (!(error instanceof CannotRestore)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
