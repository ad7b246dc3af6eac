import { describe, expect, it } from '@jest/globals';
import { firstIndicators } from '../indicators';
import { factRows } from './facts';
import { numeralsIn } from './render';
import { sayingCodes, sayingsOf } from './sayings';

const statement = (code: string) => ({ code, quote: '49名', source: '报纸', evidence: 'stated' });
const all = factRows.flatMap(({ statement: code }) => (code === null ? [] : [statement(code)]));

describe('what statements say of numerals', () => {
  it('is said of those that the row of the fact names, and of no other', () => {
    const sayings = sayingsOf([statement('S21'), statement('S26')]);
    expect([...sayings.keys()]).toEqual(['teacher-visits', 'visiting-teachers']);
    expect(sayings.get('visiting-teachers')).toEqual([statement('S21')]);
  });

  it('is that 49 enrolled, and neither how many came nor how many completed', () => {
    expect([...sayingsOf([statement('S10')]).keys()]).toEqual(['training-enrolled']);
  });

  it('is nothing of a numeral that only derived facts name', () => {
    const derived = firstIndicators.filter(({ rule }) => rule.kind === 'derived').map(({ key }) => key);
    const sayings = sayingsOf(all);
    expect(derived.filter((key) => sayings.has(key))).toEqual([]);
    for (const fact of factRows.filter(({ statement: code }) => code === null))
      expect(numeralsIn(fact.text).length).toBeGreaterThan(0);
  });

  it('asks for the statements of the numerals that are wanted, and for none else', () => {
    expect(sayingCodes(['mentors', 'visiting-teachers'])).toEqual(['S14', 'S21']);
    expect(sayingCodes(['lessons-held', 'training-attended'])).toEqual([]);
  });
});
