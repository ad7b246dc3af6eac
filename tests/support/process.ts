import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Sessions } from '@qinglan/api-platform';
import { Client } from './client';
import { within } from './live';
import type { TestDatabase } from './test-database';

const program = resolve(import.meta.dirname, '../../dist/api/main.mjs');

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The built server as a process of its own, which a test kills and starts again. */
export class ServerProcess {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly database: TestDatabase,
    private readonly port: number,
  ) {}

  /** A server that answers already. */
  static async on(database: TestDatabase): Promise<ServerProcess> {
    const made = new ServerProcess(database, await freePort());
    await made.start();
    return made;
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    const wished = { DATABASE_URL: this.database.url, PORT: String(this.port), LOG_LEVEL: 'silent', NODE_OPTIONS: '' };
    this.server = spawn(process.execPath, [program], { env: { ...process.env, ...wished }, stdio: 'ignore' });
    await within(this.answers(), 'the server', 20_000);
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const { server } = this;
    if (!server) return;
    await new Promise((gone) => {
      server.once('exit', gone);
      server.kill('SIGKILL');
    });
    this.server = null;
  }

  /** Somebody signed in for an hour. */
  async as(personId: string): Promise<Client> {
    const token = randomBytes(32).toString('base64url');
    await this.database.sql(
      `INSERT INTO session (token_hash, person_id, started_at, expires_at) VALUES ($1, $2, now(), now() + interval '1 hour')`,
      [createHash('sha256').update(token).digest(), personId],
    );
    return new Client(`http://127.0.0.1:${String(this.port)}`, `${Sessions.cookie}=${token}`, personId);
  }

  private async answers(): Promise<void> {
    const isUp = await fetch(`http://127.0.0.1:${String(this.port)}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await pause(25);
    await this.answers();
  }
}
