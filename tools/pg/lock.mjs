// The lock file of a cluster (postmaster.pid): who runs on it now, and what to do with one left behind.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const fileOf = (cluster) => join(cluster, 'postmaster.pid');

/** Lines of postmaster.pid: 1 process, 2 folder, 3 start, 4 port, 5 sockets, 6 address, 7 memory, 8 state. */
export function readLock(cluster) {
  try {
    const lines = readFileSync(fileOf(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const procFile = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // gone, or a system without /proc
  }
};

function commandOf(pid) {
  if (platform() === 'linux') return procFile(pid, 'cmdline');
  if (platform() === 'win32') return '';
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
}

function parentOf(pid) {
  if (platform() === 'linux') return Number(/^PPid:\s*(\d+)/m.exec(procFile(pid, 'status'))?.[1] ?? 1);
  return Number(spawnSync('ps', ['-p', String(pid), '-o', 'ppid='], { encoding: 'utf8' }).stdout ?? 1);
}

const isZombie = (pid) => /^State:\s*Z/m.test(procFile(pid, 'status'));

/** A process number is reused: alive is not enough, it must be PostgreSQL on this very folder. */
function holdsCluster(pid, cluster) {
  if (!isAlive(pid) || isZombie(pid)) return false;
  return platform() === 'win32' || commandOf(pid).includes(cluster);
}

/** The running database of this cluster, or null. */
export function runningOn(cluster) {
  const lock = readLock(cluster);
  return lock && holdsCluster(lock.pid, cluster) ? lock : null;
}

async function until(condition, tries) {
  for (let i = 0; i < tries && !condition(); i++) await sleep(50);
}

/** Without setpriv a database survives the kill of its parent; then nobody but us can end it. */
const isOrphan = (pid) => parentOf(pid) === 1 && !commandOf(1).includes('node');

export class ClusterInUse extends Error {
  code = 'CLUSTER_IN_USE';
}

/** Leaves no lock file behind that is not held; refuses when somebody holds it. */
export async function freeLock(cluster) {
  const lock = readLock(cluster);
  if (!lock) return;
  // Killed but not yet reaped: PostgreSQL would take the zombie for a live owner.
  await until(() => !isZombie(lock.pid), 300);
  if (holdsCluster(lock.pid, cluster)) {
    if (!isOrphan(lock.pid)) throw new ClusterInUse(`${cluster}: process ${lock.pid}`);
    process.kill(lock.pid, 'SIGINT');
    await until(() => !isAlive(lock.pid), 200);
  } else if (isAlive(lock.pid)) {
    rmSync(fileOf(cluster), { force: true }); // another process has the number since
  }
}
