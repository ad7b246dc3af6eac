import { expect, it } from '@jest/globals';
import { faultsCsv, type Fault } from './faults-csv';

const fault = (value: string | null): Fault => ({
  sheet: '单位',
  row: 3,
  column: '名称',
  value,
  reason: '不在可选的范围里',
  remedy: '只能填：学校, 高校',
});
const lines = async (value: string | null) => {
  const text = await faultsCsv(['表', '行', '列', '填写的内容', '原因', '怎么改'], [fault(value)]).text();
  return text.split('\r\n');
};

it('writes faults as a CSV with its mark, headings and quoted commas', async () => {
  const bytes = new Uint8Array(await faultsCsv(['表'], []).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect((await lines(null))[1]).toBe('单位,3,名称,,不在可选的范围里,"只能填：学校, 高校"');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('never writes %j as a live formula', async (value) => {
  expect((await lines(value))[1]).toContain(`,'${value},`);
});

it('doubles the quotes of what was written', async () => {
  expect((await lines('说"好"'))[1]).toContain('"说""好"""');
});
