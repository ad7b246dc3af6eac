import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';

/** The number of a migration, by which its file is named. */
const numberOf = ({ name }: { readonly name: string }): number => Number(name.slice(-4));

/**
 * Brings the schema at `url` up to date, or to the migration of a number; safe to run from several nodes, the first one does
 * the work.
 */
export async function migrate(url: string, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  const asked = migrations.filter((migration) => numberOf(migration) <= upTo);
  const source = new DataSource({ type: 'postgres', url, migrations: asked, synchronize: false, logging: false });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(7101)');
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock(7101)');
    await runner.release();
    await source.destroy();
  }
}
