import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certaintyText, decideCertainty, type Sourced, readCertainty } from './certainty';

describe('how sure an item is', () => {
  it.each([
    ['原文', 'stated', null],
    ['推断', 'inferred', null],
    ['示例', 'demo', null],
    ['系统记录', 'recorded', null],
    ['原文“等”', 'stated', '“等”'],
    ['听说', 'inferred', '听说'],
    [' 推断 由两校学段 ', 'inferred', '由两校学段'],
  ])('is read from %s', (text, certainty, certaintyRemark) => {
    expect(readCertainty(text)).toEqual({ certainty, certaintyRemark });
  });

  it('is written so that it is read back as itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('系统记录', '原文', '推断', '示例', ''), (remark, word) => {
        const read = readCertainty(`${word}${remark}`);
        expect(readCertainty(certaintyText(read))).toEqual(read);
      }),
    );
  });
});

describe('what is called stated', () => {
  const item = (given: Partial<Sourced> = {}): Sourced => ({
    ...{ certainty: 'stated', numbersCertainty: null, source: null },
    ...given,
  });
  it.each<[what: string, wanted: Sourced, before: Sourced | null, may: boolean]>([
    ['names its source', item({ source: '简报' }), null, true],
    ['without a source is refused where it is new', item(), null, false],
    ['with blanks for a source too', item({ source: '  ' }), null, false],
    ['stays as it came without a source', item(), item(), true],
    ['was not stated before', item(), item({ certainty: 'inferred' }), false],
    ['keeps its source', item(), item({ source: '简报' }), false],
    ['of the numbers alone names it as well', item({ certainty: 'recorded', numbersCertainty: 'stated' }), null, false],
    [
      'of the numbers was not so before',
      item({ numbersCertainty: 'stated' }),
      item({ numbersCertainty: 'demo' }),
      false,
    ],
    ['of the numbers stays', item({ numbersCertainty: 'stated' }), item({ numbersCertainty: 'stated' }), true],
    ['of the numbers is no longer', item({ numbersCertainty: 'demo' }), item(), true],
    ['of the numbers was said by the item', item({ numbersCertainty: 'stated' }), item(), true],
    ['is not what somebody knows, concluded or made up', item({ certainty: 'recorded' }), null, true],
    ['is no longer', item({ certainty: 'demo' }), item(), true],
  ])('%s', (...[, wanted, before, may]) => {
    expect(decideCertainty(wanted, before).ok).toBe(may);
  });
});
