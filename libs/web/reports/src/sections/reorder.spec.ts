import { describe, expect, it } from '@jest/globals';
import { moved } from './reorder';

describe('one of a list', () => {
  it.each([
    [0, 1, 'bac'],
    [2, -1, 'acb'],
    [2, -2, 'cab'],
    [0, -1, 'abc'],
    [2, 1, 'abc'],
  ])('at %i moved by %i gives %s', (at, steps, wanted) => {
    expect(moved(['a', 'b', 'c'], at, steps).join('')).toBe(wanted);
  });
});
