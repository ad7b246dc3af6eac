import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import { sources, type YearlyDocument, yearlyText } from '@qinglan/domain';
import { anIssue, aHouse, aYear, type House, opensYear, type YearMade } from '../../support';

let house: House;
let year: YearMade;
let issue: contracts.YearlyIssueView;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
  year = await aYear(house);
  await opensYear(year);
  issue = await anIssue(year);
});
afterAll(() => house.close());

const rows = async (key = 'pairings') =>
  (await year.hangzhou.call(contracts.listYearlyIssueRows, { params: { issueId: issue.id, key } })).body;
const csv = async (language: string) =>
  (await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/figures/pairings/rows.csv?language=${language}`)).text();
const wordOf = ({ columns, items }: Awaited<ReturnType<typeof rows>>, field: string) =>
  columns.find((column) => column.field === field)?.choices?.[String(items[0]?.fields[field])]?.zh;
const canonical = async () =>
  JSON.parse(await (await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/canonical.json`)).text()) as YearlyDocument;

/** Writes the issue anew, as only somebody past every lock could. */
async function rewritten(document: YearlyDocument) {
  const text = yearlyText(document);
  await house.sql('ALTER TABLE yearly_issue DISABLE TRIGGER USER');
  await house.sql('UPDATE yearly_issue SET canonical = $2, hash = $3 WHERE id = $1', [
    ...[issue.id, text, createHash('sha256').update(text, 'utf8').digest('hex')],
  ]);
  await house.sql('ALTER TABLE yearly_issue ENABLE TRIGGER USER');
}

describe('rows of a frozen report', () => {
  it('are read in the words that were frozen with them, which the hash holds', async () => {
    const found = await rows();
    expect([wordOf(found, 'state'), wordOf(found, 'form')]).toEqual(['进行中', '一对一']);
    expect((await canonical()).sources?.['pairing']?.name.zh).toBe('师徒结对');
    const things = await year.hangzhou.call(contracts.listYearlyIssueThingRows, {
      params: { issueId: issue.id, key: 'mentors', place: '1' },
    });
    expect(things.body.columns).toEqual(found.columns);
    expect((await rows('lessons-verified')).columns).toEqual([]);
  });

  it('are written as words in a file, in the language that is asked for', async () => {
    const [head, first] = (await csv('zh')).replace('\uFEFF', '').split('\r\n');
    expect(head?.startsWith('编号 Id,师徒结对,起始日,结束日,确定程度,状态,已开始,形式')).toBe(true);
    expect(first).toContain(',2026-08-01,2027-07-31,示例,进行中,是,一对一,');
    const [englishHead, english] = (await csv('en')).replace('\uFEFF', '').split('\r\n');
    expect(englishHead?.startsWith('编号 Id,Mentor pairings,From,To,Certainty,State')).toBe(true);
    expect(english).toContain(',Active,yes,1:1,');
  });

  it('keep them whatever the words become, and those of before words were kept are read in today’s', async () => {
    const document = await canonical();
    const before = [await rows(), await csv('zh')];
    const choices = (sources.pairing.dimensions['state']?.choices ?? {}) as Record<string, { zh: string }>;
    const active = choices['active'];
    choices['active'] = { ...active, zh: '改了的说法' };
    try {
      expect([await rows(), await csv('zh')]).toEqual(before);
      const { sources: _words, ...old } = document;
      await rewritten(old);
      expect(wordOf(await rows(), 'state')).toBe('改了的说法');
      // A file of theirs stays what it was, byte for byte.
      const [head, first] = (await csv('en')).replace('\uFEFF', '').split('\r\n');
      expect(head?.startsWith('编号 Id,类别 Kind,依据 Basis,事项 What,起 From,止 To,')).toBe(true);
      expect(first).toMatch(/,pairing,demo,/);
      expect(first).toContain('one-to-one');
      expect(
        (await year.hangzhou.call(contracts.checkYearlyIssue, { params: { issueId: issue.id } })).body.isSound,
      ).toBe(true);
    } finally {
      if (active) choices['active'] = active;
      await rewritten(document);
    }
  });
});
