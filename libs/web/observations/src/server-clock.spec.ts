import { describe, expect, it } from '@jest/globals';
import { aheadBy, minuteSince, nowBy } from './server-clock';

describe('the minute of a lesson', () => {
  const start = '2026-09-16T01:50:00Z';
  it.each([
    ['2026-09-16T01:50:00Z', 1],
    ['2026-09-16T01:50:59.999Z', 1],
    ['2026-09-16T09:51:00+08:00', 2],
    ['2026-09-16T02:34:59Z', 45],
    ['2026-09-16T03:49:59Z', 120],
    ['2026-09-16T03:50:00Z', null],
    ['2026-09-17T11:20:00Z', null],
    ['2026-09-16T01:49:59Z', null],
  ])('at %s is %s', (at, expected) => {
    expect(minuteSince(start, at)).toBe(expected);
  });

  it('is unknown where the start is', () => {
    expect(minuteSince(null, start)).toBeNull();
  });
});

describe('the server’s clock', () => {
  it('is told by a device whose own is wrong', () => {
    const ahead = aheadBy('2030-01-01T00:00:00Z');
    expect(nowBy(ahead).slice(0, 16)).toBe('2030-01-01T00:00');
  });
});
