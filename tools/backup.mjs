// npm run backup [-- <file>]: a copy of all data, taken while the application runs.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { writeCopy } from './copy/write.mjs';
import { databaseForCommand, root } from './environment.mjs';

const calledFrom = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);

const named = process.argv[2];
const moment = new Date().toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
const file = named ? resolve(calledFrom, named) : resolve(process.env.DATA_DIR || '.data', 'backups', `${moment}.gz`);
mkdirSync(dirname(file), { recursive: true, mode: 0o700 });

const database = await databaseForCommand();
const client = new pg.Client({ connectionString: database.url });
try {
  await client.connect();
  await writeCopy(client, file);
  const kilobytes = Math.ceil(statSync(file).size / 1024);
  console.log(`已备份 / Saved: ${join(file)} (${kilobytes} kB)`);
} finally {
  await client.end();
  await database.stop();
}
