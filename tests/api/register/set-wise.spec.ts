import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type House, transactionsDuring } from '../../support';
import { aHouseWithAdministrator, countsOf, csv, demoFiles, demoRows, handOver } from './hand-over';

type Row = Readonly<Record<string, string>>;

interface Size {
  /** How many rows, of which each is another entry. */
  readonly rows: number;
  /** Whether the second file comes, which says something else of every entry. */
  readonly isAgain: boolean;
}

const sizes = [10, 200] as const;

/** Rows of one sheet, each of another entry. */
const sheets: Readonly<Record<string, (code: string, nth: number, isAgain: boolean) => Row>> = {
  作息: (code, _, again) => ({
    ...{ 作息代码: code, 季节: '全年', '生效起(月-日)': '01-01', '生效止(月-日)': '12-31', 节次: '1' },
    ...{ '开始(北京时间)': '08:30', '结束(北京时间)': again ? '09:15' : '09:10', 类型: '上课' },
  }),
  单位: (code, _, again) => ({
    ...{ 单位代码: code, 名称: `学校${code}${again ? '改' : ''}`, 简称: code, 类别: '学校', 学段: '高中' },
    ...{ 所属地: '阿克苏', 作息代码: code, 佐证: '示例' },
  }),
  学期: (code, _, again) => ({
    ...{ 学期代码: code, 名称: code, 所属地: '阿克苏', 第一周周一: '2030-09-02', 教学周数: again ? '19' : '20' },
  }),
  校历: (code, _, again) => ({
    ...{ 范围: code, 日期: '2030-10-08', 类型: '放假', 按周几课表: '', 状态: '已确认', 说明: again ? '改' : '' },
  }),
  教室: (code, _, again) => ({
    ...{ 教室代码: code, 单位代码: code, 名称: `教室${again ? '改' : ''}`, 端点: '听讲', 座位数: '50', 佐证: '示例' },
  }),
  班级: (code, _, again) => ({ 班级代码: code, 单位代码: code, 名称: code, 年级: '高一', 人数: again ? '41' : '40' }),
  学校结对: (code, _, again) => ({
    ...{ 支援校代码: 'HZ-YQ', 受援校代码: code, 起始日期: again ? '2015-04-01' : '2015-03-01', 佐证: '示例' },
  }),
  人员: (code, _, again) => ({
    ...{ 工号: code, 姓名: `${code}${again ? '改' : ''}`, 单位代码: code, 角色: again ? '学员、教师' : '学员' },
    ...{ 学科: '数学', 批次: '', 佐证: '示例' },
  }),
  工作室: (code, _, again) => ({
    ...{
      工作室代码: code,
      学科: again ? '物理' : '数学',
      领域: '教育',
      所在单位代码: code,
      主持人工号: 'M01',
      佐证: '示例',
    },
  }),
  荣誉: (code, _, again) => ({
    工作室代码: code,
    荣誉: '十佳',
    级别: again ? '国家' : '省',
    年度: '2015',
    佐证: '示例',
  }),
  师徒结对: (code, _, again) => ({
    ...{ 导师工号: 'M01', 学员工号: code, 工作室代码: code, 起始日期: '2026-09-01', 结束日期: '2027-07-01' },
    ...{ 约定: again ? '每学期互听课不少于8节' : '每学期互听课不少于7节' },
  }),
  事实: (code, _, again) => ({
    ...{
      年度: '2015',
      代码: code,
      事项: '人员',
      内容: '某事',
      英文: '',
      维吾尔文: '',
      数值: again ? '2' : '',
      量词: '名',
    },
    ...{ 原文: '', 来源: '报纸', 涉及单位: '', 佐证: '原文' },
  }),
  项目: (code, _, again) => ({
    ...{ 项目代码: code, 类别: '教师培训', 名称: '某期', 年度: '2026', 开始: '2026-11', 结束: '', 派出单位代码: '' },
    ...{ 接待单位代码: '', 人数: '', 报名人数: '', 到课人数: '', 结业人数: '', 佐证: '原文', 状态: '计划' },
    ...{ 名额: again ? '2' : '1' },
  }),
  远程课: (code, _, again) => {
    const [headings = [], first = []] = demoRows('远程课');
    const row = Object.fromEntries(headings.map((heading, at) => [heading, first[at] ?? '']));
    return { ...row, 课程代码: code, 教学周: again ? '3-17' : '3-18' };
  },
};

const codesOf = (rows: number) => Array.from({ length: rows }, (_, nth) => `N${String(rows)}-${String(nth)}`);

function fileOf(sheet: string, rows: readonly Row[]) {
  const headings = Object.keys(rows[0] ?? {});
  return csv(sheet, [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]);
}

describe('an import', () => {
  let house: House;
  let administrator: Client;
  let sent: ReadonlyMap<string, readonly string[]>;

  /** The statements of the import of one file, which must create or change every entry that it tells of. */
  async function imports(sheet: string, rows: readonly Row[], { rows: entries, isAgain }: Size) {
    const found = await transactionsDuring(async () => {
      const { report } = await handOver(administrator, [fileOf(sheet, rows)]);
      expect(report.faults).toEqual([]);
      expect([sheet, ...(countsOf(report, sheet) ?? [])].slice(0, 3)).toEqual(
        isAgain ? [sheet, 0, entries] : [sheet, entries, 0],
      );
    });
    return found.find((names) => names.includes('register-import-lock')) ?? [];
  }

  const enrolments = (codes: readonly string[], first: string, second: string): readonly Row[] =>
    codes.flatMap((code, nth) => {
      const next = codes[(nth + 1) % codes.length] ?? '';
      return [
        { 项目代码: code, 工号: code, 状态: first, 到课: '', 结业: '' },
        { 项目代码: code, 工号: next, 状态: second, 到课: '', 结业: '' },
      ];
    });

  /** A sitting to come for every item, each at another time. */
  const arranges = (codes: readonly string[]) =>
    house.sql(
      `INSERT INTO sitting (id, item_id, starts_at, ends_at, place, arranged_by, asked)
       SELECT gen_random_uuid(), i.id, t, t + interval '1 hour', '报告厅', $2, '-' FROM programme_item i
       CROSS JOIN LATERAL (SELECT '2026-11-01T02:00:00Z'::timestamptz + array_position($1::text[], i.code) * interval '2 hours') s (t)
       WHERE i.code = ANY($1::text[])`,
      [codes, administrator.personId],
    );

  async function bringsAll(rows: number): Promise<Map<string, readonly string[]>> {
    const codes = codesOf(rows);
    const made = new Map<string, readonly string[]>();
    for (const isAgain of [false, true]) {
      for (const [sheet, row] of Object.entries(sheets)) {
        if (isAgain && sheet === '项目') continue;
        const given = codes.map((code, nth) => row(code, nth, isAgain));
        made.set(`${sheet} ${String(isAgain)}`, await imports(sheet, given, { rows, isAgain }));
      }
    }
    return made;
  }

  /** People on lists with a queue and times to come: they leave, others move up, more places come, all is called off. */
  async function stirs(rows: number): Promise<Map<string, readonly string[]>> {
    const codes = codesOf(rows);
    await arranges(codes);
    const made = new Map<string, readonly string[]>();
    const twice = (isAgain: boolean) => ({ rows: rows * 2, isAgain });
    made.set('they come', await imports('报名', enrolments(codes, '已报名', '候补'), twice(false)));
    const left = enrolments(codes, '已退出', '候补').filter(({ 状态: state }) => state === '已退出');
    made.set('they leave', await imports('报名', left, { rows, isAgain: true }));
    made.set(
      'they come back',
      await imports(
        '报名',
        enrolments(codes, '候补', '已报名').filter((_, nth) => nth % 2 === 0),
        { rows, isAgain: true },
      ),
    );
    const items = (more: Row) => codes.map((code) => ({ ...sheets['项目']?.(code, 0, true), ...more }));
    made.set('more places', await imports('项目', items({}), { rows, isAgain: true }));
    made.set('all are off', await imports('项目', items({ 状态: '已取消' }), { rows, isAgain: true }));
    return made;
  }

  const countsIn = (made: ReadonlyMap<string, readonly string[]>) =>
    [...made].map(([what, names]) => `${what}: ${String(names.length)}`);
  const heldBy = (rows: number) =>
    house.sql<{ live: number; gone: number }>(
      `SELECT count(*) FILTER (WHERE released_at IS NULL)::int AS live, count(released_at)::int AS gone
       FROM hold h JOIN sitting t ON t.id = h.sitting_id JOIN programme_item i ON i.id = t.item_id WHERE i.code LIKE $1`,
      [`N${String(rows)}-%`],
    );

  beforeAll(async () => {
    ({ house, administrator } = await aHouseWithAdministrator());
    await handOver(administrator, demoFiles());
  });
  afterAll(() => house.close());

  it('of a sheet sends as many statements for ten rows as for two hundred, new and changed', async () => {
    const [few, many] = [await bringsAll(sizes[0]), await bringsAll(sizes[1])];
    expect(countsIn(many)).toEqual(countsIn(few));
  }, 120_000);

  it('does so too where lists move, people are held and times are called off', async () => {
    const [few, many] = [await stirs(sizes[0]), await stirs(sizes[1])];
    sent = many;
    expect(countsIn(many)).toEqual(countsIn(few));
    for (const rows of sizes) expect(await heldBy(rows)).toEqual([{ live: 0, gone: rows * 2 }]);
  }, 120_000);

  it('writes one line of history for every one who moved and every time that was called off', async () => {
    const lines = await house.sql<{ act: string; n: number }>(
      `SELECT h.act, count(*)::int AS n FROM history h LEFT JOIN enrolment e ON e.id = h.subject_id
       JOIN programme_item i ON i.id IN (h.subject_id, e.item_id) WHERE i.code LIKE 'N200-%' GROUP BY h.act ORDER BY h.act`,
    );
    expect(sent.get('they leave')).toContain('programme-moved-up');
    expect(lines).toEqual([
      { act: 'enrolment.added', n: 400 },
      { act: 'enrolment.changed', n: 800 },
      { act: 'programme-item.added', n: 200 },
      { act: 'programme-item.changed', n: 400 },
      { act: 'sitting.cancelled', n: 200 },
    ]);
  });
});
