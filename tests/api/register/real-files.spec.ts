import ExcelJS from 'exceljs';
import type { Client, House } from '../../support';
import { aHouseWithAdministrator, countsOf, csv, demoFiles, demoRows, everything, handOver, xlsx } from './hand-over';

const bells = [
  '作息代码',
  '季节',
  '生效起(月-日)',
  '生效止(月-日)',
  '节次',
  '开始(北京时间)',
  '结束(北京时间)',
  '类型',
];

describe('files as offices make them', () => {
  let house: House;
  let administrator: Client;

  beforeAll(async () => {
    ({ house, administrator } = await aHouseWithAdministrator());
    expect((await handOver(administrator, demoFiles())).report.applied).toBe(true);
  });
  afterAll(() => house.close());

  /** The same rows in another dress must read as no change at all. */
  const expectUnchanged = async (file: { name: string; bytes: Uint8Array | string }, sheet: string) => {
    const { report } = await handOver(administrator, [file]);
    expect(report.faults).toEqual([]);
    const rows = sheet === '作息' ? 5 : demoRows(sheet).length - 1;
    expect(countsOf(report, sheet)).toEqual([0, 0, rows]);
  };

  it('reads UTF-8 without its mark, and GB18030', async () => {
    const rows = demoRows('教室');
    await expectUnchanged(csv('教室', rows), '教室');
    const gb18030 = Uint8Array.from([
      ...[0xbd, 0xcc, 0xca, 0xd2, 0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0xb4, 0xfa, 0xc2, 0xeb, 0x2c],
      ...[0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb6, 0xcb, 0xb5, 0xe3, 0x2c, 0xd7, 0xf9, 0xce, 0xbb, 0xca, 0xfd, 0x2c],
      ...[0xd7, 0xf4, 0xd6, 0xa4, 0x0d, 0x0a],
      ...Buffer.from('AK-SH-R1,AK-SH,'),
      ...[0xd4, 0xb6, 0xb3, 0xcc, 0xbb, 0xa5, 0xb6, 0xaf, 0xbd, 0xcc, 0xca, 0xd2, 0x2c, 0xcc, 0xfd, 0xbd, 0xb2, 0x2c],
      ...Buffer.from('56,'),
      ...[0xd4, 0xad, 0xce, 0xc4],
    ]);
    const { report } = await handOver(administrator, [{ name: '教室.csv', bytes: gb18030 }]);
    expect(report.faults).toEqual([]);
    expect(countsOf(report, '教室')).toEqual([0, 0, 1]);
  });

  it('reads title rows above the headings, blank rows and columns, and columns in any order', async () => {
    const [headings = [], ...rows] = demoRows('班级');
    const turned = [headings, ...rows].map((row) => ['', ...row.toReversed(), '', '']);
    const dressed = [
      ['2026学年班级情况一览表'],
      ['制表：教务处', '', '2026年9月'],
      [],
      ...turned,
      [],
      ['', '', ''],
      [],
    ];
    await expectUnchanged(csv('班级', dressed), '班级');
  });

  it('reads full-width digits, letters and spaces, and days in every usual form', async () => {
    const wide = (text: string) =>
      text.replace(/[0-9A-Z-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const forms = [
      (day: string) => day.replaceAll('-', '/').replaceAll('/0', '/'),
      (day: string) => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日'),
      (day: string) => `${day} 00:00:00`,
      (day: string) => day.replaceAll('-', '.'),
      (day: string) => wide(day),
      (day: string) => String((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000),
    ];
    const rows = demoRows('学期').map((row, at) =>
      at === 0
        ? row
        : [
            wide(row[0] ?? ''),
            `\u3000${row[1] ?? ''} `,
            row[2] ?? '',
            (forms[at % 6] ?? String)(row[3] ?? ''),
            wide(row[4] ?? ''),
          ],
    );
    await expectUnchanged(csv('学期', rows), '学期');
  });

  it('reads bells with full-width colons, single-digit hours and clock fractions, and seasons that Excel made dates of', async () => {
    const [headings = [], ...rows] = demoRows('作息');
    const fraction = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) / 1440;
    const monthDay = (text: string) => `${String(Number(text.slice(0, 2)))}月${String(Number(text.slice(3)))}日`;
    const written = rows.map((row) => [
      ...[row[0] ?? '', row[1] ?? '', monthDay(row[2] ?? ''), monthDay(row[3] ?? ''), `第${row[4] ?? ''}节`],
      ...[(row[5] ?? '').replace(/^0/, '').replace(':', '：'), String(fraction(row[6] ?? '')), row[7] ?? ''],
    ]);
    await expectUnchanged(csv('作息', [headings, ...written]), '作息');
    const inExcel = rows.map((row) => [
      ...[
        row[0] ?? '',
        row[1] ?? '',
        new Date(`2026-${row[2] ?? ''}`),
        new Date(`2026-${row[3] ?? ''}`),
        Number(row[4]),
      ],
      ...[fraction(row[5] ?? ''), fraction(row[6] ?? ''), row[7] ?? ''],
    ]);
    await expectUnchanged(await xlsx('作息', { 作息: [bells, ...inExcel] }), '作息');
  });

  it('reads a workbook of three sheets, recognised by worksheet name or by headings', async () => {
    const file = await xlsx('名册', {
      学期: demoRows('学期').map((row, at) =>
        (at === 0 ? row : row.with(3, row[3] ?? '')).map((cell, place) =>
          at > 0 && place === 3 ? new Date(cell) : cell,
        ),
      ),
      Sheet2: demoRows('教室').map((row, at) =>
        row.map((cell, place) => (at > 0 && place === 4 ? Number(cell) : cell)),
      ),
      空表: [],
      '2026班级(定稿)': demoRows('班级'),
    });
    const { report } = await handOver(administrator, [file]);
    expect(report.faults).toEqual([]);
    expect(report.sheets.map(({ sheet, unchanged }) => [sheet, unchanged])).toEqual([
      ['学期', 6],
      ['教室', 7],
      ['班级', 42],
    ]);
  });

  it('takes of a formula what it came to, and never keeps the formula', async () => {
    const [headings = [], ...rows] = demoRows('班级');
    const formulas = rows.slice(0, 2).map((row) => [...row.slice(0, 4), { formula: 'SUM(20,19)', result: 39 }]);
    const { report } = await handOver(administrator, [await xlsx('班级', { 班级: [headings, ...formulas] })]);
    expect(report.faults).toEqual([]);
    const kept = await house.sql<{ all: string }>('SELECT string_agg(c::text, $1) AS all FROM class c', ['\n']);
    expect(kept[0]?.all).not.toContain('SUM');
    const broken = [
      ...(rows[0] ?? []).slice(0, 4),
      { formula: '1/0', result: { error: '#DIV/0!' } as ExcelJS.CellErrorValue },
    ];
    const refused = await handOver(administrator, [await xlsx('班级', { 班级: [headings, broken] })]);
    expect(refused.report.faults).toMatchObject([{ sheet: '班级', row: 2, column: '人数', value: '#DIV/0!' }]);
  });

  it('keeps a text that begins with = as text', async () => {
    const rows = demoRows('班级')
      .slice(0, 2)
      .map((row, at) => (at === 0 ? row : row.with(2, '=1+1')));
    const { report } = await handOver(administrator, [csv('班级', rows)]);
    expect(countsOf(report, '班级')).toEqual([0, 1, 0]);
    expect(await house.sql("SELECT name FROM class WHERE code = 'HZ-YQ-G1C1'")).toEqual([{ name: '=1+1' }]);
    await handOver(administrator, [csv('班级', demoRows('班级'))]);
  });

  it('refuses to guess where Excel made a date of a term code or of teaching weeks', async () => {
    const [headings = [], ...rows] = demoRows('远程课');
    const spoilt = rows
      .slice(9, 10)
      .map((row) =>
        row.map((cell, at) => (at === 1 ? new Date('2026-01-01') : at === 12 ? new Date('2026-03-18') : cell)),
      );
    const before = await everything(house);
    const { report } = await handOver(administrator, [await xlsx('远程课', { 远程课: [headings, ...spoilt] })]);
    expect(report.faults).toMatchObject([
      {
        sheet: '远程课',
        row: 2,
        column: '学期代码',
        value: '2026-01-01',
        reason: expect.stringContaining('日期') as string,
      },
      { sheet: '远程课', row: 2, column: '教学周', value: '2026-03-18' },
    ]);
    expect(await everything(house)).toEqual(before);
  });

  it('normalises the middle dots of names', async () => {
    const rows = ['阿卜杜•热西提', '阿卜杜・热西提', '阿卜杜‧热西提'].map((name, at) => [
      `DOT-${String(at)}`,
      name,
      'AK-SH',
      '教师、学员',
      '',
      '',
      '示例',
    ]);
    const { report } = await handOver(administrator, [csv('人员', [demoRows('人员')[0] ?? [], ...rows])]);
    expect(countsOf(report, '人员')).toEqual([3, 0, 0]);
    expect(await house.sql("SELECT DISTINCT name, roles FROM person WHERE code LIKE 'DOT-%'")).toEqual([
      { name: '阿卜杜·热西提', roles: ['teacher', 'mentee'] },
    ]);
  });
});
