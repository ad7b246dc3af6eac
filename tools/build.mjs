// Builds what is served when its sources changed; otherwise says so within milliseconds, without asking nx.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';

const stamp = join(root, 'dist/.sources');
const sources = ['apps', 'libs', 'tools', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const results = ['dist/api/main.mjs', 'dist/web/index.html'];

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap(filesBelow).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

const isBuilt = (hash) =>
  results.every((file) => existsSync(join(root, file))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Runs nx and gives its exit code. */
export function nx(...args) {
  const program = join(root, 'node_modules/nx/dist/bin/nx.js');
  const options = { stdio: 'inherit', cwd: root, env: { ...process.env, NX_TUI: 'false' } };
  return spawnSync(process.execPath, [program, ...args, '--outputStyle=static'], options).status ?? 1;
}

/** True when the built application is the one of these sources. */
export function buildIfChanged() {
  const hash = hashOfSources();
  if (isBuilt(hash)) return true;
  console.log('源码有变化，正在构建… / The sources changed; building …');
  if (nx('run-many', '-t', 'build', '-p', 'api,web') !== 0) return false;
  writeFileSync(stamp, hash);
  return true;
}

if (process.argv[1] === import.meta.filename) process.exitCode = buildIfChanged() ? 0 : 1;
