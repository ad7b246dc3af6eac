import { randomUUID } from 'node:crypto';
import { migrate } from '@qinglan/api-schema';
import pg from 'pg';
import { theTemplate } from './template-database';

/** One database of its own, migrated, and gone afterwards. */
export interface TestDatabase {
  readonly url: string;
  /** Runs SQL past the application, to look at what is really there or to arrange what no door arranges. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** An autovacuum worker may be in it: only a superuser may end that by force, without force Postgres does so itself. */
const dropOf = (name: string) => (client: pg.Client) =>
  client.query(`DROP DATABASE ${name} WITH (FORCE)`).catch(() => client.query(`DROP DATABASE ${name}`));

const nameOfOne = () => `t_${randomUUID().replaceAll('-', '')}`;

function theServer(): string {
  const server = process.env['TEST_PG_URL'];
  if (!server) throw new Error('TEST_PG_URL is missing: run the tests with npm test');
  return server;
}

const urlOf = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

function opened(server: string, name: string): TestDatabase {
  const url = urlOf(server, name);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  return {
    url,
    async sql<Row>(text: string, values: readonly unknown[] = []) {
      return (await pool.query(text, [...values])).rows as Row[];
    },
    async drop() {
      await pool.end();
      await onServer(server, dropOf(name));
    },
  };
}

export async function aDatabase(): Promise<TestDatabase> {
  const [server, name] = [theServer(), nameOfOne()];
  await onServer(server, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await theTemplate(client, server)}`);
  });
  return opened(server, name);
}

/** A database as the migration of a number left it; `migrate` brings it up to date, with what was put into it meanwhile. */
export async function aDatabaseAt(migration: number): Promise<TestDatabase> {
  const [server, name] = [theServer(), nameOfOne()];
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
  await migrate(urlOf(server, name), migration);
  return opened(server, name);
}
