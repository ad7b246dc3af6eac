import { describe, expect, it } from '@jest/globals';
import type { MatchingPerson } from '@qinglan/contracts';
import { type ClosedCause, closedCause } from './closed-to';

const mentor = { apart: null, toldAt: '2026-09-02T02:00:00Z', room: 2, roomLeft: 1 };

describe('a mentor who might be named', () => {
  it.each<[ClosedCause | null, Partial<MatchingPerson>]>([
    [null, {}],
    ['paired', { apart: 'paired', roomLeft: 0 }],
    ['forbidden', { apart: 'forbidden' }],
    ['untold', { toldAt: null, room: 0, roomLeft: 0 }],
    ['no-room', { room: 0, roomLeft: 0 }],
    ['full', { roomLeft: 0 }],
  ])('is closed for this cause: %s', (cause, given) => {
    expect(closedCause({ ...mentor, ...given } as MatchingPerson)).toBe(cause);
  });
});
