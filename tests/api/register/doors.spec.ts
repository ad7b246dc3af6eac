import { downloadTemplate, importRegister, listImports, listSheets } from '@qinglan/contracts';
import ExcelJS from 'exceljs';
import { aHouse, anOrganisation, aPerson, type Client, type House } from '../../support';
import { csv, demoFiles, demoRows, handOver } from './hand-over';

const sheetNames = [
  '作息',
  '单位',
  '学期',
  '校历',
  '教室',
  '班级',
  '学校结对',
  '人员',
  '工作室',
  '荣誉',
  '师徒结对',
  '项目',
  '报名',
  '远程课',
  '事实',
];

describe('the doors of the import', () => {
  let house: House;
  let administrator: Client;

  beforeAll(async () => {
    house = await aHouse();
    const headquarters = await anOrganisation(house);
    administrator = await house.as(await aPerson(house, headquarters.id, 'administrator'));
  });
  afterAll(() => house.close());

  it('are open to administrators alone', async () => {
    const headquarters = await anOrganisation(house);
    const people = (['coordinator', 'teacher', 'viewer', 'mentor', 'mentee'] as const).map((role) =>
      aPerson(house, headquarters.id, role),
    );
    for (const person of await Promise.all(people)) {
      const client = await house.as(person);
      expect((await client.call(listSheets)).status).toBe(403);
      expect((await client.call(listImports)).status).toBe(403);
      expect((await client.raw(`/api${downloadTemplate.path}`)).status).toBe(403);
      expect((await handOver(client, demoFiles())).status).toBe(403);
    }
    expect((await handOver(house.nobody(), demoFiles())).status).toBe(401);
  });

  it('refuse what is no form', async () => {
    const { status } = await administrator.raw(`/api${importRegister.path}?dryRun=true`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(400);
    expect(
      (await administrator.raw(`/api${importRegister.path}`, { method: 'POST', body: new FormData() })).status,
    ).toBe(400);
  });

  it('tell the fifteen sheets with their columns, hints and choices in the reader’s language', async () => {
    const { body } = await administrator.call(listSheets, {}, { 'accept-language': 'en' });
    expect(body.items.map(({ sheet }) => sheet)).toEqual(sheetNames);
    // Spare columns, which older files do not have, stand behind the rest.
    for (const { sheet, columns } of body.items) {
      const headings = demoRows(sheet)[0] ?? [];
      expect(columns.slice(0, headings.length).map(({ name }) => name)).toEqual(headings);
    }
    const organisations = body.items[1]?.columns ?? [];
    expect(organisations.find(({ name }) => name === '所属地')?.choices).toEqual(['杭州', '阿克苏'].sort());
    expect(organisations.find(({ name }) => name === '学段')).toMatchObject({
      needed: false,
      choices: ['小学', '初中', '高中'],
      hint: expect.stringContaining('One of') as string,
    });
  });

  it('hand out a workbook with headings, notes and drop-downs, no formula in it, that can be handed back', async () => {
    const response = await administrator.raw(`/api${downloadTemplate.path}`);
    expect(response.headers.get('content-disposition')).toContain('.xlsx');
    const bytes = await response.arrayBuffer();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['说明', ...sheetNames]);
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())));
    const classrooms = book.getWorksheet('教室');
    expect(classrooms?.getRow(1).values).toEqual([undefined, ...(demoRows('教室')[0] ?? [])]);
    expect(classrooms?.getCell('D50').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"主讲,听讲"'],
      showErrorMessage: true,
    });
    expect(classrooms?.getCell('D1').note).toBeTruthy();
    expect(classrooms?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(classrooms?.getColumn(1).numFmt).toBe('@');
    const empty = await handOver(administrator, [{ name: '模板.xlsx', bytes: new Uint8Array(bytes) }], {
      dryRun: true,
    });
    expect(empty.report).toMatchObject({ faultCount: 0 });

    for (const name of sheetNames) book.getWorksheet(name)?.addRows(demoRows(name).slice(1));
    const filled = new Uint8Array(await book.xlsx.writeBuffer());
    const { report } = await handOver(administrator, [{ name: '模板.xlsx', bytes: filled }], { dryRun: true });
    expect(report.faults).toEqual([]);
    expect(report.sheets.map(({ rows }) => rows)).toEqual([54, 22, 6, 48, 7, 42, 4, 218, 6, 4, 118, 35, 49, 18, 27]);
  });

  it('list imports newest first, page by page', async () => {
    await handOver(administrator, demoFiles());
    for (const name of ['甲', '乙', '丙']) {
      house.clock.pass({ minutes: 1 });
      await handOver(administrator, [csv('班级', [demoRows('班级')[0] ?? [], ['ONE', 'HZ-YQ', name, '高一', '']])]);
    }
    const first = (await administrator.call(listImports, { query: { limit: 3 } })).body;
    expect(first.items.map(({ created, changed }) => [created, changed])).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    const second = (await administrator.call(listImports, { query: { limit: 3, after: first.next ?? '' } })).body;
    expect(second.items).toHaveLength(1);
    expect(second).toMatchObject({ next: null, items: [{ files: expect.arrayContaining(['单位.csv']) as string[] }] });
    expect((await administrator.call(listImports, { query: { after: 'nonsense' } })).status).toBe(400);
  });
});
