import { describe, expect, it } from '@jest/globals';
import { nextStop, stepOf, type Stop } from './roving';

const stop = (key: string, day: number, startsAt: number): Stop => ({ key, day, startsAt });
const [early, late, tuesday, friday] = [
  stop('early', 0, 480),
  stop('late', 0, 900),
  stop('tuesday', 1, 840),
  stop('friday', 4, 500),
] as const;
const stops = [late, early, friday, tuesday];

describe('the arrow keys of the grid', () => {
  it.each([
    { what: 'down goes later', from: early, step: 'later', expected: late },
    { what: 'up goes earlier', from: late, step: 'earlier', expected: early },
    { what: 'the first has nothing above', from: early, step: 'earlier', expected: undefined },
    { what: 'to the end of the day', from: early, step: 'last', expected: late },
    { what: 'to its start', from: late, step: 'first', expected: early },
    { what: 'sideways to the nearest time of the day after', from: late, step: 'day-after', expected: tuesday },
    { what: 'over days without a stop', from: tuesday, step: 'day-after', expected: friday },
    { what: 'and back', from: friday, step: 'day-before', expected: tuesday },
    { what: 'not beyond the week', from: friday, step: 'day-after', expected: undefined },
  ] as const)('$what', ({ from, step, expected }) => {
    expect(nextStop(stops, from, step)).toBe(expected);
  });

  it('follow the direction of reading', () => {
    expect(stepOf('ArrowLeft', 'ltr')).toBe('day-before');
    expect(stepOf('ArrowLeft', 'rtl')).toBe('day-after');
    expect(stepOf('ArrowRight', 'rtl')).toBe('day-before');
    expect(stepOf('Enter', 'ltr')).toBeNull();
  });
});
