import { describe, expect, it } from '@jest/globals';
import { movedUp, without } from './ranking';

describe('an order', () => {
  it('is changed one place at a time, and the first stays first', () => {
    expect(movedUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
    expect(movedUp(['a', 'b'], 0)).toEqual(['a', 'b']);
    expect(movedUp(['a'], 5)).toEqual(['a']);
  });

  it('closes up when somebody is taken out', () => {
    expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });
});
