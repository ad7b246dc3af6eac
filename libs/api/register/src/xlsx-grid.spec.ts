import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { dayOfSerial, isBroken, isDated } from './cell';
import { xlsxGrids } from './xlsx-grid';

async function workbookOf(cells: readonly number[], numFmt: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('学期');
  cells.forEach((value, at) => Object.assign(sheet.getCell(1, at + 1), { value, numFmt }));
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a number that a workbook shows as a day', () => {
  it('is a day from 1900 to 9999, and broken beyond, as Excel shows it', async () => {
    const [grid] = xlsxGrids('a.xlsx', await workbookOf([46_266, 2_958_465, 2_958_466, 1e15, -1], 'yyyy-mm-dd'));
    const told = grid?.rows[0]?.cells.map((cell) => {
      if (isDated(cell)) return dayOfSerial(cell.serial);
      return isBroken(cell) ? 'broken' : cell;
    });
    expect(told).toEqual(['2026-09-01', '9999-12-31', 'broken', 'broken', 'broken']);
  });
});
