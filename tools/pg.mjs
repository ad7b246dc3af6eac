// The embedded database: a real PostgreSQL from npm, in a folder of its own, listening on this machine only.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaries } from './pg/binaries.mjs';
import { ensureCluster, urlOf } from './pg/cluster.mjs';
import { launch } from './pg/launch.mjs';
import { freeLock, readLock, runningOn } from './pg/lock.mjs';

const largestLog = 10 * 1024 * 1024;

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

function openLog(dir) {
  const file = join(dir, 'postgres.log');
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`);
  return { file, handle: openSync(file, 'a', 0o600) };
}

function launchServer({ postgres }, { cluster, port, flags, log }) {
  const address = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const args = ['-D', cluster, '-p', String(port), ...address, ...flags];
  const child = launch(postgres, args, ['ignore', log.handle, log.handle]);
  closeSync(log.handle);
  let ended = null;
  const exited = new Promise((done) => {
    const end = (how) => done((ended = { how }));
    child.on('error', (error) => end(error.message));
    child.on('exit', (code, signal) => end(signal ?? code));
  });
  return { child, exited, ended: () => ended };
}

async function untilReady(server, cluster, log) {
  for (;;) {
    const ended = server.ended();
    if (ended) throw new Error(`The database stopped at its start (${ended.how}); see ${log.file}`);
    const lock = readLock(cluster);
    if (lock?.pid === server.child.pid && lock.isReady) return;
    await sleep(10);
  }
}

/** Starts the database of a data folder, making it at first. `exited` resolves when it ends, for whatever reason. */
export async function startPostgres({ dir: folder, port, flags = [] }) {
  const dir = resolve(folder);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const programs = await binaries();
  const cluster = await ensureCluster(programs, dir);
  await freeLock(cluster);
  const own = { cluster, port: port ?? (await freePort()), flags, log: openLog(dir) };
  const server = launchServer(programs, own);
  await untilReady(server, cluster, own.log);
  return {
    port: own.port,
    pid: server.child.pid,
    url: urlOf(dir, own.port),
    exited: server.exited,
    async stop() {
      if (!server.ended()) server.child.kill('SIGINT');
      await server.exited;
    },
  };
}

/** The address of the database that another process runs on this folder, or null. */
export function runningPostgres(folder) {
  const dir = resolve(folder);
  const lock = runningOn(join(dir, 'pgdata'));
  return lock?.isReady ? { url: urlOf(dir, lock.port) } : null;
}

/** Starts the database and, should it die, starts it again on the same port, waiting longer after each failure. */
export async function keepPostgres(options, tell = () => {}) {
  let current = await startPostgres(options);
  const { port, url } = current;
  let isStopping = false;

  async function revive() {
    for (let pause = 250; !isStopping; pause = Math.min(pause * 2, 10_000)) {
      await sleep(pause);
      if (isStopping) return;
      try {
        current = await startPostgres({ ...options, port });
        tell('started again');
        void watch();
        return;
      } catch (error) {
        tell(error.message);
      }
    }
  }

  async function watch() {
    const { how } = await current.exited;
    if (isStopping) return;
    tell(`stopped (${how})`);
    await revive();
  }

  void watch();
  return {
    port,
    url,
    async stop() {
      isStopping = true;
      await current.stop();
    },
  };
}
