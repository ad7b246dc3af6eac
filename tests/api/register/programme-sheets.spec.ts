import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolPerson, listEnrolments, listItems, readItem } from '@qinglan/contracts';
import type { ItemId } from '@qinglan/domain';
import { parse } from 'csv-parse/sync';
import { arrangesSitting, aSittingBody, type Client, type House, savesItem } from '../../support';
import { aHouseWithAdministrator, csv, demoFiles, demoRows, type Handed, handOver } from './hand-over';

const everyItem = `SELECT * FROM programme_item ORDER BY code`;
const everyEnrolment = `SELECT * FROM enrolment ORDER BY item_id, person_id`;

describe('the sheets 项目 and 报名', () => {
  let house: House;
  let administrator: Client;

  beforeAll(async () => {
    ({ house, administrator } = await aHouseWithAdministrator());
    await handOver(administrator, demoFiles());
  });
  afterAll(() => house.close());

  const exported = async (query: string, name: string): Promise<Handed> => {
    const response = await administrator.raw(`/api/programme/export?${query}`);
    expect(response.status).toBe(200);
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const itemOf = async (code: string) => {
    const { body } = await administrator.call(listItems, { query: { q: code } });
    return body.items[0]?.id ?? ('' as ItemId);
  };

  it('read categories, numbers and how sure a row is from the words of the office', async () => {
    const rows = await house.sql(
      `SELECT category, count(*)::int AS items, max(ordinal) AS highest FROM programme_item
       GROUP BY category, category_place ORDER BY category_place`,
    );
    expect(rows).toEqual([
      { category: 'showcase', items: 12, highest: 12 },
      { category: 'medical-class', items: 5, highest: 5 },
      { category: 'teaching-visit', items: 11, highest: 11 },
      { category: 'medical-visit', items: 4, highest: 4 },
      { category: 'training', items: 1, highest: null },
      { category: 'placement', items: 2, highest: null },
    ]);
  });

  it('leave unknown what no file says: a later file without the newer columns wipes nothing', async () => {
    const item = await itemOf('P-EN-2015-11');
    await house.sql(`UPDATE programme_item SET purpose = '提升教学能力', capacity = 60 WHERE id = $1`, [item]);
    const again = await handOver(administrator, [csv('项目', demoRows('项目'))]);
    expect(again.report.sheets).toMatchObject([{ created: 0, changed: 0 }]);
    const { body } = await administrator.call(readItem, { params: { itemId: item } });
    expect(body).toMatchObject({ purpose: '提升教学能力', capacity: 60, begins: '2015-11', ordinal: null });
  });

  it('say how sure the numbers of an item are beside the item: batches are stated, how many came is not', async () => {
    const sure = () =>
      house.sql<{ certainty: string; numbers: string | null; items: number }>(
        `SELECT certainty, numbers_certainty AS numbers, count(*)::int AS items FROM programme_item
         WHERE code LIKE 'P-%' GROUP BY 1, 2 ORDER BY 2`,
      );
    const known = [
      { certainty: 'stated', numbers: 'demo', items: 15 },
      { certainty: 'stated', numbers: null, items: 20 },
    ];
    expect(await sure()).toEqual(known);
    const rows = demoRows('项目');
    const at = (rows[0] ?? []).indexOf('人数佐证');
    const older = rows.map((row) => row.filter((_cell, nth) => nth !== at));
    expect((await handOver(administrator, [csv('项目', older)])).report.sheets).toMatchObject([{ changed: 0 }]);
    expect(await sure()).toEqual(known);
    const odd = rows.map((row, nth) => row.map((cell, column) => (nth === 1 && column === at ? '听说' : cell)));
    const { report } = await handOver(administrator, [csv('项目', odd)]);
    expect(report.faults.map(({ row, column }) => [row, column])).toEqual([[2, '人数佐证']]);
  });

  it('bring the source with what is stated', async () => {
    expect(await house.sql(`SELECT DISTINCT source FROM programme_item WHERE code LIKE 'P-%'`)).toEqual([
      { source: '2016年初的报纸报道' },
    ]);
  });

  it.each(['csv', 'xlsx'])('come back from the export (%s) as they were, empty cells unknown', async (format) => {
    await savesItem(administrator, {
      ...{ code: `ODD-${format}`, category: 'other', categoryWords: '校长论坛', ordinal: 1, people: 0, year: 2026 },
      ...{
        title: '=1+1，"引号"',
        certainty: 'stated',
        certaintyRemark: '“等”',
        numbersCertainty: 'inferred',
        note: '备注',
        source: '报纸',
        begins: '2026-11',
        ends: null,
      },
      ...(format === 'xlsx' ? { ordinal: 2 } : {}),
    });
    const before = { items: await house.sql(everyItem), enrolments: await house.sql(everyEnrolment) };
    const file = await exported(`format=${format}`, `项目.${format}`);
    const { report } = await handOver(administrator, [file]);
    expect(report).toMatchObject({ applied: true, faultCount: 0 });
    expect(report.sheets.map(({ sheet, created, changed }) => [sheet, created, changed])).toEqual(
      format === 'csv'
        ? [['项目', 0, 0]]
        : [
            ['项目', 0, 0],
            ['报名', 0, 0],
          ],
    );
    expect({ items: await house.sql(everyItem), enrolments: await house.sql(everyEnrolment) }).toEqual(before);
  });

  it('export no live formula, and who enrolled to administrators alone', async () => {
    const { bytes } = await exported('format=csv&year=2026', '项目.csv');
    const rows = parse(bytes as Buffer, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row['项目代码'] === 'ODD-csv')).toMatchObject({
      ...{ 名称: `'=1+1，"引号"`, 人数: '0', 报名人数: '', 到课人数: '', 佐证: '原文“等”', 开始: '2026-11' },
      人数佐证: '推断',
    });
    const [somebody] = await house.sql<{ id: string }>(`SELECT id FROM person WHERE 'teacher' = ANY (roles) LIMIT 1`);
    const teacher = await house.as(somebody ?? { id: '' });
    const book = await (await teacher.raw('/api/programme/export?format=xlsx')).arrayBuffer();
    const administrators = await (await administrator.raw('/api/programme/export?format=xlsx')).arrayBuffer();
    expect(book.byteLength).toBeLessThan(administrators.byteLength);
  });

  it('fault days that run backwards, a number given twice, and a number that is taken', async () => {
    const [headings = []] = demoRows('项目');
    const row = (code: string, more: Readonly<Record<string, string>>) =>
      [...headings, '期次'].map(
        (heading) =>
          ({ 项目代码: code, 类别: '送教', 名称: '某批', 年度: '2015', 佐证: '原文', ...more })[heading] ?? '',
      );
    const bad = csv('项目', [
      [...headings, '期次'],
      row('BAD-1', { 开始: '2015-11', 结束: '2015-10' }),
      row('BAD-2', { 期次: '第11批' }),
      row('BAD-3', { 期次: '40' }),
      row('BAD-4', { 期次: '40' }),
    ]);
    const { status, report } = await handOver(administrator, [bad]);
    expect(status).toBe(200);
    expect(report.applied).toBe(false);
    expect(report.faults.map(({ row: line, column }) => [line, column])).toEqual([
      [2, '结束'],
      [3, '期次'],
      [4, '期次'],
      [5, '期次'],
    ]);
  });

  it('bring a waiting list, behind which others queue', async () => {
    const item = await savesItem(administrator, { code: 'QUEUE-1', capacity: 1, isOpen: true });
    const people = await house.sql<{ id: string; code: string }>(`SELECT id, code FROM person ORDER BY code LIMIT 2`);
    const rows = people.map(({ code }, nth) => ['QUEUE-1', code, nth === 0 ? '已报名' : '候补', '', '']);
    const { report } = await handOver(administrator, [
      csv('报名', [['项目代码', '工号', '状态', '到课', '结业'], ...rows]),
    ]);
    expect(report).toMatchObject({ applied: true });
    const { body } = await administrator.call(readItem, { params: { itemId: item.body.id } });
    expect(body).toMatchObject({ waiting: 1, rows: { enrolled: { sure: 1 } } });
    const params = { itemId: item.body.id, personId: administrator.personId as never };
    expect((await administrator.call(enrolPerson, { params })).body.state).toBe('waiting');
  });

  const enrolmentsOf = async (itemId: ItemId) => {
    const { body } = await administrator.call(listEnrolments, { params: { itemId }, query: { limit: 200 } });
    return body.items.map(({ person, state }) => `${person.code} ${state}`).sort();
  };
  const brings = async (code: string, states: readonly string[]) => {
    const people = await house.sql<{ code: string }>(`SELECT code FROM person ORDER BY code LIMIT 3`);
    const rows = states.map((state, nth) => [code, people[nth]?.code ?? '', state, '', '']);
    const file = csv('报名', [['项目代码', '工号', '状态', '到课', '结业'], ...rows]);
    expect((await handOver(administrator, [file])).report).toMatchObject({ applied: true });
    return people.map((one) => one.code);
  };
  const changes = async (code: string, more: Readonly<Record<string, string>>) => {
    const [headings = []] = demoRows('项目');
    const said = {
      项目代码: code,
      类别: '教师培训',
      名称: '某期',
      年度: '2026',
      开始: '2026-11',
      佐证: '原文',
      ...more,
    };
    const head = [...headings, ...Object.keys(more)];
    const row = head.map((heading) => new Map(Object.entries(said)).get(heading) ?? '');
    expect((await handOver(administrator, [csv('项目', [head, row])])).report).toMatchObject({ applied: true });
  };

  it('let who waits move up when a sheet takes somebody off the list, and hold who is on it', async () => {
    const { body: item } = await savesItem(administrator, { code: 'QUEUE-2', capacity: 1 });
    await arrangesSitting(administrator, aSittingBody(item.id));
    const [first, second, third] = await brings('QUEUE-2', ['已报名', '候补', '候补']);
    expect(await enrolmentsOf(item.id)).toEqual([`${first} enrolled`, `${second} waiting`, `${third} waiting`]);
    const held = () =>
      house.sql<{ code: string }>(
        `SELECT p.code FROM hold h JOIN sitting t ON t.id = h.sitting_id JOIN person p ON p.id = h.party_id
         WHERE t.item_id = $1 AND h.released_at IS NULL`,
        [item.id],
      );
    expect(await held()).toEqual([{ code: first }]);
    await brings('QUEUE-2', ['已退出']);
    expect(await enrolmentsOf(item.id)).toEqual([`${first} withdrawn`, `${second} enrolled`, `${third} waiting`]);
    expect(await held()).toEqual([{ code: second }]);
    await changes('QUEUE-2', { 名额: '2' });
    expect(await enrolmentsOf(item.id)).toEqual([`${first} withdrawn`, `${second} enrolled`, `${third} enrolled`]);
  });

  it('take the news of a free place back with the place, also where nobody else waits', async () => {
    const { body: item } = await savesItem(administrator, { code: 'QUEUE-3', capacity: 1 });
    const told = () =>
      house.sql<{ n: number }>('SELECT count(moved_up_at)::int AS n FROM enrolment WHERE item_id = $1', [item.id]);
    await brings('QUEUE-3', ['已报名', '候补']);
    await brings('QUEUE-3', ['已退出', '候补']);
    expect(await told()).toEqual([{ n: 1 }]);
    await brings('QUEUE-3', ['已退出', '已退出']);
    expect(await told()).toEqual([{ n: 0 }]);
  });

  it('call sittings off with their item', async () => {
    const { body: item } = await savesItem(administrator, { code: 'OFF-1', isOpen: true });
    await arrangesSitting(administrator, aSittingBody(item.id));
    await changes('OFF-1', { 状态: '已取消' });
    const { body } = await administrator.call(readItem, { params: { itemId: item.id } });
    expect(body).toMatchObject({ state: 'cancelled', isOpen: false, sittings: [{ state: 'cancelled' }] });
    const [live] = await house.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM hold h JOIN sitting t ON t.id = h.sitting_id
       WHERE t.item_id = $1 AND h.released_at IS NULL`,
      [item.id],
    );
    expect(live?.n).toBe(0);
  });
});
