// Everything that must hold, in one command: `npm test`, or one stage: `npm test -- rules [jest arguments]`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from './build.mjs';
import { root } from './environment.mjs';
import { startPostgres } from './pg.mjs';

process.chdir(root);

/** Times of day are Beijing's wherever the machine stands: the rules run in three zones, the others each in one. */
const zones = {
  rules: ['UTC', 'America/St_Johns', 'Pacific/Kiritimati'],
  api: ['America/St_Johns'],
  journeys: ['UTC'],
};

/** Safe only for data that is thrown away. */
const unsafeAndFast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

const [only, ...jestArguments] = process.argv.slice(2);
const temporary = mkdtempSync(join(tmpdir(), 'qinglan-test-'));
const results = [];
let database = null;

function run(program, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('close', (code) => done(code ?? 1));
  });
}

const nx = (...args) => run('node_modules/nx/dist/bin/nx.js', [...args, '--outputStyle=static'], { NX_TUI: 'false' });

async function testDatabase() {
  const flags = unsafeAndFast.flatMap((setting) => ['-c', setting]);
  database ??= await startPostgres({ dir: join(temporary, 'database'), flags });
  return database;
}

/** Counts come from Jest itself; a file that could not even be loaded counts as one failure. */
function countsIn(report, exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** Each file has a database and a server of its own, so two run beside each other even on two cores: they wait a lot. */
const workers = { api: Math.max(2, Math.floor(availableParallelism() / 2)) };

async function jestIn(zone, name, env) {
  const report = join(temporary, `${name}-${zone.replace('/', '-')}.json`);
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const args = [
    '--selectProjects',
    name,
    '--json',
    '--outputFile',
    report,
    '--maxWorkers',
    String(workers[name] ?? '50%'),
    '--forceExit',
    ...jestArguments,
  ];
  const jest = ['node_modules/jest/bin/jest.js', ...args];
  const exitCode = await runQuietly([...flags, ...jest], { ...env, TZ: zone, FORCE_COLOR: '0' });
  return countsIn(report, exitCode);
}

/** Jest prints its JSON to standard output too once asked for it; its own words go to standard error. */
function runQuietly(args, env) {
  return new Promise((done) => {
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } };
    spawn(process.execPath, args, options).on('close', (code) => done(code ?? 1));
  });
}

/** A test is one test in however many zones it runs; a failure counts in each. */
async function jest(name, env = {}) {
  const counts = [];
  for (const zone of zones[name]) counts.push(await jestIn(zone, name, env));
  return { passed: counts[0].passed, failed: counts.reduce((sum, { failed }) => sum + failed, 0) };
}

async function jestOnBuild(name, env = {}) {
  if (!buildIfChanged()) return { passed: 0, failed: 1 };
  return jest(name, { ...env, TEST_PG_URL: (await testDatabase()).url });
}

const check = async (exitCode) => ({ passed: 0, failed: (await exitCode) === 0 ? 0 : 1 });

const stages = {
  format: () => check(run('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])),
  lint: () => check(nx('run-many', '-t', 'lint')),
  types: () => check(nx('run-many', '-t', 'typecheck', '-p', 'api,web,tests')),
  build: () => check(buildIfChanged() ? 0 : 1),
  rules: () => jest('rules'),
  // Modules of a file that has run are never given back: the many files of the API would fill one process.
  api: () => jestOnBuild('api', { TEST_WORKER_MEMORY: '1200MB' }),
  journeys: () => jestOnBuild('journeys'),
};

async function runStage(name) {
  console.log(`\n=== ${name}`);
  const began = performance.now();
  const counts = await stages[name]();
  results.push({ name, ...counts, seconds: (performance.now() - began) / 1000 });
}

function summarise() {
  console.log('\n=== summary');
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed ? 'FAILED' : 'ok';
    const counts = passed || failed ? `${passed} passed, ${failed} failed` : '';
    console.log(`${name.padEnd(10)}${verdict.padEnd(8)}${seconds.toFixed(1).padStart(6)} s  ${counts}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

async function clean() {
  await database?.stop();
  rmSync(temporary, { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void clean().then(() => process.exit(130)));
}

if (only && !stages[only]) {
  console.error(`No such stage: ${only}. There are ${Object.keys(stages).join(', ')}.`);
  await clean();
  process.exit(2);
}
try {
  for (const name of only ? [only] : Object.keys(stages)) await runStage(name);
} finally {
  await clean();
}
process.exitCode = summarise();
