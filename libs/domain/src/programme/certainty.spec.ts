import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certaintyText, readCertainty } from './certainty';

describe('how sure an item is', () => {
  it.each([
    ['原文', 'stated', null],
    ['推断', 'inferred', null],
    ['示例', 'demo', null],
    ['原文“等”', 'stated', '“等”'],
    ['听说', 'inferred', '听说'],
    [' 推断 由两校学段 ', 'inferred', '由两校学段'],
  ])('is read from %s', (text, certainty, certaintyRemark) => {
    expect(readCertainty(text)).toEqual({ certainty, certaintyRemark });
  });

  it('is written so that it is read back as itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('原文', '推断', '示例', ''), (remark, word) => {
        const read = readCertainty(`${word}${remark}`);
        expect(readCertainty(certaintyText(read))).toEqual(read);
      }),
    );
  });
});
