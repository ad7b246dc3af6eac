import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkYearlyIssue, readYearlyIssue } from '@qinglan/contracts';
import {
  aDatabase,
  asksForFreeze,
  aYear,
  blocked,
  bothApprove,
  draftOf,
  freezeOver,
  opensYear,
  ServerProcess,
  type TestDatabase,
  type YearMade,
} from '../../support';

let database: TestDatabase;
let server: ServerProcess;
let year: YearMade;
beforeAll(async () => {
  database = await aDatabase();
  server = await ServerProcess.on(database);
  year = await aYear({ ...database, as: ({ id }) => server.as(id) });
});
afterAll(async () => {
  await server.kill();
  await database.drop();
});

/** Kills the server while the freeze stands before a table, and gives what was asked. */
async function killedBefore(table: string, reason: string | null) {
  await bothApprove(year);
  const closed = await blocked(database, table);
  const { issueId } = await asksForFreeze(year, { reason });
  await closed.isWaitedFor();
  await server.kill();
  await closed.release();
  return issueId;
}

describe('a server that is killed outright while a report is frozen', () => {
  it.each([
    ['yearly_issue_row', null],
    ['yearly_file', '补录一对师徒'],
  ])('before %s leaves no half of it, and freezes it once when it is back', async (table, reason) => {
    await opensYear(year);
    if (reason !== null) await year.pairing('2026-09-01');
    const issueId = await killedBefore(table, reason);
    const issued = await database.sql('SELECT 1 FROM yearly_issue WHERE id = $1 AND issued_at IS NOT NULL', [issueId]);
    expect(issued).toEqual([]);
    await server.start();
    expect((await freezeOver(year.hangzhou, issueId)).state).toBe('done');
    const issue = (await year.hangzhou.call(readYearlyIssue, { params: { issueId } })).body;
    expect(issue.files.filter(({ bytes }) => bytes !== null).length).toBeGreaterThan(4);
    const check = await year.hangzhou.call(checkYearlyIssue, { params: { issueId } });
    expect(check.body).toMatchObject({ isSound: true });
    expect((await draftOf(year)).issues[0]).toMatchObject({ id: issueId });
    const twice = await database.sql('SELECT number FROM yearly_issue GROUP BY number HAVING count(*) > 1');
    expect(twice).toEqual([]);
  });
});
