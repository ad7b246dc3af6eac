import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importDemoOnce } from '@qinglan/api-register';
import { listIndicatorRows, readFigures, readReportRow } from '@qinglan/contracts';
import { certaintyOf, isDerived, firstIndicators, marksOf, printNumeral } from '@qinglan/domain';
import { aHouse, type Client, draftOf, type House, opensYear, savesItem } from '../../support';

let house: House;
let administrator: Client;

beforeAll(async () => {
  house = await aHouse({ demo: true });
  await importDemoOnce(house.app, join(process.cwd(), 'apps/api/demo-register'));
  const [one] = await house.sql<{ id: string }>(`SELECT id FROM person WHERE code = 'HQ-ADM'`);
  administrator = await house.as(one ?? { id: '' });
});
afterAll(() => house.close());

const answers = async (year = 2015) =>
  (await administrator.call(readFigures, { params: { year }, query: { asOf: `${String(year)}-12-31` } })).body.answers;
const answerOf = async (key: string, year = 2015) => {
  const answer = (await answers(year)).find((one) => one.key === key);
  if (!answer) throw new Error(`no numeral ${key}`);
  return answer;
};
/** Every numeral of the year that is known by anything, with what stands beside it. */
const marked = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await answers()).map((answer) => [answer.key, marksOf(answer).join(' ')]));

/** By the words of the source: how the numeral prints, and the statement that says it. */
const stated: readonly (readonly [key: string, printed: string, by: string])[] = [
  ['cadres-returned', '14', 'S02'],
  ['donor-schools', '多所', 'S09'],
  ['training-enrolled', '49', 'S10'],
  ['remote-trainings', '不少', 'S12'],
  ['studios', '6', 'S13'],
  ['mentor-cohorts', '2', 'S14'],
  ['mentors', '34', 'S14'],
  ['mentees', '106', 'S15'],
  ['showcases', '12', 'S19'],
  ['medical-classes', '5', 'S20'],
  ['teacher-visits', '11', 'S21'],
  ['visiting-teachers', '75', 'S21'],
  ['doctor-visits', '4', 'S23'],
  ['visiting-doctors', '24', 'S23'],
  ['outbound-trainings', '多期', 'S24'],
];
/** Numbers that no quote says as such: their rows are stated. */
const byRows = [
  ...['remote-classrooms-first', 'remote-classrooms-further', 'stages-reached', 'studios-education', 'studios-medical'],
  ...['studios-honoured-province', 'studios-honoured-region', 'studio-honours', 'partnerships-stated', 'partnerships'],
  ...['partner-schools', 'visit-units', 'trainings', 'placements'],
];
const ofDemo = [
  ...['pairings', 'pairings-one-to-one', 'pairings-one-to-many', 'pairings-running', 'obligations'],
  'training-enrolled-people',
];

describe('the numerals of 2015', () => {
  it.each(stated)('%s prints %s as the source says it (%s)', async (key, printed, by) => {
    const answer = await answerOf(key);
    expect([printNumeral(answer, 'zh'), answer.statedBy, certaintyOf(answer)]).toEqual([printed, by, 'stated']);
  });

  it('bear no other mark than their rows give them, where no quote says them', async () => {
    const marks = await marked();
    const found = (mark: string) => Object.keys(marks).filter((key) => marks[key] === mark);
    expect(found('stated').toSorted()).toEqual([...stated.map(([key]) => key), ...byRows].toSorted());
    expect(found('demo').toSorted()).toEqual(ofDemo.toSorted());
    expect(found('inferred')).toEqual(['partnerships-inferred']);
    const reckoned = firstIndicators.filter(isDerived).map(({ key }) => key);
    expect(Object.keys(marks).filter((key) => marks[key]?.startsWith('derived'))).toEqual(
      expect.arrayContaining(reckoned),
    );
    expect(marks['inbound-visitors']).toBe('derived stated');
    expect(marks['mentees-per-mentor']).toBe('derived stated');
  });

  it('bear no mark where words of our own stand for what nobody knows', async () => {
    for (const key of ['training-attended', 'placement-people', 'inspection-delegations', 'lessons-held'])
      expect(certaintyOf(await answerOf(key))).toBe(null);
    const words = printNumeral(await answerOf('inspection-delegations'), 'zh');
    expect(words).toBe('未说明');
  });

  it('come into the draft of the template without anything inferred', async () => {
    await opensYear({ year: 2015, hangzhou: administrator, aksu: administrator });
    const { content } = await draftOf({ year: 2015, hangzhou: administrator, aksu: administrator });
    const figures = new Map(content.figures.map((figure) => [figure.key, figure]));
    expect(content.figures.filter(({ marks }) => marks.includes('inferred'))).toEqual([]);
    expect(content.sections.flatMap(({ facts }) => facts).filter(({ marks }) => marks.includes('inferred'))).toEqual(
      [],
    );
    expect(figures.get('partner-schools')).toMatchObject({ value: 1, marks: ['stated'] });
    expect(figures.get('visiting-teachers')).toMatchObject({ statedBy: 'S21', rowsMark: 'demo', marks: ['stated'] });
    const facts = new Map(content.sections.flatMap((section) => section.facts.map((fact) => [fact.id, fact])));
    for (const id of ['S02', 'S14', 'S15', 'S21', 'S22', 'S23', 'S25'])
      expect(facts.get(id)?.marks).toEqual(['stated']);
    expect(facts.get('D5')?.marks).toEqual(['derived', 'stated']);
  });
});

describe('the batches of 2015', () => {
  it('are stated, and how many came in each is of the demonstration', async () => {
    const query = { year: 2015, limit: 50 };
    for (const [key, batches] of [
      ['teacher-visits', 11],
      ['visiting-doctors', 4],
    ] as const) {
      const { items } = (await administrator.call(listIndicatorRows, { params: { key }, query })).body;
      expect(items.map(({ certainty }) => certainty)).toEqual(Array.from({ length: batches }, () => 'stated'));
      expect(items.map(({ fields }) => fields['numbersCertainty'])).toEqual(items.map(() => 'demo'));
      const params = { source: 'item' as const, id: items[0]?.id ?? '' };
      const { row } = (await administrator.call(readReportRow, { params })).body;
      expect([row.certainty, row.fields['numbersCertainty']]).toEqual(['stated', 'demo']);
    }
    expect((await answerOf('teacher-visits')).certainty).toMatchObject({ stated: 11, demo: 0 });
    expect((await answerOf('visiting-teachers')).certainty).toMatchObject({ stated: 0, demo: 11 });
    expect((await answerOf('training-enrolled')).certainty).toMatchObject({ stated: 1, demo: 0 });
  });

  it('can be narrowed to those of which the numbers are made up', async () => {
    const query = { year: 2015, by: 'numbersCertainty', value: 'stated', limit: 50 };
    const { items } = (await administrator.call(listIndicatorRows, { params: { key: 'trainings' }, query })).body;
    expect(items).toHaveLength(1);
  });
});

/** Changes one thing: which numerals bear another mark for it, and the statement that now says otherwise. */
const changes: readonly (readonly [
  sql: string,
  marks: Readonly<Record<string, string>>,
  against: readonly string[],
])[] = [
  [
    `UPDATE programme_item SET people = people - 1 WHERE code = 'P-VT-01'`,
    { 'visiting-teachers': 'demo', 'inbound-visitors': 'derived demo' },
    ['S21'],
  ],
  [
    `UPDATE pairing SET state = 'lapsed' WHERE mentee_id = (SELECT id FROM person WHERE code = 'T001') AND from_day < '2016-01-01'`,
    { mentors: 'demo', mentees: 'demo', 'mentees-per-mentor': 'derived demo' },
    ['S14', 'S15'],
  ],
  // Its rows are stated themselves: the mark stays, and that the source says otherwise is told.
  [`UPDATE programme_item SET state = 'cancelled', reason = '-' WHERE code = 'P-SHOW-12'`, {}, ['S19']],
  [`UPDATE statement SET quote = '杭州的干部陆续回到了杭州' WHERE code = 'S02' AND year = 2015`, {}, []],
  [`UPDATE statement SET evidence = 'inferred' WHERE code = 'S23' AND year = 2015`, { 'visiting-doctors': 'demo' }, []],
  [`UPDATE statement SET quote = '名校贡献师资力量' WHERE code = 'S09' AND year = 2015`, { 'donor-schools': '' }, []],
];

describe('one row changes', () => {
  // One house for all of them: each change is measured against what was there just before it.
  it.each(changes)('%s: exactly what stands on it loses its mark', async (sql, marks, against) => {
    const [before, was] = [await marked(), await answers()];
    await house.sql(sql);
    const after = await marked();
    const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
    expect(Object.fromEntries(changed.map((key) => [key, after[key]]))).toEqual(marks);
    const known = new Set(was.map(({ differsFrom }) => differsFrom));
    const now = [...new Set((await answers()).map(({ differsFrom }) => differsFrom))];
    expect(now.filter((code) => code !== null && !known.has(code)).toSorted()).toEqual([...against]);
  });
});

describe('an item whose numbers are less sure than it is', () => {
  it('counts as what it is in rows, and as what they are in sums', async () => {
    const given = { category: 'teaching-visit', year: 2024, begins: '2024-05', ends: null, state: 'held' } as const;
    await savesItem(administrator, { ...given, people: 8, certainty: 'recorded', numbersCertainty: 'inferred' });
    const found = await answers(2024);
    const of = (key: string) => found.find((one) => one.key === key)?.certainty;
    expect(of('teacher-visits')).toMatchObject({ recorded: 1, inferred: 0 });
    expect(of('visiting-teachers')).toMatchObject({ recorded: 0, inferred: 1 });
  });
});
