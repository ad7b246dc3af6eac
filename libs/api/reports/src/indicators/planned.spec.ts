import { describe, expect, it } from '@jest/globals';
import { mostPlanned, planned } from './planned';

describe('statements made from definitions', () => {
  it('have a name each, the same for the same text, and none beyond the first few hundred', () => {
    const name = (at: number) => planned('rows', `SELECT ${String(at)}`).name;
    const first = Array.from({ length: mostPlanned }, (_, at) => name(at));
    expect(new Set(first).size).toBe(mostPlanned);
    expect(name(0)).toBe(first[0]);
    expect(planned('rows', 'SELECT one more')).toEqual({ name: '', text: 'SELECT one more' });
  });
});
