import { importDemoOnce } from '@qinglan/api-register';
import { listImports, readRegisterHistory } from '@qinglan/contracts';
import { join } from 'node:path';
import { aHouse, type Client, type House } from '../../support';
import { aHouseWithAdministrator, countsOf, csv, demoFiles, demoRows, everything, handOver } from './hand-over';

const rowsPerSheet = {
  作息: 54,
  单位: 22,
  学期: 6,
  校历: 48,
  教室: 7,
  班级: 42,
  学校结对: 4,
  人员: 218,
  工作室: 6,
  荣誉: 4,
  师徒结对: 118,
  项目: 35,
  报名: 49,
  远程课: 18,
  事实: 27,
};
const rowsPerTable = {
  bell_schedule: 5,
  bell_season: 7,
  bell_period: 54,
  organisation: 22,
  term: 6,
  calendar_day: 48,
  classroom: 7,
  class: 42,
  partnership: 4,
  person: 218,
  studio: 6,
  studio_honour: 4,
  pairing: 118,
  programme_item: 35,
  enrolment: 49,
  series: 18,
  statement: 27,
};

describe('the demo register', () => {
  let house: House;
  let administrator: Client;

  beforeAll(async () => {
    ({ house, administrator } = await aHouseWithAdministrator());
  });
  afterAll(() => house.close());

  it('is tried out without writing anything, imported whole, and imported again without changing anything', async () => {
    const before = await everything(house);
    const tried = await handOver(administrator, demoFiles(), { dryRun: true });
    expect(tried.report).toMatchObject({ dryRun: true, applied: false, faultCount: 0, faults: [] });
    expect(await everything(house)).toEqual(before);

    const imported = await handOver(administrator, demoFiles());
    expect(imported.report).toMatchObject({ dryRun: false, applied: true, faultCount: 0 });
    expect(imported.report.sheets).toEqual(tried.report.sheets);
    expect(Object.fromEntries(imported.report.sheets.map(({ sheet, rows }) => [sheet, rows]))).toEqual(rowsPerSheet);
    // Bells are counted whole, everything else by its rows.
    for (const { sheet, created, rows } of imported.report.sheets)
      expect([sheet, created]).toEqual([sheet, sheet === '作息' ? 5 : rows]);

    const after = await everything(house);
    const again = await handOver(administrator, demoFiles());
    expect(again.report.applied).toBe(true);
    for (const sheet of Object.keys(rowsPerSheet)) {
      expect([sheet, countsOf(again.report, sheet)?.slice(0, 2)]).toEqual([sheet, [0, 0]]);
    }
    expect(await everything(house)).toEqual(after);
  });

  it('lists the import that was applied, with who did it', async () => {
    const { body } = await administrator.call(listImports);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ by: expect.stringContaining('人员') as string, created: 609, changed: 0 });
    expect(body.items[0]?.files).toHaveLength(15);
  });

  it('updates what changed, counts versions and keeps what was before', async () => {
    const rows = demoRows('单位').map((row) => (row[0] === 'HZ-YQ' ? row.with(2, '源中') : row));
    const { report } = await handOver(administrator, [csv('单位', rows)]);
    expect(countsOf(report, '单位')).toEqual([0, 1, 21]);
    const [school] = await house.sql<{ id: string; version: number; short_name: string }>(
      "SELECT id, version, short_name FROM organisation WHERE code = 'HZ-YQ'",
    );
    expect(school).toMatchObject({ version: 2, short_name: '源中' });
    const { body } = await administrator.call(readRegisterHistory, { params: { subjectId: school?.id ?? '' } });
    expect(body.items[0]).toMatchObject({
      act: 'organisation.changed',
      detail: { before: { shortName: '源清中学' }, after: { shortName: '源中' } },
    });
  });

  it('keeps unknown numbers unknown, months as months, and the words of the source', async () => {
    const [item] = await house.sql(
      "SELECT begins, people, enrolled, attended FROM programme_item WHERE code = 'P-EN-2015-11'",
    );
    expect(item).toEqual({ begins: '2015-11', people: null, enrolled: 49, attended: null });
    const [other] = await house.sql(
      "SELECT certainty, certainty_remark, category, ordinal FROM programme_item WHERE code = 'P-VT-11'",
    );
    expect(other).toEqual({
      ...{ certainty: 'stated', certainty_remark: '“等”' },
      ...{ category: 'teaching-visit', ordinal: 11 },
    });
    const [season] = await house.sql(
      `SELECT first_day, last_day FROM bell_season s JOIN bell_schedule b ON b.id = s.bell_schedule_id
       WHERE b.code = 'AK-SECONDARY' AND s.name = '冬季'`,
    );
    expect(season).toEqual({ first_day: '10-01', last_day: '04-30' });
  });

  it('gives a series the only classrooms of its two schools, as a draft', async () => {
    const [series] = await house.sql(
      `SELECT p.code AS presenting, r.code AS receiving, s.weekday, s.period, s.weeks FROM series s
       JOIN classroom p ON p.id = s.presenting_classroom_id JOIN classroom r ON r.id = s.receiving_classroom_id
       WHERE s.code = 'B01'`,
    );
    expect(series).toEqual({ presenting: 'HZ-YQ-R1', receiving: 'AK-SH-R1', weekday: 3, period: 3, weeks: '3-18' });
    expect(await house.sql('SELECT id FROM proposal')).toEqual([]);
  });
});

describe('the first start', () => {
  it('brings the demo register once, into an empty database alone', async () => {
    const house = await aHouse({ demo: true });
    const folder = join(import.meta.dirname, '../../../apps/api/demo-register');
    expect(await importDemoOnce(house.app, folder)).toBe(true);
    for (const [table, count] of Object.entries(rowsPerTable)) {
      expect([table, await house.sql(`SELECT count(*)::int AS count FROM ${table}`)]).toEqual([table, [{ count }]]);
    }
    expect(await importDemoOnce(house.app, folder)).toBe(false);
    await house.close();
  });
});
