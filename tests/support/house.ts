import { createHash, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings, Sessions } from '@qinglan/api-platform';
import { createApp } from '../../apps/api/src/app';
import { Client } from './client';
import { TestClock } from './test-clock';
import { aDatabase, type TestDatabase } from './test-database';

/** The whole API in this process, on a port and a database of its own, with a clock that tests move. */
export interface House extends TestDatabase {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly url: string;
  readonly baseUrl: string;
  readonly port: number;
  /** A client signed in as this person, without the price of a password. */
  as(person: { readonly id: string }): Promise<Client>;
  nobody(): Client;
  /** Closes the API and opens another one on the same database and port, as a restart does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseWishes {
  /** Where the clock stands; by default a quiet Tuesday before the autumn term of 2026. */
  readonly now?: string;
  readonly demo?: boolean;
  readonly webDir?: string;
  /** Opens a browser for PDF; without it there is none. */
  readonly browserModule?: string;
}

async function open(database: TestDatabase, clock: TestClock, wishes: HouseWishes & { readonly port: number }) {
  const settings = readSettings({
    DATABASE_URL: database.url,
    PORT: String(wishes.port),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    EMBEDDED: wishes.demo ? 'on' : 'off',
    WEB_DIR: wishes.webDir,
    BROWSER_MODULE: wishes.browserModule,
  });
  const app = await createApp(settings, clock);
  await app.listen(settings.port, settings.host);
  return app;
}

const portOf = (app: NestFastifyApplication) => app.getHttpServer().address() as { readonly port: number };

async function aSession(database: TestDatabase, clock: TestClock, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.sql(
    `INSERT INTO session (token_hash, person_id, started_at, expires_at)
     VALUES ($1, $2, $3::timestamptz, $3::timestamptz + interval '400 days')`,
    [createHash('sha256').update(token).digest(), personId, clock.now().toString()],
  );
  return `${Sessions.cookie}=${token}`;
}

/** Opens a house; close it in `afterAll`. */
export async function aHouse(wishes: HouseWishes = {}): Promise<House> {
  const database = await aDatabase();
  const clock = new TestClock(wishes.now ?? '2026-08-25T02:00:00Z');
  let app = await open(database, clock, { ...wishes, port: 0 });
  const { port } = portOf(app);
  const baseUrl = `http://127.0.0.1:${String(port)}`;
  return {
    ...database,
    get app() {
      return app;
    },
    clock,
    baseUrl,
    port,
    as: async (person) => new Client(baseUrl, await aSession(database, clock, person.id), person.id),
    nobody: () => new Client(baseUrl, null),
    async restart() {
      await app.close();
      app = await open(database, clock, { ...wishes, port });
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
