// Making the data folder of the embedded database: a role and a database of the application's own.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, runToEnd } from './launch.mjs';

const name = 'qinglan';

const secret = () => randomBytes(24).toString('base64url');

/** A random secret made once and kept in the data folder, readable by its owner only. */
export function keptSecret(dir, file) {
  const path = join(dir, file);
  if (!existsSync(path)) writeFileSync(path, secret() + '\n', { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

const password = (dir) => keptSecret(dir, 'database-password');

export const urlOf = (dir, port) => `postgres://${name}:${password(dir)}@127.0.0.1:${port}/${name}`;

async function initialise({ initdb }, dir, cluster) {
  // The superuser's password is thrown away: the application is the plain owner of its database and no more.
  const passwordFile = join(dir, `.initdb-${process.pid}`);
  writeFileSync(passwordFile, secret() + '\n', { mode: 0o600 });
  handOver(passwordFile);
  try {
    await runToEnd(initdb, [
      ...['-D', cluster, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync', '--no-instructions'],
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function createDatabase({ postgres }, dir, cluster) {
  const statements = [
    `CREATE ROLE ${name} LOGIN CREATEDB PASSWORD '${password(dir)}'`,
    `CREATE DATABASE ${name} OWNER ${name}`,
  ];
  const printed = await runToEnd(postgres, ['--single', '-D', cluster, 'postgres'], statements.join('\n') + '\n');
  if (/^.*(?:ERROR|FATAL|PANIC):/m.test(printed)) throw new Error(printed); // single-user mode ends with 0 all the same
}

/** Makes the cluster unless it is there. It gets its name when complete, so a killed start leaves nothing half made. */
export async function ensureCluster(programs, dir) {
  const cluster = join(dir, 'pgdata');
  if (existsSync(join(cluster, 'PG_VERSION'))) return cluster;
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  handOver(unfinished);
  await initialise(programs, dir, unfinished);
  await createDatabase(programs, dir, unfinished);
  renameSync(unfinished, cluster);
  return cluster;
}
