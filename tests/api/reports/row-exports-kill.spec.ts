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
import { aReportedTown } from './reported';

// Long enough for several parts, so that some are stored already when the power goes.
const many = 40_000;

let database: TestDatabase;
let server: ServerProcess;
let administrator: Client;
beforeAll(async () => {
  database = await aDatabase();
  server = await ServerProcess.on(database);
  const town = await aReportedTown(database);
  administrator = await server.as((await aPerson(database, (await anOrganisation(database)).id, 'administrator')).id);
  const wish = { at: '2026-03-10T03:00:00Z', state: 'verified', pair: 0, minutes: 30, isMakeUp: false };
  await town.make({ ...wish, many });
});
afterAll(async () => {
  await server.kill();
  await database.drop();
});

const stored = async (exportId: string) =>
  (await database.sql('SELECT place FROM row_export_part WHERE export_id = $1', [exportId])).length;

describe('a server that is killed outright while a file of rows is made', () => {
  it.each(['csv', 'xlsx'] as const)('makes it anew and whole when it is back: %s', async (as) => {
    // A part of an earlier life, as it stands when the power goes between two parts.
    const closed = await blocked(database, 'row_export_part');
    const { exportId } = await asksForExport(administrator, { key: 'lessons-verified', as });
    await closed.isWaitedFor();
    await server.kill();
    await closed.release();
    await database.sql(`INSERT INTO row_export_part (export_id, place, content) VALUES ($1, 0, 'x'), ($1, 99, 'x')`, [
      exportId,
    ]);
    await server.start();
    const over = await exportOver(administrator, exportId);
    expect(over).toMatchObject({ state: 'done', done: many, total: many });
    const bytes = Buffer.from(await (await exportFile(administrator, exportId)).arrayBuffer());
    expect(bytes.length).toBe(over.bytes);
    expect(await stored(exportId)).toBe(as === 'csv' ? Math.ceil(bytes.length / (1 << 20)) : await stored(exportId));
    if (as === 'csv') expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(many + 1);
  });
});
