import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import { type YearlyIssueId, type YearlyLinkId, withoutKeys } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import {
  aHouse,
  anIssue,
  asksForFreeze,
  aYear,
  blocked,
  bothApprove,
  type House,
  nothingReported,
  opensYear,
  type YearMade,
} from '../../support';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-11-26T02:00:00Z');
  await nothingReported(house);
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

interface Wish {
  readonly linkId?: YearlyLinkId;
  readonly issueId?: YearlyIssueId | null;
  readonly lastDay?: string;
  readonly label?: string;
}
const makes = (wish: Wish = {}) => {
  const { linkId = randomUUID() as YearlyLinkId, issueId = null, lastDay = '2026-12-31', label = '领导' } = wish;
  const body = { issueId, label, lastDay };
  return year.hangzhou.call(contracts.makeYearlyLink, { params: { year: 2026, linkId }, body });
};
const tokenOf = ({ token }: { readonly token: string | null }) => token ?? '';
const opened = (token: string) => house.nobody().call(contracts.openSharedReport, { body: { token } });
const revokes = (linkId: YearlyLinkId) => year.hangzhou.call(contracts.revokeYearlyLink, { params: { linkId } });
/** What an issue says over the wire to whoever opens no rows. */
const counts = ({ content }: contracts.YearlyIssueView) =>
  JSON.parse(JSON.stringify(withoutKeys(content))) as contracts.YearlyContentView;
const typeOf = ({ problem }: { readonly problem: contracts.Problem | null }) => problem?.type.replace('/problems/', '');

describe('a link for leaders', () => {
  it('opens one frozen issue without an account: counts, and nobody by name', async () => {
    const issue = await anIssue(year);
    const { body } = await makes({ issueId: issue.id });
    const seen = await opened(tokenOf(body));
    expect(seen.body.content).toEqual(counts(issue));
    expect(seen.body.issue).toMatchObject({ number: 1, hash: issue.hash });
    expect(seen.body.issue?.signers.map(({ side }) => side)).toEqual(['hangzhou', 'aksu']);
    // As it goes over the wire: what a contract does not name would be cut off by whoever reads by it.
    const sent = await house.nobody().knock(contracts.openSharedReport, { body: { token: tokenOf(body) } });
    expect(sent.status).toBe(200);
    for (const name of issue.signers.map((signer) => signer.name)) expect(sent.text).not.toContain(name);
    expect(sent.text).not.toMatch(/人员 P-\d/);
    // Nor by which ids of schools and studios the groups of charts are found.
    const { content } = JSON.parse(sent.text) as { content: contracts.YearlyContentView };
    const groups = content.sections.flatMap(({ charts }) => charts.flatMap((chart) => chart.groups));
    expect([groups.length > 0, groups.some((group) => 'key' in group)]).toEqual([true, false]);
    expect(seen.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(seen.headers.get('cache-control')).toBe('no-store');
  });

  it('offers files of that issue, in which nobody is named', async () => {
    const issue = await anIssue(year);
    const token = tokenOf((await makes({ issueId: issue.id })).body);
    expect((await opened(token)).body.issue?.files).toMatchObject([
      { name: 'shared.xlsx', kind: 'xlsx', language: null },
    ]);
    const get = (name: string, by = token) =>
      house.nobody().raw(`/api/shared-reports/files/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: by }),
      });
    const file = await get('shared.xlsx');
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await file.arrayBuffer());
    const said = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
    expect(said).toContain(issue.hash);
    for (const name of [issue.frozenBy, ...issue.signers.map((signer) => signer.name)])
      expect(said).not.toContain(name);
    // What names the signers is not offered, nor is anything by another link.
    expect((await get('report.xlsx')).status).toBe(404);
    expect((await get('shared.xlsx', tokenOf((await makes()).body))).status).toBe(404);
    expect((await get('shared.xlsx', randomUUID())).status).toBe(404);
  });

  it('still opens that issue when the register changed, and tells that there is a later one', async () => {
    const issue = await anIssue(year);
    const token = tokenOf((await makes({ issueId: issue.id })).body);
    await year.pairing();
    await anIssue(year, '补录');
    const seen = await opened(token);
    expect(seen.body).toMatchObject({ content: counts(issue), issue: { number: 1, latest: 2 } });
  });

  it('opens the draft where it was made for that, and the draft moves', async () => {
    const token = tokenOf((await makes()).body);
    expect((await opened(token)).body.issue).toBeNull();
    await year.pairing();
    const { content } = (await opened(token)).body;
    expect(content.figures.find(({ key }) => key === 'mentors')?.value).toBe(4);
  });

  it('opens no later draft: once its own is frozen it says so, and a new link opens the draft of the correction', async () => {
    const old = await makes();
    await anIssue(year);
    const over = await opened(tokenOf(old.body));
    expect([over.status, typeOf(over)]).toEqual([404, 'draft-over']);
    await year.pairing();
    expect(typeOf(await opened(tokenOf(old.body)))).toBe('draft-over');
    const correction = await makes();
    expect((await opened(tokenOf(correction.body))).body.issue).toBeNull();
    const { items } = (await year.hangzhou.call(contracts.listYearlyLinks, { params: { year: 2026 } })).body;
    const told = new Map(items.map(({ id, isOpen, isDraftOver }) => [id, [isOpen, isDraftOver]]));
    expect([told.get(old.body.link.id), told.get(correction.body.link.id)]).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('to a draft stays open while that draft is being frozen and when it is not frozen after all', async () => {
    const { body } = await makes();
    await bothApprove(year);
    const table = await blocked(house, 'yearly_issue_row');
    const { issueId } = await asksForFreeze(year);
    await table.isWaitedFor();
    expect((await opened(tokenOf(body))).status).toBe(200);
    await year.hangzhou.call(contracts.cancelYearlyFreeze, { params: { issueId } });
    await table.release();
    expect((await opened(tokenOf(body))).status).toBe(200);
  });

  it('is counted each time, and nothing else is kept of it', async () => {
    const { body } = await makes();
    await opened(tokenOf(body));
    await opened(tokenOf(body));
    const { items } = (await year.hangzhou.call(contracts.listYearlyLinks, { params: { year: 2026 } })).body;
    expect(items).toMatchObject([{ id: body.link.id, openings: 2, isOpen: true, label: '领导', issue: null }]);
  });

  it('keeps its secret as a hash alone, and tells it once', async () => {
    const linkId = randomUUID() as YearlyLinkId;
    const token = tokenOf((await makes({ linkId })).body);
    expect(token).toHaveLength(43);
    expect((await makes({ linkId })).body.token).toBeNull();
    expect(typeOf(await makes({ linkId, label: '别人' }))).toBe('id-taken');
    const kept = await house.sql('SELECT * FROM yearly_link');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((await opened(token)).status).toBe(200);
  });

  it('runs out after its last day, and says so to whoever holds it', async () => {
    const token = tokenOf((await makes({ lastDay: '2026-11-27' })).body);
    house.clock.moveTo('2026-11-27T15:59:00Z');
    expect((await opened(token)).status).toBe(200);
    house.clock.moveTo('2026-11-27T16:00:00Z');
    const over = await opened(token);
    expect([over.status, typeOf(over)]).toEqual([404, 'link-over']);
  });

  it('is taken back at once, once', async () => {
    const { body } = await makes();
    const { revokedAt } = (await revokes(body.link.id as YearlyLinkId)).body;
    house.clock.pass({ minutes: 5 });
    expect((await revokes(body.link.id as YearlyLinkId)).body).toMatchObject({ revokedAt, isOpen: false });
    expect(typeOf(await opened(tokenOf(body)))).toBe('link-over');
    expect((await revokes(randomUUID() as YearlyLinkId)).status).toBe(404);
  });

  it.each([
    ['2026-11-25', 422],
    ['2026-11-26', 200],
    ['2027-11-27', 200],
    ['2027-11-28', 422],
  ])('until %s is answered with %i', async (lastDay, status) => {
    expect((await makes({ lastDay })).status).toBe(status);
  });

  it('leads to an issue of its year that is there', async () => {
    expect((await makes({ issueId: randomUUID() as YearlyIssueId })).status).toBe(404);
  });

  it('cannot be guessed: an unknown one is nothing, and too many tries are stopped', async () => {
    const unheard = await opened(randomUUID() + randomUUID());
    expect([unheard.status, typeOf(unheard)]).toEqual([404, 'not-found']);
    const tries = await Promise.all(Array.from({ length: 61 }, () => opened(randomUUID())));
    const stopped = tries.find(({ status }) => status === 429);
    expect(Number(stopped?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
