import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importDemoOnce } from '@qinglan/api-register';
import { downloadYearlyText, type YearlyIssueView } from '@qinglan/contracts';
import { anIssue, aHouse, type House, opensYear, type YearOfReport } from '../../support';

const paragraph =
  '2015 年：远程互动教室首建于阿克苏市高级中学，并在阿四中、六中、二校援建；小初高三个学段全覆盖。' +
  '建立青蓝工作室 6 个；两期 34 名援疆人才与当地 106 名干部人才结成一对一、一对多师徒关系。' +
  '举办杭派教育展示活动 12 期、医疗业务培训班 5 期；11 批次 75 位名师来阿送教或开展学术交流，4 批次 24 名专家来阿送医。' +
  '11 月高中英语教师课堂教学能力提升培训，49 名报名。';

let house: House;
let year: YearOfReport;
let issue: YearlyIssueView;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
  await importDemoOnce(house.app, join(process.cwd(), 'apps/api/demo-register'));
  const idOf = async (code: string) =>
    (await house.sql<{ id: string }>('SELECT id FROM person WHERE code = $1', [code]))[0];
  const by = async (code: string) => house.as((await idOf(code)) ?? { id: '' });
  year = { year: 2015, hangzhou: await by('HQ-ADM'), aksu: await by('AK-ADM') };
  await opensYear(year);
  issue = await anIssue(year);
});
afterAll(() => house.close());

const said = (code: string) =>
  issue.content.sections
    .find((section) => section.code === code)
    ?.text.zh.map(({ text }) => text)
    .join('');

describe('the frozen report of 2015', () => {
  it('says the paragraph word for word, in the issue and on paper', async () => {
    expect(said('overview')).toBe(paragraph);
    const page = await (await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/print`)).text();
    const plain = page.replaceAll(/<sup class="mark">[^<]*<\/sup>/g, '').replaceAll(/<[^>]+>/g, '');
    expect(plain).toContain(paragraph);
  });

  it('tells every fact with its quote, and is remembered by its outcome', () => {
    const facts = issue.content.sections.find(({ code }) => code === 'facts')?.facts ?? [];
    expect(facts.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 27 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`),
      ...Array.from({ length: 7 }, (_, at) => `D${String(at + 1)}`),
    ]);
    expect(facts.find(({ id }) => id === 'S19')?.quote).toContain('12期杭派教育展示活动');
    expect(facts.filter(({ id }) => id.startsWith('D')).every(({ marks }) => marks.includes('derived'))).toBe(true);
    expect(issue.content.headline.zh).toContain('带不走的人才队伍');
  });

  it('opens each numeral down to as many rows as it counts', async () => {
    const text = await year.hangzhou.knock(downloadYearlyText, { params: { issueId: issue.id } });
    const { rows } = JSON.parse(text.text) as { rows: { key: string; count: number }[] };
    const counted = issue.content.figures.filter(({ from }) => from.length === 0);
    expect(counted.map(({ key, rows: count }) => [key, count])).toEqual(
      counted.map(({ key }) => [key, rows.find((one) => one.key === key)?.count]),
    );
  });

  it('tells of each group of a chart how sure it is and which rows it counts, and of each chart as a whole', async () => {
    const charts = issue.content.sections.flatMap(({ charts: all }) => all);
    const shown = charts.flatMap(({ groups }) => groups).filter(({ isHidden }) => !isHidden);
    expect(shown.filter(({ marks = [], key }) => marks.length === 0 || key === undefined)).toEqual([]);
    const mentees = charts.find(({ key }) => key === 'pairings-by-studio');
    expect(mentees?.groups.map(({ label, marks }) => [label.zh, marks])).toContainEqual(['外科', ['demo']]);
    expect(mentees?.said?.zh.filter(({ kind }) => kind === 'most')).toEqual([{ kind: 'most', text: '22' }]);
    const page = await (await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/print`)).text();
    expect(page).toMatch(/徒弟最多的是[^<]+，22 名。<\/bdi> <span class="mark">示例<\/span>/);
    const csv = await (await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/files/charts.csv`)).text();
    expect(csv).toContain('各工作室的徒弟,外科,外科,17,示例,,');
  });

  it('shows no group of fewer than five people', () => {
    const ofPeople = issue.content.sections
      .flatMap(({ charts }) => charts)
      .filter(({ indicator }) => indicator === 'mentees');
    expect(ofPeople.flatMap(({ groups }) => groups).length).toBeGreaterThan(0);
    const shown = ofPeople.flatMap(({ groups }) => groups).filter(({ isHidden }) => !isHidden);
    expect(shown.every(({ value }) => (value ?? 0) >= 5)).toBe(true);
  });
});
