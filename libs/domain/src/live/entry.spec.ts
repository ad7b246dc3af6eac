import { describe, expect, it } from '@jest/globals';
import { at } from '../makers';
import { decideArrival, isRoomOpen } from './entry';

const on = (time: string) => at('2026-09-16', time);
const slot = { startsAt: on('09:50'), endsAt: on('10:30') };

describe('a lesson room', () => {
  it.each([
    ['confirmed', '09:20', true],
    ['confirmed', '09:19', false],
    ['live', '10:00', true],
    ['ended', '11:29', true],
    ['ended', '11:30', false],
    ['proposed', '10:00', false],
    ['cancelled', '10:00', false],
    ['missed', '10:40', false],
  ] as const)('of a lesson that is %s at %s is open: %s', (state, time, expected) => {
    expect(isRoomOpen(state, slot, on(time))).toBe(expected);
  });
});

describe('a classroom that shows itself', () => {
  it('begins where the record knows nothing of it', () => {
    expect(decideArrival(null, on('09:50'))).toBe('begins');
  });

  it.each([
    ['09:55', '10:00', 'rejoins'],
    ['09:54', '10:00', 'begins'],
  ])('left at %s and back at %s: %s', (left, back, expected) => {
    expect(decideArrival({ lastSeenAt: on('09:50'), closedAt: on(left) }, on(back))).toBe(expected);
  });

  it.each([
    ['09:56', '10:00', 'continues'],
    ['09:54', '10:00', 'begins'],
  ])('last seen at %s by a server that crashed, back at %s: %s', (seen, back, expected) => {
    expect(decideArrival({ lastSeenAt: on(seen), closedAt: null }, on(back))).toBe(expected);
  });
});
