import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as contracts from '@qinglan/contracts';
import { Client } from './client';
import { within } from './live';

const root = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 60_000;
/** A start brings a database, its schema and the demo register: on a busy machine that, or a recovery, is minutes. */
export const START_PATIENCE_MS = 180_000;
/** What a test that starts servers may take. */
export const SERVER_TEST_MS = 10 * 60_000;

/** A folder for data that is gone afterwards. */
export interface Folder {
  readonly path: string;
  remove(): void;
}

export function aFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'qinglan-server-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The start command as an operator runs it, in a process of its own. */
export interface Server {
  readonly baseUrl: string;
  readonly process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Ends it with a signal and gives the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
  databasePid(): number;
}

function spawned(env: Readonly<Record<string, string>>) {
  // A group of its own, so that a signal to it reaches what Ctrl-C would reach.
  const child = spawn(process.execPath, ['tools/start.mjs', '--no-build'], {
    cwd: root,
    detached: true,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env },
  });
  let printed = '';
  const address = Promise.withResolvers<string>();
  const collect = (chunk: Buffer) => {
    printed += chunk.toString();
    const found = /running: (http:\S+)\s/.exec(printed)?.[1];
    if (found) address.resolve(found);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exited = new Promise<number | string>((done) =>
    child.once('exit', (code, signal) => done(signal ?? code ?? 0)),
  );
  return { child, exited, address: address.promise, output: () => printed };
}

/** Asks again and again until the answer is right, or fails with what it waited for. */
export async function until<T>(what: string, ask: () => Promise<T | null>, patienceMs = PATIENCE_MS): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    if (performance.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await pause(25);
  }
}

/** Starts the server and waits for the address that it prints. */
export async function aServer(folder: Folder, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const { child, exited, address, output } = spawned({ DATA_DIR: folder.path, ...env });
  let hasEnded = false;
  const failed = exited.then(() => {
    hasEnded = true;
    throw new Error(`ended instead of serving:\n${output()}`);
  });
  failed.catch(() => undefined); // it ends some day, and then nobody waits for its address
  const baseUrl = await within(Promise.race([address, failed]), 'the start of a server', START_PATIENCE_MS);
  return {
    baseUrl,
    process: child,
    output,
    end(signal) {
      if (!hasEnded) process.kill(-(child.pid ?? 0), signal);
      return exited;
    },
    databasePid: () => Number(readFileSync(join(folder.path, 'pgdata/postmaster.pid'), 'utf8').split('\n')[0]),
  };
}

/** A start that is expected to fail: its exit code and what it said. */
export async function aFailedStart(folder: Folder, env: Readonly<Record<string, string>>) {
  const { exited, output } = spawned({ DATA_DIR: folder.path, ...env });
  return { code: await exited, output: output() };
}

/** Signs in as one of the demo people, by account. */
export async function asDemo(baseUrl: string, account: string): Promise<Client> {
  const people = (await new Client(baseUrl, null).call(contracts.listDemoPeople)).body.items;
  const person = people.find((one) => one.account === account);
  if (!person) throw new Error(`demo mode does not offer ${account}`);
  const answer = await new Client(baseUrl, null).call(contracts.signInAsDemo, { body: { personId: person.id } });
  return new Client(baseUrl, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? null, person.id);
}
