import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Canonical, canonicalText } from './canonical';

describe('the canonical text', () => {
  it('is one whatever the order of fields', () => {
    expect(canonicalText({ b: 1, a: [true, null, '师徒'] })).toBe('{"a":[true,null,"师徒"],"b":1}');
    expect(canonicalText({ a: { d: 1, c: 2 } })).toBe(canonicalText({ a: { c: 2, d: 1 } }));
  });

  it('leaves out what is not there and refuses what is no number', () => {
    expect(canonicalText({ a: undefined as unknown as Canonical, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalText({ a: Number.NaN })).toThrow('finite');
  });

  it('is JSON that says the same, and stays the same when read and written again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        const thing = JSON.parse(JSON.stringify(given)) as Canonical;
        const text = canonicalText(thing);
        expect(JSON.parse(text)).toEqual(thing);
        expect(canonicalText(JSON.parse(text) as Canonical)).toBe(text);
      }),
    );
  });

  it('differs when anything differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [a, b] = [JSON.stringify(one), JSON.stringify(other)].map((text) => JSON.parse(text) as Canonical);
        const isSame = canonicalText(a ?? null) === canonicalText(b ?? null);
        if (isSame) expect(a).toEqual(b);
      }),
    );
  });
});
