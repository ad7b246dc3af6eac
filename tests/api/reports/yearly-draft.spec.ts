import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import { yearlyTemplate } from '@qinglan/domain';
import {
  aHouse,
  approves,
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

const words = (zh: string, en = '') => ({ zh, en, ug: '' });
const edit = (section: string, version: number, wish: { title?: string; body?: string; isHidden?: boolean } = {}) =>
  year.hangzhou.call(contracts.editYearlySection, {
    params: { year: year.year, section },
    version,
    body: {
      title: words(wish.title ?? '概述'),
      body: words(wish.body ?? '建立工作室 {{studios}} 个。'),
      isHidden: wish.isHidden ?? false,
    },
  });
const said = (view: contracts.YearlyReportView, code: string) =>
  view.content.sections
    .find((section) => section.code === code)
    ?.text.zh.map(({ text }) => text)
    .join('');
const problemOf = ({ problem }: { readonly problem: contracts.Problem | null }) =>
  problem && [problem.status, problem.type.replace('/problems/', ''), problem.detail];

describe('the report of a year', () => {
  it('is opened once from the template, and says the words with live numerals', async () => {
    await opensYear(year);
    const draft = await draftOf(year);
    expect(draft.sections.map(({ code }) => code)).toEqual([...yearlyTemplate.sections.map(({ key }) => key), 'facts']);
    expect(said(draft, 'overview')).toContain('青蓝工作室 2 个；');
    // What began in a year is told only where somebody stated so.
    expect(said(draft, 'overview')).not.toMatch(/首建|建立/);
    expect(draft.content.figures.find(({ key }) => key === 'mentors')).toMatchObject({ value: 3, marks: ['demo'] });
    expect(draft).toMatchObject({ state: 'draft', version: 1, issues: [], progress: null });
  });

  it('cannot be opened for a year that has not begun, nor read where nobody opened it', async () => {
    const early = await year.hangzhou.call(contracts.openYearlyReport, { params: { year: 2027 } });
    expect(problemOf(early)?.[1]).toBe('in-the-future');
    expect((await year.hangzhou.call(contracts.readYearlyReport, { params: { year: 2024 } })).status).toBe(404);
    expect((await year.hangzhou.call(contracts.readYearlyHistory, { params: { year: 2024 } })).status).toBe(404);
    expect((await year.hangzhou.call(contracts.listYearlyLinks, { params: { year: 2024 } })).status).toBe(404);
  });

  it('tells a reader what she may do', async () => {
    const coordinator = await house.as(year.town.aksu.coordinator);
    const seen = (await coordinator.call(contracts.readYearlyReport, { params: { year: 2026 } })).body.may;
    expect(seen).toEqual({ edit: false, comment: true, freeze: false, share: false, approveFor: null });
    expect((await draftOf(year)).may).toEqual({
      ...{ edit: true, comment: true, freeze: true, share: true, approveFor: 'hangzhou' },
    });
  });

  it('stands in the list of years', async () => {
    await approves(year, year.aksu);
    const { items } = (await year.hangzhou.call(contracts.listYearlyReports)).body;
    expect(items).toMatchObject([{ year: 2026, state: 'draft', approvedBy: ['aksu'], latestIssue: null }]);
  });
});

describe('a section', () => {
  it('is written over the version that was read, and withdraws every approval', async () => {
    await bothApprove(year);
    const changed = await edit('overview', 1);
    expect(said(changed.body, 'overview')).toBe('建立工作室 2 个。');
    expect(changed.body).toMatchObject({ version: 2, approvals: [], hindrances: [{ kind: 'approval-missing' }] });
    expect((await edit('overview', 1)).status).toBe(412);
    expect((await edit('unheard-of', 1)).status).toBe(404);
  });

  it('names only numerals that exist, and keeps a heading', async () => {
    expect(problemOf(await edit('overview', 1, { body: '{{nothing}}{{list:nowhere}}' }))).toEqual([
      422,
      'numeral-unknown',
      'nothing, list:nowhere',
    ]);
    expect(problemOf(await edit('overview', 1, { title: '  ' }))?.[1]).toBe('title-missing');
  });

  it('is hidden and shown again', async () => {
    const hidden = (await edit('lessons', 1, { isHidden: true })).body;
    expect(hidden.content.sections.map(({ code }) => code)).not.toContain('lessons');
    expect(hidden.sections.map(({ code }) => code)).toContain('lessons');
    const shown = (await edit('lessons', 2, { body: '' })).body;
    expect(shown.content.sections.map(({ code }) => code)).toContain('lessons');
  });

  it('is added once at the end, however often it is sent', async () => {
    const add = (zh: string) =>
      year.hangzhou.call(contracts.addYearlySection, {
        params: { year: 2026, section: 'text-1' },
        body: { title: words('展望'), body: words(zh) },
      });
    await Promise.all([add('明年。'), add('明年。')]);
    const { sections, version } = await draftOf(year);
    expect(sections.map(({ code }) => code).slice(-2)).toEqual(['facts', 'text-1']);
    expect(version).toBe(2);
    expect(problemOf(await add('后年。'))?.[1]).toBe('id-taken');
  });

  it('moves, with every other section named once', async () => {
    const { sections, version } = await draftOf(year);
    const codes = sections.map(({ code }) => code);
    const order = (wanted: readonly string[], read: number) =>
      year.hangzhou.call(contracts.orderYearlySections, {
        params: { year: 2026 },
        version: read,
        body: { sections: [...wanted] },
      });
    expect(problemOf(await order(codes.slice(1), version))?.[1]).toBe('sections-differ');
    const moved = (await order(codes.toReversed(), version)).body;
    expect(moved.sections.map(({ code }) => code)).toEqual(codes.toReversed());
    expect((await order(codes, version)).status).toBe(412);
  });

  it('leaves its words before in the history', async () => {
    await edit('overview', 1);
    const { items } = (await year.hangzhou.call(contracts.readYearlyHistory, { params: { year: 2026 } })).body;
    expect(items.map(({ act, section }) => [act, section])).toEqual([
      ['yearly.section-written', 'overview'],
      ['yearly.opened', null],
    ]);
    const [was] = await house.sql<{ was: object }>(
      `SELECT detail -> 'was' AS was FROM history WHERE act = 'yearly.section-written' ORDER BY id DESC LIMIT 1`,
    );
    expect(was?.was).toMatchObject({ title: { zh: '概述' }, isHidden: false });
  });
});

describe('a remark', () => {
  const comment = (commentId: string, text = '请核对', { client = year.aksu, section = 'overview' } = {}) =>
    client.call(contracts.commentOnYearlyReport, { params: { year: 2026, commentId }, body: { section, text } });
  const resolve = (client: typeof year.aksu, commentId: string, answer: string | null = null) =>
    client.call(contracts.resolveYearlyComment, { params: { year: 2026, commentId }, body: { answer } });

  it('is made once, on a section that is there', async () => {
    const id = randomUUID();
    await Promise.all([comment(id), comment(id)]);
    expect((await draftOf(year)).comments).toMatchObject([{ id, side: 'aksu', text: '请核对', resolved: null }]);
    expect(problemOf(await comment(id, '别的话'))?.[1]).toBe('id-taken');
    expect((await comment(randomUUID(), '请核对', { section: 'nowhere' })).status).toBe(404);
  });

  it('keeps the report from being frozen, by name, until it is resolved', async () => {
    const id = randomUUID();
    await comment(id);
    await bothApprove(year);
    const refused = await asksForFreeze(year);
    expect(problemOf(refused.answer)).toEqual([409, 'comments-open', 'overview']);
    expect((await draftOf(year)).hindrances).toEqual([{ kind: 'comments-open', subjects: ['overview'] }]);
    await resolve(year.hangzhou, id, '已核对');
    const { comments } = await draftOf(year);
    expect(comments[0]?.resolved).toMatchObject({ answer: '已核对' });
    expect((await asksForFreeze(year)).answer.status).toBe(200);
  });

  it('is resolved by whoever made it or an administrator, once', async () => {
    const [author, other] = [year.town.aksu.coordinator, year.town.hangzhou.coordinator];
    const [writing, reading] = [await house.as(author), await house.as(other)];
    const id = randomUUID();
    await comment(id, '人数不对', { client: writing });
    expect((await resolve(reading, id)).status).toBe(403);
    expect((await resolve(writing, id, '已改')).status).toBe(200);
    await resolve(year.hangzhou, id, '另一答复');
    expect((await draftOf(year)).comments[0]?.resolved?.answer).toBe('已改');
    expect((await resolve(year.hangzhou, randomUUID())).status).toBe(404);
  });
});

describe('an approval', () => {
  it('is given for the side of the own organisation, over the version that was read', async () => {
    await approves(year, year.aksu);
    const { approvals, version, hindrances } = await draftOf(year);
    expect(approvals).toMatchObject([{ side: 'aksu', by: { id: year.aksuAdministrator.id }, moved: [] }]);
    expect(hindrances).toEqual([{ kind: 'approval-missing', subjects: ['hangzhou'] }]);
    const stale = { params: { year: 2026 }, version: version + 1 };
    expect((await year.hangzhou.call(contracts.approveYearlyReport, stale)).status).toBe(412);
    expect(problemOf((await asksForFreeze(year)).answer)).toEqual([409, 'approval-missing', 'hangzhou']);
  });

  it('is of one moment: what is entered while it is counted is not approved', async () => {
    const { version } = await draftOf(year);
    const closed = await blocked(house, 'yearly_section', 'ACCESS EXCLUSIVE');
    const asked = year.aksu.call(contracts.approveYearlyReport, { params: { year: 2026 }, version });
    await closed.isWaitedFor();
    await year.pairing();
    await closed.release();
    expect((await asked).status).toBe(200);
    const [approval] = (await draftOf(year)).approvals;
    expect(approval?.moved).toContainEqual(expect.objectContaining({ key: 'mentors', before: '3', after: '4' }));
  });

  it('is taken back, by its own side', async () => {
    await bothApprove(year);
    const back = await year.aksu.call(contracts.withdrawYearlyApproval, { params: { year: 2026 } });
    expect(back.body.approvals.map(({ side }) => side)).toEqual(['hangzhou']);
  });

  it('says which numerals moved since, and a freeze of those fails by name', async () => {
    await bothApprove(year);
    await year.pairing();
    const { approvals, hindrances } = await draftOf(year);
    expect(approvals[0]?.moved).toContainEqual(expect.objectContaining({ key: 'mentors', before: '3', after: '4' }));
    expect(hindrances[0]?.kind).toBe('figures-moved');
    const { issueId } = await asksForFreeze(year);
    const over = await freezeOver(year.hangzhou, issueId);
    expect(over).toMatchObject({ state: 'failed', failure: { kind: 'figures-moved' } });
    expect(await draftOf(year)).toMatchObject({ state: 'draft', issues: [] });
  });

  it('is of words and definitions as well: a statement or a definition that was changed since is told', async () => {
    await house.sql(
      `INSERT INTO statement (id, code, year, about, text_zh, source, evidence)
       VALUES (gen_random_uuid(), 'S26', 2026, 'result', '原来的话', '报纸', 'stated') ON CONFLICT (year, code)
       DO UPDATE SET text_zh = excluded.text_zh`,
    );
    await bothApprove(year);
    expect((await draftOf(year)).approvals[0]?.moved).toEqual([]);
    await house.sql(`UPDATE statement SET text_zh = '换过的话' WHERE year = 2026 AND code = 'S26'`);
    const params = { key: 'mentors' };
    const { indicator } = (await year.hangzhou.call(contracts.readIndicator, { params })).body;
    const { key: _key, version, isDerived: _derived, breakdowns: _by, ...body } = indicator;
    await year.hangzhou.call(contracts.saveIndicator, {
      params,
      version,
      body: { ...body, name: { ...body.name, zh: '师傅们' } },
    });
    const keys = (await draftOf(year)).approvals[0]?.moved.map(({ key }) => key);
    expect(keys).toEqual(['mentors', 'section:facts']);
    const { issueId } = await asksForFreeze(year);
    expect(await freezeOver(year.hangzhou, issueId)).toMatchObject({
      state: 'failed',
      failure: { kind: 'figures-moved' },
    });
    await house.sql(`DELETE FROM indicator WHERE key = 'mentors'; DELETE FROM statement WHERE year = 2026`);
  });

  it('that races with an edit never stands for words that were not read', async () => {
    const { version } = await draftOf(year);
    const call = { params: { year: 2026 }, version };
    const [approval, edited] = await Promise.all([
      year.aksu.call(contracts.approveYearlyReport, call),
      edit('overview', 1),
    ]);
    expect(edited.status).toBe(200);
    expect([200, 412]).toContain(approval.status);
    expect((await draftOf(year)).approvals).toEqual([]);
  });
});
