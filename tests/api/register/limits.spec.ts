import { zipSync } from 'fflate';
import type { Client, House } from '../../support';
import { aHouseWithAdministrator, countsOf, csv, demoFiles, demoRows, everything, handOver, xlsx } from './hand-over';

const megabyte = 1024 * 1024;
const workbook = '<workbook xmlns:r="r"><sheets><sheet name="班级" sheetId="1" r:id="rId1"/></sheets></workbook>';
const relations = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';

const zipped = (sheet: Uint8Array, more: Readonly<Record<string, Uint8Array>> = {}) =>
  zipSync({
    'xl/workbook.xml': Buffer.from(workbook),
    'xl/_rels/workbook.xml.rels': Buffer.from(relations),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });

/** A hundred megabytes of nothing. */
const bombBytes = zipped(new Uint8Array(100 * megabyte));

/** Makes every size that the zip names small; what is inside stays as large as it is. */
function lieAboutSizes(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (bytes.readUInt32LE(at) === 0x02014b50 && bytes.readUInt32LE(at + 24) > megabyte)
      bytes.writeUInt32LE(1000, at + 24);
    if (bytes.readUInt32LE(at) === 0x04034b50 && bytes.readUInt32LE(at + 22) > megabyte)
      bytes.writeUInt32LE(1000, at + 22);
  }
  return bytes;
}

describe('files that want too much', () => {
  let house: House;
  let administrator: Client;

  beforeAll(async () => {
    ({ house, administrator } = await aHouseWithAdministrator());
    expect((await handOver(administrator, demoFiles())).report.applied).toBe(true);
  });
  afterAll(() => house.close());

  /** How long the slowest of many small requests took while the file was read. */
  async function slowestWhile(work: Promise<unknown>): Promise<number> {
    let isRunning = true;
    void work.finally(() => (isRunning = false));
    let slowest = 0;
    while (isRunning) {
      const began = performance.now();
      await house.nobody().raw('/health/live');
      slowest = Math.max(slowest, performance.now() - began);
    }
    return slowest;
  }

  it('refuses a bomb within seconds while everybody else is answered', async () => {
    const bomb = { name: '班级.xlsx', bytes: bombBytes };
    expect(bomb.bytes.length).toBeLessThan(megabyte);
    const began = performance.now();
    const refused = handOver(administrator, [bomb]);
    const slowest = await slowestWhile(refused);
    expect((await refused).status).toBe(413);
    expect((await refused).problem).toMatchObject({
      type: '/problems/too-large',
      detail: expect.stringContaining('班级.xlsx') as string,
    });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(slowest).toBeLessThan(1000);
  });

  it('refuses a bomb whose sizes lie', async () => {
    const bomb = { name: '班级.xlsx', bytes: lieAboutSizes(bombBytes) };
    const began = performance.now();
    expect((await handOver(administrator, [bomb])).status).toBe(413);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('refuses a workbook that would need more memory or time than reading may take, and stays alive', async () => {
    // Within the sizes, but every cell an object of its own.
    const cells = Buffer.from('<c t="n"><v>1</v></c>'.repeat(200));
    const row = Buffer.concat([Buffer.from('<row>'), cells, Buffer.from('</row>')]);
    const sheet = Buffer.concat([
      Buffer.from('<worksheet><sheetData>'),
      ...Array<Buffer>(4000).fill(row),
      Buffer.from('</sheetData></worksheet>'),
    ]);
    const heavy = {
      name: '班级.xlsx',
      bytes: zipped(sheet, { 'xl/media/noise.png': crypto.getRandomValues(new Uint8Array(60_000)) }),
    };
    const answered = handOver(administrator, [heavy]);
    const slowest = await slowestWhile(answered);
    expect([200, 413]).toContain((await answered).status);
    expect(slowest).toBeLessThan(1500);
    expect((await handOver(administrator, [csv('教室', demoRows('教室'))])).report.applied).toBe(true);
  });

  it('refuses more than 5 MB, and says which file', async () => {
    const large = { name: '人员.csv', bytes: 'x'.repeat(5 * megabyte + 1) };
    const { status, problem } = await handOver(administrator, [large]);
    expect([status, problem.detail]).toEqual([413, expect.stringContaining('人员.csv')]);
  });

  it('refuses 51,000 rows', async () => {
    const rows = Array.from({ length: 51_000 }, (_, at) => [`C-${String(at)}`, 'HZ-YQ', '班', '高一', 40]);
    const { status, problem } = await handOver(administrator, [csv('班级', [demoRows('班级')[0] ?? [], ...rows])]);
    expect([status, problem.detail]).toEqual([413, expect.stringContaining('50,000')]);
  });

  it('imports 50,000 rows at once, and again without changing anything', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [
      `BIG-${String(at)}`,
      `人员${String(at)}`,
      'HZ-YQ',
      '教师',
      '数学',
      '',
      '示例',
    ]);
    const file = csv('人员', [demoRows('人员')[0] ?? [], ...rows]);
    expect(countsOf((await handOver(administrator, [file])).report, '人员')).toEqual([50_000, 0, 0]);
    expect(countsOf((await handOver(administrator, [file])).report, '人员')).toEqual([0, 0, 50_000]);
  }, 180_000);

  it('refuses what is not what its name says', async () => {
    const png = {
      name: '班级.xlsx',
      bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array<number>(100).fill(7)]),
    };
    const old = { name: '班级.xlsx', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(600).fill(0)]) };
    const noText = { name: '班级.csv', bytes: Uint8Array.from([0xff, 0xfe, 0x00, 0x81, 0xff]) };
    const noise = { name: '班级.csv', bytes: Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x01]) };
    const pdf = { name: '班级.pdf', bytes: '%PDF' };
    const cut = { name: '班级.xlsx', bytes: (await xlsx('班级', { 班级: demoRows('班级') })).bytes.slice(0, 3000) };
    const open = { name: '班级.csv', bytes: `${(demoRows('班级')[0] ?? []).join(',')}\nA,"B` };
    for (const file of [png, old, noText, noise, pdf, cut, open]) {
      const { status, problem } = await handOver(administrator, [file]);
      expect([status, problem.type]).toEqual([415, '/problems/unreadable-file']);
      expect(problem.detail).toContain(file.name);
    }
  });

  it('lets one import in at a time', async () => {
    const before = await everything(house);
    const rows = Array.from({ length: 3000 }, (_, at) => [
      `BIG-${String(at)}`,
      `人员${String(at)}`,
      'HZ-YQ',
      '教师',
      '英语',
      '',
      '示例',
    ]);
    const file = csv('人员', [demoRows('人员')[0] ?? [], ...rows]);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => handOver(administrator, [file], { dryRun: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.type).toBe('/problems/import-running');
    expect(await everything(house)).toEqual(before);
  });
});
