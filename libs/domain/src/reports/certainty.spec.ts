import { describe, expect, it } from '@jest/globals';
import { certaintyEarned, isCertaintyEarned } from './certainty';

describe('how sure a fact is', () => {
  it.each([
    ['返杭干部3名', '2016 年初的报纸', 'stated'],
    ['  ', '2016 年初的报纸', 'inferred'],
    [null, '2016 年初的报纸', 'inferred'],
    ['返杭干部3名', '', 'inferred'],
    [null, null, 'inferred'],
  ] as const)('with the quote %j and the source %j is %s', (quote, source, certainty) => {
    expect(certaintyEarned({ quote, source })).toBe(certainty);
    expect(isCertaintyEarned({ evidence: 'stated', quote, source })).toBe(certainty === 'stated');
  });

  it('is said freely where it is not called stated', () => {
    expect(isCertaintyEarned({ evidence: 'demo', quote: null, source: null })).toBe(true);
    expect(isCertaintyEarned({ evidence: 'inferred', quote: null, source: null })).toBe(true);
  });
});
