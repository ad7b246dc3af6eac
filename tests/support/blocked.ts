import pg from 'pg';
import { until } from './server';
import type { TestDatabase } from './test-database';

/** A table into which nobody else writes for now. */
export interface BlockedTable {
  /** Waits until somebody stands before it. */
  isWaitedFor(): Promise<void>;
  release(): Promise<void>;
}

/** Lets nobody write into a table, or read it where that is wished, until it is released: a test stops long work in its midst, and changes what it likes. */
export async function blocked(
  { url, sql }: Pick<TestDatabase, 'url' | 'sql'>,
  table: string,
  mode: 'SHARE' | 'ACCESS EXCLUSIVE' = 'SHARE',
): Promise<BlockedTable> {
  const client = new pg.Client({ connectionString: url });
  // A database that is dropped under a test that failed is no error of its own.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query(`LOCK TABLE ${table} IN ${mode} MODE`);
  const waiting = async () => {
    const found = await sql('SELECT 1 FROM pg_locks WHERE relation = $1::regclass AND NOT granted', [table]);
    return found.length > 0 ? true : null;
  };
  return {
    async isWaitedFor() {
      await until(`somebody before ${table}`, waiting);
    },
    async release() {
      await client.query('COMMIT');
      await client.end();
    },
  };
}
