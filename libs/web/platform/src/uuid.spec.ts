import { describe, expect, it } from '@jest/globals';
import { uuid } from './uuid';

const wellFormed = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const plainHttp: Pick<Crypto, 'getRandomValues'> = { getRandomValues: (array) => crypto.getRandomValues(array) };

describe('a new id', () => {
  it('is a random UUID', () => {
    expect(uuid()).toMatch(wellFormed);
  });

  it('is one as well over plain http, where randomUUID is missing', () => {
    const made = Array.from({ length: 200 }, () => uuid(plainHttp));
    expect(made.every((id) => wellFormed.test(id))).toBe(true);
    expect(new Set(made).size).toBe(200);
  });
});
