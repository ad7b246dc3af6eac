import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Jobs } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import {
  aHouse,
  anIssue,
  asksForFreeze,
  aYear,
  blocked,
  bothApprove,
  draftOf,
  freezeOver,
  type House,
  nothingReported,
  opensYear,
  type YearMade,
} from '../../support';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
});
beforeEach(async () => {
  await nothingReported(house);
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

const figure = (content: contracts.YearlyContentView, key: string) => content.figures.find((one) => one.key === key);
const typeOf = ({ problem }: { readonly problem: contracts.Problem | null }) => problem?.type.replace('/problems/', '');
const check = async (issueId: YearlyIssueId) =>
  (await year.hangzhou.call(contracts.checkYearlyIssue, { params: { issueId } })).body;
const rowsOf = async (issueId: YearlyIssueId, key: string, query: object = {}) =>
  (await year.hangzhou.call(contracts.listYearlyIssueRows, { params: { issueId, key }, query })).body;
const bytesOf = async (path: string) => {
  const response = await year.hangzhou.raw(`/api/yearly-issues/${path}`);
  expect(response.status).toBe(200);
  return createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex');
};
/** Everything that is served of an issue, by its hash. */
async function served(issueId: YearlyIssueId): Promise<Record<string, string>> {
  const { body } = await year.hangzhou.call(contracts.readYearlyIssue, { params: { issueId } });
  const files = body.files.filter(({ bytes }) => bytes !== null).map(({ name }) => `files/${name}`);
  const paths = [...files, 'canonical.json', 'print?language=ug', 'figures/pairings/rows.csv'];
  const hashes: Record<string, string> = {};
  for (const path of paths) hashes[path] = await bytesOf(`${issueId}/${path}`);
  return hashes;
}

describe('a frozen report', () => {
  it('holds numbers, definitions, words, rows, signers and a hash that anybody can reckon', async () => {
    const issue = await anIssue(year);
    expect(issue).toMatchObject({ year: 2026, number: 1, reason: null, changes: 0, latest: 1 });
    expect(issue.signers.map(({ side }) => side)).toEqual(['hangzhou', 'aksu']);
    expect(figure(issue.content, 'mentors')).toMatchObject({
      value: 3,
      rows: 3,
      definition: { zh: expect.any(String) },
    });
    const text = await (await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/canonical.json`)).text();
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(issue.hash);
    expect(JSON.parse(text)).toMatchObject({ content: { year: 2026 }, number: 1 });
    expect(await check(issue.id)).toMatchObject({ isSound: true, unsoundRows: [] });
  });

  it('opens each numeral down to its rows, page by page, without a name of anybody', async () => {
    const issue = await anIssue(year);
    const first = await rowsOf(issue.id, 'pairings', { limit: 2 });
    const second = await rowsOf(issue.id, 'pairings', { limit: 2, after: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect(JSON.stringify(first)).not.toMatch(/人员 P-\d/);
    const csv = await (await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/figures/pairings/rows.csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    const unheard = { params: { issueId: issue.id, key: 'unheard-of' } };
    expect((await year.hangzhou.call(contracts.listYearlyIssueRows, unheard)).status).toBe(404);
    const nonsense = { ...unheard, query: { after: 'x' } };
    expect((await year.hangzhou.call(contracts.listYearlyIssueRows, nonsense)).status).toBe(400);
  });

  it('says which things a numeral counts once each, and the rows of each, as live pages do', async () => {
    const issue = await anIssue(year);
    const of = { issueId: issue.id, key: 'mentors' };
    const things = async (query = {}) =>
      (await year.hangzhou.call(contracts.listYearlyIssueThings, { params: of, query })).body;
    const live = await year.hangzhou.call(contracts.listCountedThings, {
      params: { key: 'mentors' },
      query: { year: year.year },
    });
    const whole = await things();
    expect(whole).toMatchObject({ things: 3, rows: 3, unknownRows: 0, next: null, column: live.body.column });
    expect(whole.items.map(({ label }) => label)).toEqual(live.body.items.map(({ label }) => label));
    const first = await things({ limit: 2 });
    expect((await things({ limit: 2, after: first.next })).items).toEqual(whole.items.slice(2));
    await year.pairing();
    expect((await things()).things).toBe(3);
    const rows = await year.hangzhou.call(contracts.listYearlyIssueThingRows, {
      params: { ...of, place: whole.items[0]?.value ?? '' },
    });
    expect(rows.body).toMatchObject({ next: null, items: [{ source: 'pairing' }] });
    expect(JSON.stringify([whole, rows.body])).not.toMatch(/人员 P-\d/);
    // What counts rows has no such lines.
    const counting = { params: { ...of, key: 'pairings' } };
    expect((await year.hangzhou.call(contracts.listYearlyIssueThings, counting)).body).toMatchObject({
      ...{ column: null, items: [] },
    });
  });

  it('has a workbook and tables, and says plainly that there is no browser for PDF', async () => {
    const { id, files } = await anIssue(year);
    expect(files.filter(({ bytes }) => bytes !== null).map(({ name }) => name)).toEqual([
      ...['report.xlsx', 'figures.csv', 'facts.csv', 'charts.csv', 'words.csv', 'definitions.csv'],
    ]);
    const pdf = { params: { issueId: id, name: 'report.zh.pdf' } };
    const refused = await year.hangzhou.knock(contracts.downloadYearlyFile, pdf);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('no browser is set up');
    const page = await year.hangzhou.raw(`/api/yearly-issues/${id}/print`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('2026 年度报告');
    const unheard = { params: { issueId: id, name: 'other.csv' } };
    expect((await year.hangzhou.knock(contracts.downloadYearlyFile, unheard)).status).toBe(404);
  });

  it('is not seen before it is whole', async () => {
    const table = await blocked(house, 'yearly_file');
    await bothApprove(year);
    const { issueId } = await asksForFreeze(year);
    await table.isWaitedFor();
    const half = { params: { issueId } };
    expect((await year.hangzhou.call(contracts.readYearlyIssue, half)).status).toBe(404);
    expect((await year.hangzhou.call(contracts.checkYearlyIssue, half)).status).toBe(404);
    expect((await draftOf(year)).issues).toEqual([]);
    await table.release();
    expect(await freezeOver(year.hangzhou, issueId)).toMatchObject({ state: 'done', step: 'finished' });
    expect(await draftOf(year)).toMatchObject({ state: 'issued', issues: [{ id: issueId }], approvals: [] });
  });
});

describe('while a report is frozen', () => {
  it('what others change is in all of it or in none: rows are those that were counted', async () => {
    const table = await blocked(house, 'yearly_issue_row');
    await bothApprove(year);
    const { issueId } = await asksForFreeze(year);
    await table.isWaitedFor();
    const added = await year.pairing();
    await house.sql('DELETE FROM pairing WHERE id = (SELECT id FROM pairing WHERE id <> $1 LIMIT 1)', [added]);
    await house.sql(`UPDATE studio SET subject = '改名'`);
    await table.release();
    expect((await freezeOver(year.hangzhou, issueId)).state).toBe('done');
    const { content } = (await year.hangzhou.call(contracts.readYearlyIssue, { params: { issueId } })).body;
    const rows = await rowsOf(issueId, 'pairings');
    expect(figure(content, 'pairings')).toMatchObject({ value: 3, rows: 3 });
    expect(rows.items).toHaveLength(3);
    expect(rows.items.map(({ id }) => id)).not.toContain(added);
    expect(JSON.stringify(rows)).not.toContain('改名');
    expect(await check(issueId)).toMatchObject({ isSound: true });
  });

  it('nothing of it is written, and whoever tries is told', async () => {
    const table = await blocked(house, 'yearly_issue_row');
    const { sections } = await draftOf(year);
    await bothApprove(year);
    const { issueId } = await asksForFreeze(year);
    await table.isWaitedFor();
    const params = { year: 2026 };
    const { version } = await draftOf(year);
    const order = { params, version, body: { sections: sections.map(({ code }) => code) } };
    const remark = { params: { ...params, commentId: randomUUID() }, body: { section: 'overview', text: '请核对' } };
    const tries = [
      await year.hangzhou.call(contracts.orderYearlySections, order),
      await year.hangzhou.call(contracts.commentOnYearlyReport, remark),
      await year.aksu.call(contracts.approveYearlyReport, { params, version }),
      await year.aksu.call(contracts.withdrawYearlyApproval, { params }),
    ];
    expect(tries.map(typeOf)).toEqual(Array(4).fill('report-freezing'));
    expect((await draftOf(year)).progress).toMatchObject({ state: 'running', step: 'rows', mayCancel: true });
    await table.release();
    expect((await freezeOver(year.hangzhou, issueId)).state).toBe('done');
  });
});

describe('a freeze', () => {
  it('sent twice happens once', async () => {
    await bothApprove(year);
    const { version } = await draftOf(year);
    const issueId = randomUUID() as YearlyIssueId;
    const call = { params: { year: 2026, issueId }, version, body: { reason: null } };
    const freeze = () => year.hangzhou.call(contracts.freezeYearlyReport, call);
    expect((await Promise.all([freeze(), freeze()])).map(({ status }) => status)).toEqual([200, 200]);
    await freezeOver(year.hangzhou, issueId);
    expect((await freeze()).body.state).toBe('done');
    expect(await house.sql('SELECT 1 FROM yearly_issue')).toHaveLength(1);
  });

  it('of which two are asked at once is given to one, and the other is told', async () => {
    await bothApprove(year);
    const { version } = await draftOf(year);
    const asks = [year.hangzhou, year.aksu].map((client) =>
      client.call(contracts.freezeYearlyReport, {
        params: { year: 2026, issueId: randomUUID() as YearlyIssueId },
        version,
        body: { reason: null },
      }),
    );
    const answers = await Promise.all(asks);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.map(typeOf)).toContain('report-freezing');
    const given = answers.find(({ status }) => status === 200);
    if (given) await freezeOver(year.hangzhou, given.body.issueId);
    expect(await house.sql('SELECT 1 FROM yearly_issue')).toHaveLength(1);
  });

  it('that races with a remark is refused, or the remark is', async () => {
    await bothApprove(year);
    const remark = { params: { year: 2026, commentId: randomUUID() }, body: { section: 'overview', text: '请核对' } };
    const [asked, said] = await Promise.all([
      asksForFreeze(year),
      year.aksu.call(contracts.commentOnYearlyReport, remark),
    ]);
    expect([asked.answer.status, said.status].toSorted()).toEqual([200, 409]);
    expect(['comments-open', 'report-freezing']).toContain(typeOf(asked.answer) ?? typeOf(said));
    if (asked.answer.status === 200) await freezeOver(year.hangzhou, asked.issueId);
  });

  it('is cancelled, leaves nothing, and can be asked for again', async () => {
    const table = await blocked(house, 'yearly_issue_row');
    await bothApprove(year);
    const { issueId } = await asksForFreeze(year);
    await table.isWaitedFor();
    const cancel = () => year.hangzhou.call(contracts.cancelYearlyFreeze, { params: { issueId } });
    expect((await cancel()).body).toMatchObject({ state: 'cancelled', mayCancel: false });
    expect((await cancel()).status).toBe(200);
    expect(await draftOf(year)).toMatchObject({ state: 'draft', issues: [] });
    await table.release();
    const again = await asksForFreeze(year);
    expect(again.answer.status).toBe(200);
    expect((await freezeOver(year.hangzhou, again.issueId)).state).toBe('done');
    expect(await house.sql('SELECT id FROM yearly_issue')).toEqual([{ id: again.issueId }]);
    const over = await year.hangzhou.call(contracts.cancelYearlyFreeze, { params: { issueId: again.issueId } });
    expect(typeOf(over)).toBe('freeze-over');
  });

  it('goes on after a restart of the server', async () => {
    const table = await blocked(house, 'yearly_issue_row');
    await bothApprove(year);
    const { issueId } = await asksForFreeze(year);
    await table.isWaitedFor();
    const restarted = house.restart();
    await table.release();
    await restarted;
    await house.app.get(Jobs).serve();
    expect((await freezeOver(year.hangzhou, issueId)).state).toBe('done');
    expect(await check(issueId)).toMatchObject({ isSound: true });
  });
});

describe('a correction', () => {
  it('says what changed, by how much and why; the issue before stays byte for byte, after a restart too', async () => {
    const first = await anIssue(year);
    const before = await served(first.id);
    await year.pairing();
    const draft = await draftOf(year);
    expect(draft.changes).toContainEqual(
      expect.objectContaining({ kind: 'figure-changed', subject: 'mentors', by: 1 }),
    );
    await bothApprove(year);
    const refused = await asksForFreeze(year);
    expect(typeOf(refused.answer)).toBe('reason-missing');

    const second = await anIssue(year, '补录一对师徒');
    expect(second).toMatchObject({ number: 2, reason: '补录一对师徒', latest: 2 });
    const moved = second.changesList.find(({ subject }) => subject === 'mentors');
    expect(moved).toMatchObject({ kind: 'figure-changed', before: '3', after: '4', by: 1 });
    expect(second.changesList.map(({ subject }) => subject)).not.toContain('studios');
    expect(second.files.map(({ name }) => name)).toContain('changes.csv');

    expect(await served(first.id)).toEqual(before);
    await house.restart();
    expect(await served(first.id)).toEqual(before);
    const old = (await year.hangzhou.call(contracts.readYearlyIssue, { params: { issueId: first.id } })).body;
    expect(old).toMatchObject({ number: 1, latest: 2, content: first.content, hash: first.hash });
  });

  it('tells of a row that was exchanged though the number stayed', async () => {
    await anIssue(year);
    await house.sql(`UPDATE studio SET subject = '小学语文'`);
    const second = await anIssue(year, '工作室名称更正');
    expect(second.changesList.filter(({ kind }) => kind === 'rows-changed').map(({ subject }) => subject)).toContain(
      'studios',
    );
  });

  it('of nothing is not issued', async () => {
    await anIssue(year);
    await bothApprove(year);
    const { issueId } = await asksForFreeze(year, { reason: '再来一次' });
    const over = await freezeOver(year.hangzhou, issueId);
    expect(over).toMatchObject({ state: 'failed', failure: { kind: 'report-unchanged' } });
    expect(await draftOf(year)).toMatchObject({ state: 'issued', issues: [{ number: 1 }] });
  });
});
