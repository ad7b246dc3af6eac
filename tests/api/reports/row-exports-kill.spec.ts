import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aDatabase,
  anOrganisation,
  aPerson,
  asksForExport,
  blocked,
  type Client,
  exportFile,
  exportOver,
  ServerProcess,
  type TestDatabase,
} from '../../support';
import { aReportedTown, type ReportedTown } from './reported';

// Long enough for several parts, so that some are stored already when the power goes.
const many = 40_000;
const wish = { at: '2026-03-10T03:00:00Z', state: 'verified', pair: 0, minutes: 30, isMakeUp: false };

let database: TestDatabase;
let server: ServerProcess;
let administrator: Client;
let town: ReportedTown;
let rows = many;
beforeAll(async () => {
  database = await aDatabase();
  server = await ServerProcess.on(database);
  town = await aReportedTown(database);
  administrator = await server.as((await aPerson(database, (await anOrganisation(database)).id, 'administrator')).id);
  await town.make({ ...wish, many });
});
afterAll(async () => {
  await server.kill();
  await database.drop();
});

const placesOf = async (exportId: string) => {
  const parts = await database.sql<{ place: number }>(
    'SELECT place FROM row_export_part WHERE export_id = $1 ORDER BY place',
    [exportId],
  );
  return parts.map(({ place }) => place);
};

/** From now on whoever stores a second part stands before the door that this keeps shut. */
async function shutBeforeSecondPart() {
  await database.sql(`CREATE TABLE IF NOT EXISTS second_part_door (n int);
    CREATE OR REPLACE FUNCTION second_part_waits() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN LOCK TABLE second_part_door IN ROW EXCLUSIVE MODE; RETURN NEW; END $$;
    CREATE OR REPLACE TRIGGER second_part_waits BEFORE INSERT ON row_export_part
      FOR EACH ROW WHEN (NEW.place = 1) EXECUTE FUNCTION second_part_waits()`);
  return blocked(database, 'second_part_door');
}

describe('a server that is killed outright while a file of rows is written', () => {
  it.each(['csv', 'xlsx'] as const)('makes it anew, whole and once, when it is back: %s', async (as) => {
    const door = await shutBeforeSecondPart();
    const { exportId } = await asksForExport(administrator, { key: 'lessons-verified', as });
    await door.isWaitedFor();
    expect(await placesOf(exportId)).toEqual([0]);
    await server.kill();
    // More rows than the earlier life counted: what it wrote is no beginning of this file.
    await town.make({ ...wish, pair: 1, many: 1 });
    rows += 1;
    await door.release();
    await server.start();
    const over = await exportOver(administrator, exportId);
    expect(over).toMatchObject({ state: 'done', done: rows, total: rows });
    const bytes = Buffer.from(await (await exportFile(administrator, exportId)).arrayBuffer());
    expect(bytes.length).toBe(over.bytes);
    const places = await placesOf(exportId);
    expect(places.length).toBeGreaterThan(1);
    expect(places).toEqual(places.map((_, place) => place));
    if (as === 'csv') expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(rows + 1);
  });
});
