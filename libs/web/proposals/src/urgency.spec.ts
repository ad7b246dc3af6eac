import { describe, expect, it } from '@jest/globals';
import type { Item } from './shapes';
import { earlyStart, earlyStartOfRow, mostUrgentFirst } from './urgency';

const now = Date.parse('2026-09-15T02:00:00Z');
const expiresAt = '2026-09-18T16:00:00Z';
const tomorrow = '2026-09-16T02:00:00Z';
const item = (startsAt: string, state = 'proposed') => ({ id: startsAt, startsAt, state }) as unknown as Item;
const row = (firstStartsAt: string, given: object = {}) => ({
  status: 'open' as const,
  expiresAt,
  lessons: { proposed: 2 },
  firstStartsAt,
  ...given,
});

describe('a first lesson before the deadline', () => {
  it('is found among those that wait', () => {
    expect(earlyStart([item('2026-09-17T02:00:00Z'), item(tomorrow)], expiresAt, now)).toBe(tomorrow);
    expect(earlyStart([item(tomorrow, 'confirmed'), item('2026-09-23T02:00:00Z')], expiresAt, now)).toBeNull();
  });

  it('is not one that is over, written down late', () => {
    expect(earlyStart([item('2026-09-14T02:00:00Z'), item(tomorrow)], expiresAt, now)).toBe(tomorrow);
    expect(earlyStart([item('2026-09-14T02:00:00Z')], expiresAt, now)).toBeNull();
  });

  it('is known to a row while all its lessons wait', () => {
    expect(earlyStartOfRow(row(tomorrow), now)).toBe(tomorrow);
    expect(earlyStartOfRow(row(tomorrow, { lessons: { proposed: 1, confirmed: 1 } }), now)).toBeNull();
    expect(earlyStartOfRow(row(tomorrow, { status: 'withdrawn' }), now)).toBeNull();
    expect(earlyStartOfRow(row('2026-09-23T02:00:00Z'), now)).toBeNull();
  });
});

it('what presses most comes first', () => {
  const sooner = row('2026-10-01T02:00:00Z', { expiresAt: '2026-09-17T16:00:00Z' });
  const [late, pressing] = [row('2026-10-01T02:00:00Z'), row(tomorrow)];
  expect(mostUrgentFirst([sooner, late, pressing], now)).toEqual([pressing, sooner, late]);
});
