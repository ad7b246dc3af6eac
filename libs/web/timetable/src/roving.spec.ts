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
    ['down goes later', early, 'later', late],
    ['up goes earlier', late, 'earlier', early],
    ['the first has nothing above', early, 'earlier', undefined],
    ['to the end of the day', early, 'last', late],
    ['to its start', late, 'first', early],
    ['sideways to the nearest time of the day after', late, 'day-after', tuesday],
    ['over days without a stop', tuesday, 'day-after', friday],
    ['and back', friday, 'day-before', tuesday],
    ['not beyond the week', friday, 'day-after', undefined],
  ] as const)('%s', (_, from, step, expected) => {
    expect(nextStop(stops, from, step)).toBe(expected);
  });

  it('follow the direction of reading', () => {
    expect(stepOf('ArrowLeft', 'ltr')).toBe('day-before');
    expect(stepOf('ArrowLeft', 'rtl')).toBe('day-after');
    expect(stepOf('ArrowRight', 'rtl')).toBe('day-before');
    expect(stepOf('Enter', 'ltr')).toBeNull();
  });
});
