import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { aReport, withoutMarks } from './made';
import { reportBook } from './report-book';
import { reportCsv } from './report-csv';
import { reportTables } from './report-tables';

const tableOf = (name: string) => {
  const found = reportTables(aReport()).find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};

describe('the tables of a report', () => {
  it('have changes from the second issue on', () => {
    const first = aReport();
    const issue = first.issue && { ...first.issue, number: 1 };
    expect(reportTables({ ...first, issue }).map(({ name }) => name)).not.toContain('changes');
    expect(tableOf('changes').rows).toEqual([['数字', '青蓝工作室', 5, 6, 1, 'studios']]);
  });

  it('keep numbers as numbers and unknown as nothing', () => {
    expect(tableOf('figures').rows.map((row) => [row[3], row[4]])).toEqual([
      [6, 6],
      [3.12, 3.12],
      [null, '多所'],
    ]);
  });

  it('tell of each group of a chart how sure it is, and of the chart as a whole in its sentence', () => {
    const { columns, rows } = tableOf('charts');
    expect(columns.map(({ heading }) => heading)).toContain('依据 Basis');
    expect(rows.map((row) => [row[1], row[3], row[4], row[5], row[6]])).toEqual([
      ['高中数学', 22, '示例', '', '最多的是高中数学，22 名（示例）。'],
      ['妇产科', null, '', '为保护人少的组，不显示', '最多的是高中数学，22 名（示例）。'],
      ['外科', 17, '原文', '', '最多的是高中数学，22 名（示例）。'],
    ]);
  });

  it('of an issue of before that was kept are what they were', () => {
    const old = withoutMarks(aReport());
    const charts = reportTables(old).find(({ name }) => name === 'charts');
    expect(charts && reportCsv(charts).toString('utf8')).toBe(
      [
        '\uFEFF图 Chart,组,Group,数值 Value,说明 Note,结论 Sentence',
        '各工作室的徒弟,高中数学,senior mathematics,22,,最多的是高中数学，22 名。',
        '各工作室的徒弟,妇产科,obstetrics,,为保护人少的组，不显示,最多的是高中数学，22 名。',
        '各工作室的徒弟,外科,surgery,17,,最多的是高中数学，22 名。\r\n',
      ].join('\r\n'),
    );
  });

  it('keep what is printed in words as words', () => {
    const report = aReport();
    const [first] = report.content.figures;
    const figures = ['至少 5', '0', '-3', '2015 年', '未统计'].flatMap((zh) =>
      first ? [{ ...first, printed: { zh, en: '', ug: '' } }] : [],
    );
    const sections = report.content.sections.map((section) => ({ ...section, figures: [] }));
    const printed = figures.map((figure) => {
      const [table] = reportTables({ ...report, content: { ...report.content, sections, figures: [figure] } });
      return table?.rows[0]?.[4];
    });
    expect(printed).toEqual(['至少 5', 0, -3, '2015 年', '未统计']);
  });

  it('become CSV that opens right in Excel and WPS and holds no formula', () => {
    const csv = reportCsv(tableOf('figures')).toString('utf8');
    expect(csv.startsWith('\uFEFF章节 Section,指标,')).toBe(true);
    expect(csv).toContain("'=贡献师资的名校");
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(5);
  });
});

describe('the workbook of a report', () => {
  it('has what is printed as numbers where it is a number', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await reportBook(aReport())) as unknown as ArrayBuffer);
    const printed = book.getWorksheet('数字 Figures')?.getColumn('E');
    const cells: unknown[] = [];
    printed?.eachCell(({ value, numFmt }) => cells.push([value, numFmt]));
    expect(cells.slice(1)).toEqual([
      [6, '0'],
      [3.12, '0.00'],
      ['多所', undefined],
    ]);
  });

  it('has sheets with numbers, formats, days and definitions', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await reportBook(aReport());
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['说明 About', '数字 Figures', '事实 Facts', '图表 Charts', '文字 Words', '口径 Definitions', '更改 Changes'],
    ]);
    const figures = book.getWorksheet('数字 Figures');
    expect([figures?.getCell('D2').value, figures?.getCell('D2').numFmt]).toEqual([6, '0']);
    expect([figures?.getCell('D3').value, figures?.getCell('D3').numFmt]).toEqual([3.12, '0.00']);
    expect(figures?.getCell('D4').value).toBeNull();
    expect(figures?.getCell('J2').numFmt).toBe('yyyy-mm-dd');
    expect(figures?.getCell('B4').value).toBe("'=贡献师资的名校");
    const definitions = book.getWorksheet('口径 Definitions');
    expect(definitions?.getCell('G2').value).toBe('青蓝工作室的口径');
    const charts = book.getWorksheet('图表 Charts');
    expect(charts?.getRow(2).values).toContain('示例');
    const cells: unknown[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.formula))));
    expect(cells.filter(Boolean)).toEqual([]);
  });
});
