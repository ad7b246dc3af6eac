import type { Client, House } from '../../support';
import {
  aHouseWithAdministrator,
  csv,
  demoFiles,
  demoRows,
  demoWith,
  everything,
  handOver,
  type Handed,
} from './hand-over';

describe('what is wrong in a register', () => {
  let house: House;
  let administrator: Client;

  beforeAll(async () => {
    ({ house, administrator } = await aHouseWithAdministrator());
    expect((await handOver(administrator, demoFiles())).report.applied).toBe(true);
  });
  afterAll(() => house.close());

  const faultsOf = async (...files: readonly Handed[]) => {
    const before = await everything(house);
    const { report } = await handOver(administrator, files);
    expect(report.applied).toBe(false);
    expect(report.faultCount).toBe(report.faults.length);
    expect(await everything(house)).toEqual(before);
    return report.faults;
  };
  /** A sheet with its headings and these rows. */
  const only = (sheet: string, ...rows: readonly (readonly (string | number)[])[]) =>
    csv(sheet, [demoRows(sheet)[0] ?? [], ...rows]);

  it('names every fault at once, with its place, value, reason and remedy, and imports nothing', async () => {
    const faults = await faultsOf(
      only(
        '教室',
        ['R-1', 'NOBODY', '教室', '主讲', '', '示例'],
        ['R-2', 'HZ-YQ', '教室', '讲台', '四十', '示例'],
        ['', 'HZ-YQ', '', '主讲', '', '示例'],
      ),
    );
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, '端点', '讲台'],
      [3, '座位数', '四十'],
      [4, '教室代码', null],
      [4, '名称', null],
      [2, '单位代码', 'NOBODY'],
    ]);
    for (const { reason, remedy } of faults) expect([reason, remedy].every((words) => words.length > 2)).toBe(true);
    expect(faults[0]?.remedy).toContain('主讲、听讲');
  });

  it('speaks English to whoever asks for it', async () => {
    const { report } = await handOver(administrator, [only('教室', ['R-1', 'HZ-YQ', '教室', '讲台', '', '示例'])], {
      language: 'en-GB,en',
    });
    expect(report.faults).toMatchObject([
      { reason: 'This is none of the choices', remedy: 'Write one of: 主讲, 听讲' },
    ]);
  });

  it('names a thing that is there twice, in one file or in two', async () => {
    const row = ['R-9', 'HZ-YQ', '教室', '主讲', '', '示例'];
    expect(await faultsOf(only('教室', row, row))).toMatchObject([
      { row: 3, value: 'R-9', reason: expect.stringContaining('第 2 行') as string },
    ]);
    const other = { ...only('教室', row), name: '教室2.csv' };
    expect(await faultsOf(only('教室', row), other)).toMatchObject([
      { row: 2, reason: expect.stringContaining('教室.csv') as string },
    ]);
  });

  it('finds codes in another file of the request, whatever the order of the files', async () => {
    const files = [
      only('教室', ['NEW-R1', 'NEW', '教室', '听讲', '', '示例']),
      only('单位', ['NEW', '新学校', '新校', '学校', '小学', '阿克苏', 'AK-PRIMARY', '示例']),
    ];
    const { report } = await handOver(administrator, files, { dryRun: true });
    expect(report.sheets.map(({ sheet, created }) => [sheet, created])).toEqual([
      ['单位', 1],
      ['教室', 1],
    ]);
    expect(await faultsOf(...files.slice(0, 1))).toMatchObject([{ column: '单位代码', value: 'NEW' }]);
  });

  it('imports nothing of a register one half of which is wrong', async () => {
    const wrong = demoRows('人员').map((row, at) =>
      at > 100 ? row.with(2, 'NOWHERE') : row.with(1, `新${row[1] ?? ''}`),
    );
    const faults = await faultsOf(...demoWith(csv('人员', [demoRows('人员')[0] ?? [], ...wrong.slice(1)])));
    expect(faults.filter(({ sheet, column }) => sheet === '人员' && column === '单位代码')).toHaveLength(118);
  });

  it('names columns that are missing, unknown, twice or nameless', async () => {
    const faults = await faultsOf(
      csv('学校结对', [
        ['支援校代码', '受援校代码', '佐证', '佐证', '备注', '', '空列'],
        ['HZ-YQ', 'AK-SH', '原文', '原文', '好', '?', ''],
      ]),
    );
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [1, '佐证', null],
      [1, '备注', null],
      [2, null, '?'],
      [1, '起始日期', null],
    ]);
  });

  it('names sheets that it does not know, or whose name does not fit their headings', async () => {
    expect(
      await faultsOf(
        csv('食堂', [
          ['菜', '价'],
          ['面', 8],
        ]),
      ),
    ).toMatchObject([{ sheet: '食堂', row: null, remedy: expect.stringContaining('师徒结对') as string }]);
    expect(await faultsOf(csv('教室', demoRows('班级')))).toMatchObject([
      { sheet: '教室', reason: expect.stringContaining('班级') as string },
    ]);
    expect(await faultsOf(csv('教室', [['没有'], ['表头']]))).toMatchObject([
      { sheet: '教室', remedy: expect.stringContaining('教室代码') as string },
    ]);
    expect(await faultsOf(csv('教室', []))).toMatchObject([{ sheet: '', reason: '没有可以导入的内容' }]);
  });

  it('names bells that contradict themselves', async () => {
    const bell = (...cells: (string | number)[]) => ['BAD', ...cells, '上课'];
    const faults = await faultsOf(
      only(
        '作息',
        bell('夏季', '05-01', '09-30', 1, '08:00', '08:45'),
        bell('夏季', '05-01', '09-30', 2, '08:40', '09:20'),
        bell('冬季', '10-01', '04-29', 1, '09:00', '08:00'),
        bell('冬季', '10-02', '04-29', 2, '09:00', '09:40'),
      ),
    );
    expect(faults.map(({ row, reason }) => [row, reason])).toEqual([
      [5, '同一季节的起止日期和第 4 行不一样'],
      [3, '作息 BAD：第 1、2 节的时间重叠'],
      [4, '作息 BAD：第 1 节的结束不晚于开始'],
      [5, '作息 BAD：04-30–04-30 没有任何季节的作息'],
    ]);
  });

  it('names what contradicts the calendar, the terms and the pairings', async () => {
    const faults = await faultsOf(
      only('学期', ['2027-1', '名称', '温州', '2027-09-01', 20]),
      only(
        '校历',
        ['火星', '2026-12-31', '放假', '', '已确认', ''],
        ['国家', '2026-02-30', '放假', '周一', '暂定', ''],
      ),
      only('学校结对', ['HZ-YQ', 'HZ-YQ', '2026-09-01', '示例'], ['HZ-HQ', 'AK-SH', '2026-09-01', '示例']),
      only('师徒结对', ['M01', 'M01', '', '2026-09-01', '2026-08-01', ''], ['T001', 'M02', 'NO', '2026-09-01', '', '']),
      only('单位', ['X', '学校', '校', '学校', '', '杭州', '', '示例']),
      only('报名', ['NO-ITEM', 'NO-ONE', '已毕业', '也许', '']),
    );
    expect(faults.map(({ sheet, column }) => `${sheet} ${column ?? ''}`).sort()).toEqual(
      [
        ...[
          '单位 学段',
          '学期 第一周周一',
          '学期 所属地',
          '校历 按周几课表',
          '校历 日期',
          '校历 范围',
          '学校结对 受援校代码',
        ],
        ...['学校结对 支援校代码', '师徒结对 学员工号', '师徒结对 学员工号', '师徒结对 学员工号', '师徒结对 导师工号'],
        ...['师徒结对 工作室代码', '师徒结对 结束日期', '报名 到课', '报名 工号', '报名 状态', '报名 项目代码'],
      ].sort(),
    );
  });

  it('names everything that keeps a series from being a draft', async () => {
    const good = demoRows('远程课').find(([code]) => code === 'B01') ?? [];
    const series = (code: string, changes: Readonly<Record<number, string>>) =>
      good.map((cell, at) => (at === 0 ? code : (changes[at] ?? cell)));
    const faults = await faultsOf(
      only('教室', ['HZ-YQ-R2', 'HZ-YQ', '教室', '主讲', '', '示例']),
      only(
        '远程课',
        series('S1', { 5: 'HZ-WS-T1' }),
        series('S2', { 6: 'HZ-WS-G1C1' }),
        series('S3', { 7: 'AK-M4', 8: 'AK-M4-T1', 9: 'AK-M4-G1C1' }),
        series('S4', { 8: 'T001' }),
        series('S5', { 10: '周八', 11: '10', 12: '3-18,a' }),
        series('S6', { 1: '2031-1', 2: '直播' }),
        series('S7', { 12: '3-21' }),
        series('S8', { 4: 'HZ-E2', 5: 'HZ-YQ-T1' }),
      ),
    );
    const ofRow = (row: number) =>
      faults
        .filter((fault) => fault.sheet === '远程课' && fault.row === row)
        .map(({ column }) => column)
        .sort();
    expect(ofRow(2)).toEqual(['主讲单位代码', '主讲教师工号']);
    expect(ofRow(3)).toEqual(['主讲单位代码', '主讲班级代码']);
    expect(ofRow(4)).toEqual(['主讲单位代码', '听讲单位代码']);
    expect(ofRow(5)).toEqual(['主讲单位代码', '本地教师工号']);
    expect(ofRow(6)).toEqual(['主讲单位代码', '主讲节次', '教学周', '星期']);
    expect(ofRow(7)).toEqual(['主讲单位代码', '学期代码', '类型']);
    expect(ofRow(8)).toEqual(['主讲单位代码', '教学周']);
    expect(ofRow(9)).toEqual(['主讲单位代码', '主讲教师工号', '主讲班级代码', '听讲单位代码']);
    expect(faults.find(({ row, column }) => row === 9 && column === '主讲单位代码')?.reason).toContain('没有主讲教室');
    expect(faults.find(({ row, column }) => row === 2 && column === '主讲单位代码')?.reason).toContain('2 间主讲教室');
  });

  it('counts all faults and shows the first 500', async () => {
    const rows = Array.from({ length: 700 }, (_, at) => [`C-${String(at)}`, 'NOWHERE', '班', '高一', 'x']);
    const { report } = await handOver(administrator, [only('班级', ...rows)]);
    expect(report.faults).toHaveLength(500);
    expect(report.faultCount).toBe(1400);
    expect(report.sheets).toMatchObject([{ sheet: '班级', rows: 700, faults: 1400 }]);
  });
});
