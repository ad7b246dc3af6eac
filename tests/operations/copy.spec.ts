import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RenewShares } from '@qinglan/api-mentoring';
import pg from 'pg';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the tools belong to no project: they run before any is built
import { readCopy } from '../../tools/copy/read.mjs';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the tools belong to no project: they run before any is built
import { writeCopy } from '../../tools/copy/write.mjs';
import { aDatabase, aHouse, anAgreedLesson, aPairing, aTown, type House } from '../support';

type Database = Awaited<ReturnType<typeof aDatabase>>;

/** Everything that is kept and not signed in, as text. */
async function contentOf({ sql }: Pick<Database, 'sql'>): Promise<readonly unknown[]> {
  const tables = await sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name NOT IN ('migrations', 'session', 'outbox') ORDER BY 1`,
  );
  const rows = tables.map(({ name }) => sql(`SELECT '${name}' AS name, to_jsonb(t) AS row FROM ${name} t ORDER BY 2`));
  return Promise.all(rows);
}

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return use(client).finally(() => client.end());
}

describe('a copy of all data', () => {
  let house: House;
  let fresh: Database;
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  const file = join(folder, 'copy.gz');

  beforeAll(async () => {
    house = await aHouse({ now: '2026-09-16T01:00:00Z' });
    const town = await aTown(house);
    await anAgreedLesson(house, town);
    const [mentor, mentee] = [town.hangzhou.teachers[0], town.aksu.teachers[0]];
    await aPairing(house, {
      ...{ mentor, mentee },
      obligations: [{ owedBy: 'mentor', kind: 'discussion', number: 2, per: 'month' }],
    });
    await house.app.get(RenewShares, { strict: false }).execute();
    fresh = await aDatabase();
    await connected(house.url, (client) => writeCopy(client, file));
  });
  afterAll(async () => {
    await Promise.all([house.close(), fresh.drop()]);
    rmSync(folder, { recursive: true });
  });

  it('is refused whole where it is cut short', async () => {
    const before = await contentOf(fresh);
    const short = join(folder, 'short.gz');
    writeFileSync(short, readFileSync(file).subarray(0, -200));
    await expect(connected(fresh.url, (client) => readCopy(client, short))).rejects.toThrow();
    expect(await contentOf(fresh)).toEqual(before);
  });

  it('comes back as it was, with nobody signed in', async () => {
    await connected(fresh.url, (client) => readCopy(client, file));
    expect(await contentOf(fresh)).toEqual(await contentOf(house));
    expect(await house.sql('SELECT FROM session')).not.toHaveLength(0);
    expect(await fresh.sql('SELECT FROM session')).toHaveLength(0);
  });

  it('takes the place of everything that was there, of what was issued too', async () => {
    await connected(fresh.url, (client) => readCopy(client, file));
    await fresh.sql(`INSERT INTO yearly_report (year, id, opened_at, changed_at)
      VALUES (2025, gen_random_uuid(), now(), now())`);
    await fresh.sql(`WITH asked AS (
        INSERT INTO yearly_freeze (id, year, number, asked_at, asked_by)
        SELECT gen_random_uuid(), 2025, 1, now(), id FROM person LIMIT 1 RETURNING id)
      INSERT INTO yearly_issue (id, year, number, frozen_at, frozen_by, change_count, canonical, hash, issued_at)
      SELECT id, 2025, 1, now(), 'x', 0, '{}', 'x', now() FROM asked`);
    await connected(fresh.url, (client) => readCopy(client, file));
    expect(await contentOf(fresh)).toEqual(await contentOf(house));
  });

  it('keeps the rules: after it nobody can be in two places', async () => {
    const twice = `INSERT INTO hold (lesson_id, party_id, role, starts_at, ends_at)
      SELECT lesson_id, party_id, 'local-teacher', starts_at, ends_at FROM hold WHERE role = 'presenter'`;
    await fresh.sql(`DELETE FROM hold WHERE role = 'local-teacher'`);
    await expect(fresh.sql(twice)).rejects.toMatchObject({ constraint: 'hold_party_free' });
  });
});
