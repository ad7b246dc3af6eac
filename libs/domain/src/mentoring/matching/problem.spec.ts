import { describe, expect, it } from '@jest/globals';
import { roomOf } from './problem';

describe('the room of a mentor', () => {
  it.each([
    { stated: { mentees: 3, hoursPerWeek: 4 }, each: 2, room: 2 },
    { stated: { mentees: 3, hoursPerWeek: 10 }, each: 2, room: 3 },
    { stated: { mentees: 3, hoursPerWeek: 0.3 }, each: 0.1, room: 3 },
    { stated: { mentees: 3, hoursPerWeek: 1.5 }, each: 2, room: 0 },
    { stated: { mentees: 3, hoursPerWeek: null }, each: 2, room: 3 },
    { stated: { mentees: null, hoursPerWeek: 9 }, each: 2, room: 0 },
  ])('is what was said and what the hours allow: $stated, $each h each', ({ stated, each, room }) => {
    expect(roomOf(stated, each)).toBe(room);
  });
});
