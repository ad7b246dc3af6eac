import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';

/** Brings the schema at `url` up to date; safe to run from several nodes, the first one does the work. */
export async function migrate(url: string): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, migrations, synchronize: false, logging: false });
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
