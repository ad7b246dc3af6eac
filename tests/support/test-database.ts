import { randomUUID } from 'node:crypto';
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

export async function aDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_PG_URL'];
  if (!server) throw new Error('TEST_PG_URL is missing: run the tests with npm test');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await theTemplate(client, server)}`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  pool.on('error', () => undefined);
  return {
    url: url.href,
    async sql<Row>(text: string, values: readonly unknown[] = []) {
      return (await pool.query(text, [...values])).rows as Row[];
    },
    async drop() {
      await pool.end();
      await onServer(server, dropOf(name));
    },
  };
}
