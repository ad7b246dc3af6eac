// Starting a program of PostgreSQL with the rights it accepts, and so that it never outlives us.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';

const isRoot = process.getuid?.() === 0;
const hasSetpriv = platform() === 'linux' && spawnSync('setpriv', ['--version']).status === 0;
const lesserUser = isRoot ? findLesserUser() : null;

/** PostgreSQL refuses to run as root. */
function findLesserUser() {
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (!row) throw new Error('Running as root, and there is no user postgres or nobody to run the database as.');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

export function handOver(path) {
  if (lesserUser) chownSync(path, lesserUser.uid, lesserUser.gid);
}

/** CAP_DAC_OVERRIDE stays, so that a closed parent folder (/root, a fresh temporary one) does not matter. */
function rightsToKeep() {
  if (!lesserUser) return [];
  return [
    ...['--reuid', String(lesserUser.uid), '--regid', String(lesserUser.gid), '--clear-groups'],
    ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'],
  ];
}

function cleanEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C', TZ: 'UTC' };
}

/** Detached, so that Ctrl-C reaches the application first; with setpriv it stops even when we are killed outright. */
export function launch(program, args, stdio) {
  const options = { stdio, env: cleanEnvironment(), cwd: '/', detached: true, windowsHide: true };
  if (!hasSetpriv) return spawn(program, args, { ...options, ...lesserUser });
  return spawn('setpriv', [...rightsToKeep(), '--pdeathsig', 'INT', '--', program, ...args], options);
}

/** Runs a program to its end and gives what it printed; throws when it fails. */
export function runToEnd(program, args, input = '') {
  return new Promise((resolve, reject) => {
    const child = launch(program, args, ['pipe', 'pipe', 'pipe']);
    let printed = '';
    child.stdout.on('data', (chunk) => (printed += chunk));
    child.stderr.on('data', (chunk) => (printed += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${program} (${code}): ${printed}`)),
    );
    child.stdin.end(input);
  });
}
