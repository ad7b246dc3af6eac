import { describe, expect, it } from '@jest/globals';
import { csvCell, csvHead, csvLine, excelDay, plainCell } from './cells';

describe('cells', () => {
  it.each(['=1+1', '+86', '-1', '@SUM', '\t=1', '＝1', '＋', '－', '＠', ' =1', '\u00a0+1', '\n=1'])(
    'keep %j from being a formula',
    (text) => {
      expect(plainCell(text)).toBe(`'${text}`);
    },
  );

  it('leave other text and numbers alone, the ones below zero too', () => {
    expect(plainCell('青蓝=1')).toBe('青蓝=1');
    expect([csvCell(-3), csvCell(0.5), csvCell(null), csvCell(true)]).toEqual(['-3', '0.5', '', 'true']);
  });

  it('quote what would part a line', () => {
    expect(csvLine(['甲,乙', '他说"好"', '一\n二', 6])).toBe('"甲,乙","他说""好""","一\n二",6\r\n');
  });

  it('begin with the mark of UTF-8', () => {
    expect(csvHead(['学校', '=节'])).toBe(`\uFEFF学校,'=节\r\n`);
  });

  it('keep days as workbooks do', () => {
    expect([excelDay('1970-01-01'), excelDay('2015-12-31'), excelDay(null)]).toEqual([25_569, 42_369, null]);
  });
});
