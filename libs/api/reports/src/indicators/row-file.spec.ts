import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { firstIndicators, type IndicatorAnswer, isCounting, noRows, trilingual } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import { sheetInto } from './row-file';
import type { SheetFacts } from './row-sheet';

function factsOf(language: 'zh' | 'en'): SheetFacts {
  const indicator = firstIndicators.find(({ key }) => key === 'lessons-held');
  if (!indicator || !isCounting(indicator)) throw new Error('no such indicator');
  const answer: IndicatorAnswer = {
    ...{ key: indicator.key, version: 1, value: 9, rows: 9, unknownRows: 0, certainty: noRows, derived: false },
    ...{ asOf: '2026-12-31', words: trilingual('未统计', 'unknown') },
    ...{ statedBy: null, differsFrom: null },
  };
  return { language, indicator: { ...indicator, version: 1, rule: indicator.rule }, answer };
}

async function made(as: 'csv' | 'xlsx', language: 'zh' | 'en', cut: { written: number; total: number } | null) {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  await sheetInto(stream, as, factsOf(language)).end(cut);
  return bytes;
}

describe('a file that does not hold every row', () => {
  it.each([
    ['zh', '共 9 行，这里只有前 4 行'],
    ['en', 'These are the first 4 of 9 rows'],
  ] as const)('says so in %s, as lines and as a workbook', async (language, words) => {
    const lines = (await made('csv', language, { written: 4, total: 9 })).toString('utf8').trim().split('\r\n');
    expect(lines.at(-1)).toBe(words);
    const book = new ExcelJS.Workbook();
    const bytes = await made('xlsx', language, { written: 4, total: 9 });
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    expect(JSON.stringify(book.worksheets.at(-1)?.getSheetValues())).toContain(words);
  });

  it('and one that does says nothing of it', async () => {
    expect((await made('csv', 'zh', null)).toString('utf8').trim().split('\r\n')).toHaveLength(1);
  });
});
