import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The figure below which a share of all lie. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const figure = (value: number, digits = 2): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits });

/** A line of the results: what was measured, ours, the baseline's, and how ours stands to it. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  readonly ratio: string;
}

/** A server in a process of its own, so that its processor time is its own. */
export interface Rival {
  readonly port: number;
  /** Processor milliseconds used since the last asking. */
  cpu(): Promise<number>;
  tell(message: object): Promise<unknown>;
  stop(): Promise<void>;
}

async function answer(child: ChildProcess, message: object): Promise<unknown> {
  child.send(message);
  const [reply] = (await once(child, 'message')) as [unknown];
  return reply;
}

/** Starts `dist/bench/<entry>.mjs` and waits for the port that it sends. */
export async function aRival(entry: string, env: Readonly<Record<string, string>>): Promise<Rival> {
  const child = fork(join(import.meta.dirname, `${entry}.mjs`), { env: { ...process.env, ...env } });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    cpu: async () => ((await answer(child, { ask: 'cpu' })) as { ms: number }).ms,
    tell: (message) => answer(child, message),
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send(agent: Agent, port: number, call: Call): Promise<number> {
  return new Promise((done, failed) => {
    const asked = request(
      { agent, port, host: '127.0.0.1', method: call.method, path: call.path, headers: call.headers },
      (reply) => {
        reply.resume();
        reply.on('end', () => done(reply.statusCode ?? 0));
      },
    );
    asked.on('error', failed);
    asked.end(call.body);
  });
}

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Processor milliseconds of the server a request. */
  readonly cpuEach: number;
}

/** Sends `count` calls over `clients` kept connections; anything but 200 fails the run. */
export async function load(
  rival: Rival,
  asked: { count: number; clients: number; call: (n: number) => Call },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: asked.clients });
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < asked.count) {
      const n = next++;
      const began = performance.now();
      const status = await send(agent, rival.port, asked.call(n));
      if (status !== 200) throw new Error(`call ${String(n)} was answered ${String(status)}`);
      times.push(performance.now() - began);
    }
  };
  await rival.cpu();
  const began = performance.now();
  await Promise.all(Array.from({ length: asked.clients }, worker));
  const seconds = (performance.now() - began) / 1000;
  const cpu = await rival.cpu();
  agent.destroy();
  return {
    perSecond: asked.count / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    cpuEach: cpu / asked.count,
  };
}

/** Runs both in turn, several times, and gives the median of each figure: what disturbs one round disturbs both. */
export async function inTurn<T>(
  rounds: number,
  ours: (round: number) => Promise<T>,
  theirs: (round: number) => Promise<T>,
) {
  const found: { ours: T[]; theirs: T[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.ours.push(await ours(round));
    found.theirs.push(await theirs(round));
  }
  return found;
}
