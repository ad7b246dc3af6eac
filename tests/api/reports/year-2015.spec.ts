import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importDemoOnce } from '@qinglan/api-register';
import { listIndicators, readFigures, type ReplyOf } from '@qinglan/contracts';
import {
  certaintyOf,
  factRows,
  plainText,
  printNumeral,
  renderParagraph,
  renderText,
  type ReportFacts,
  yearParagraph,
} from '@qinglan/domain';
import { aHouse, type Client, type House } from '../../support';

const paragraph =
  '2015 年：远程互动教室首建于阿克苏市高级中学，并在阿四中、六中、二校援建；小初高三个学段全覆盖。' +
  '建立青蓝工作室 6 个；两期 34 名援疆人才与当地 106 名干部人才结成一对一、一对多师徒关系。' +
  '举办杭派教育展示活动 12 期、医疗业务培训班 5 期；11 批次 75 位名师来阿送教或开展学术交流，4 批次 24 名专家来阿送医。' +
  '11 月高中英语教师课堂教学能力提升培训，49 名报名。';

/** Every fact of the year as the report prints it: its number, and what must stand in its place where there is none. */
const stated: readonly (readonly [id: string, printed: string])[] = [
  ['S01', '第八批杭州援疆干部 2015 年度'],
  ['S02', '14 名'],
  ['S03', '1 个，在阿克苏市高级中学'],
  ['S04', '3 个：阿四中、六中、二校'],
  ['S05', '远程教学辅导、远程专题师训、课堂教学诊断、精品课程点播等；另有同步学习'],
  ['S06', '采荷实验、文三街小学等，与哪所阿克苏学校结对未说明'],
  ['S07', '3/3 个学段全覆盖'],
  ['S08', '1 对：阿克苏市高级中学 ↔ 杭州市源清中学'],
  ['S09', '多所'],
  ['S10', '11 月，报名 49 名，到课 未统计，结业 未统计'],
  ['S11', '高中英语教师课堂教学能力提升培训'],
  ['S12', '不少'],
  ['S13', '6 个：小学语文、高中数学、外科、妇产科、小学数学、心血管科'],
  ['S14', '两期 34 名'],
  ['S15', '106 名'],
  ['S16', '2 个'],
  ['S17', '2 个'],
  ['S18', '外科工作室成功实施多例腹腔镜手术，填补市外科手术史上的空白'],
  ['S19', '12 期'],
  ['S20', '5 期'],
  ['S21', '11 批次 75 位'],
  [
    'S22',
    '10 个：滨江区教育团、杭十中、十四中、杭二中、杭四中、文三街小学、下城区教育团、西湖小学、余杭区教育团、杭州市源清中学',
  ],
  ['S23', '4 批次 24 名'],
  ['S24', '多期'],
  ['S25', '源清中学、红会医院等派出考察团、支教团，可能与送教、送医重叠'],
  ['S26', '一支“带不走的人才队伍”已逐渐在阿克苏成长起来'],
  ['S27', '2016 年是第八批杭州援疆的三年收官之年，没有目标数'],
  ['D1', '1 + 3 = 4 个'],
  ['D2', '3 + 3 = 6 个'],
  ['D3', '106/34 = 3.12'],
  ['D4', '12 + 5 = 17 期'],
  ['D5', '15 批次，99 人'],
  ['D6', '4 所'],
  ['D7', '8 所：采荷实验、杭十中、十四中、杭二中、杭四中、文三街小学、西湖小学、杭州市源清中学'],
];

type Figures = ReplyOf<typeof readFigures>;

const factsOf = ({ year, answers, lists, statements }: Figures): ReportFacts => ({
  year,
  answers: new Map(answers.map((answer) => [answer.key, answer])),
  lists: new Map(lists.map((list) => [list.key, list])),
  statements: new Map(statements.map((statement) => [statement.code, statement])),
});

let house: House;
let administrator: Client;
const folder = join(process.cwd(), 'apps/api/demo-register');

const figures = async (year = 2015, asOf = `${year}-12-31`): Promise<Figures> =>
  (await administrator.call(readFigures, { params: { year }, query: { asOf } })).body;
/** Every numeral by its key, as it is printed. */
const printed = async (year = 2015): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await figures(year)).answers.map((answer) => [answer.key, printNumeral(answer, 'zh')]));

beforeAll(async () => {
  house = await aHouse({ demo: true });
  await importDemoOnce(house.app, folder);
  const [one] = await house.sql<{ id: string }>(`SELECT id FROM person WHERE code = 'HQ-ADM'`);
  administrator = await house.as(one ?? { id: '' });
});
afterAll(() => house.close());

describe('the year 2015 from the imported register', () => {
  it('has a row for every fact of the source and every derived one, in their order', () => {
    expect(factRows.map(({ id }) => id)).toEqual(stated.map(([id]) => id));
  });

  it.each(stated)('prints %s', async (id, text) => {
    const facts = factsOf(await figures());
    const row = factRows.find((one) => one.id === id);
    expect(row && plainText(renderText(row.text, facts, 'zh'))).toBe(text);
  });

  it('keeps every stated fact with its words as they stand in the source', async () => {
    const { statements } = await figures();
    expect(statements.map(({ code }) => code)).toEqual(stated.map(([id]) => id).filter((id) => id.startsWith('S')));
    for (const { quote } of statements) expect(quote).not.toBe(null);
  });

  it('prints the paragraph word for word', async () => {
    expect(plainText(renderParagraph(yearParagraph, factsOf(await figures()), 'zh'))).toBe(paragraph);
  });

  it('prints it in English and in Uyghur from the same numbers', async () => {
    const facts = factsOf(await figures());
    for (const language of ['en', 'ug'] as const) {
      const pieces = renderParagraph(yearParagraph, facts, language);
      const numbers = pieces.filter(({ kind }) => kind === 'numeral').map(({ text }) => text);
      expect(numbers).toEqual(expect.arrayContaining(['6', '34', '106', '12', '5', '11', '75', '4', '24', '49']));
    }
  });

  it('does not know how many of the 49 came or completed', async () => {
    const { answers } = await figures();
    for (const key of ['training-attended', 'training-completed']) {
      const answer = answers.find((one) => one.key === key);
      expect(answer).toMatchObject({ value: null, rows: 1, unknownRows: 1 });
      expect(answer && printNumeral(answer, 'zh')).toBe('未统计');
    }
  });

  it('tells stated, demo and derived apart', async () => {
    const { answers } = await figures();
    const label = (key: string) => {
      const answer = answers.find((one) => one.key === key);
      return answer && certaintyOf(answer);
    };
    expect(['showcases', 'studios', 'partnerships-inferred', 'pairings'].map(label)).toEqual([
      'stated',
      'stated',
      'inferred',
      'demo',
    ]);
    const derived = ['remote-classrooms', 'mentees-per-mentor', 'inbound-visitors', 'classroom-schools'];
    expect(derived.map(label)).toEqual(derived.map(() => 'derived'));
  });

  it('knows nothing of lessons of a year before it was in use, and says so rather than none', async () => {
    const numbers = await printed();
    expect(numbers['lessons-held']).toBe('未统计');
    expect(numbers['completions']).toBe('未统计');
    expect((await printed(2026))['lessons-held']).toBe('0');
  });

  it('does not see what is of 2026', async () => {
    const { answers } = await figures(2026);
    const pairings = answers.find(({ key }) => key === 'pairings');
    expect(pairings?.rows).toBe(12);
    expect((await figures(2026, '2026-08-31')).answers.find(({ key }) => key === 'pairings')?.rows).toBe(0);
    expect((await printed())['pairings']).toBe('106');
  });

  it('has definitions in words for every number', async () => {
    const { items } = (await administrator.call(listIndicators)).body;
    expect(items.length).toBe((await figures()).answers.length);
    for (const { definition } of items) expect(definition.zh.length > 5 && definition.en.length > 5).toBe(true);
  });
});

/** Changes one thing, and names the numerals that must change with it, and no other. */
const changes: readonly (readonly [what: string, sql: string, keys: readonly string[]])[] = [
  [
    'a showcase is struck out',
    `UPDATE programme_item SET state = 'cancelled', reason = '-' WHERE code = 'P-SHOW-12'`,
    ['showcases', 'programme-events'],
  ],
  [
    'a batch of teachers was one larger',
    `UPDATE programme_item SET people = people + 1 WHERE code = 'P-VT-01'`,
    ['visiting-teachers', 'inbound-visitors'],
  ],
  [
    'the number of a batch of doctors is not known',
    `UPDATE programme_item SET people = NULL WHERE code = 'P-VM-04'`,
    ['visiting-doctors', 'inbound-visitors'],
  ],
  [
    'a classroom turns out to be one that presents',
    `UPDATE classroom SET endpoint = 'presenting' WHERE code = 'AK-P2-R1'`,
    ['remote-classrooms-further', 'remote-classrooms', 'classroom-schools', 'stages-reached'],
  ],
  [
    'a pairing 1:1 never began',
    `UPDATE pairing SET state = 'lapsed' WHERE mentee_id = (SELECT id FROM person WHERE code = 'T001') AND from_day < '2016-01-01'`,
    ['mentors', 'mentees', 'pairings', 'pairings-one-to-one', 'pairings-running', 'mentees-per-mentor'],
  ],
  ['fewer cadres returned', `UPDATE statement SET number = 13 WHERE code = 'S02'`, ['cadres-returned']],
  [
    'attendance was kept after all',
    `UPDATE programme_item SET attended = 45 WHERE code = 'P-EN-2015-11'`,
    ['training-attended'],
  ],
  [
    'an honour was of the year before',
    `UPDATE studio_honour SET year = 2014 WHERE level = '省' AND studio_id = (SELECT id FROM studio WHERE code = 'QL-YWX')`,
    ['studio-honours', 'studios-honoured-province'],
  ],
];

describe('one row changes', () => {
  // One house for all of them: each change is measured against what was there just before it.
  it.each(changes)('%s: exactly what stands on it changes', async (_what, sql, keys) => {
    const before = await printed();
    await house.sql(sql);
    const after = await printed();
    const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
    expect(changed.toSorted()).toEqual([...keys].toSorted());
  });
});

describe('the sheet 事实', () => {
  it('quotes the source word for word, and nothing outside the programme', () => {
    const text = readFileSync(join(folder, '事实.csv'), 'utf8');
    expect(text).toContain('杭州14名第八批援疆干部陆续回到了杭州');
    expect(text).toContain('两期34名援疆人才');
    expect(text.split('\r\n').filter((line) => /^2015,S\d\d,/.test(line))).toHaveLength(27);
  });
});
