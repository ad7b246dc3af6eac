import { describe, expect, it } from '@jest/globals';
import { asId, type ActivityId, type PersonId } from '../kernel';
import { at, day } from '../makers';
import { wallTime } from '../time';
import type { Hold } from './clashes';
import { freeStartsOn, proposedStarts } from './free-starts';

const on = '2026-09-16';
const held = (from: string, to: string): Hold => ({
  partyId: asId<PersonId>('ann'),
  activityId: asId<ActivityId>('A1'),
  slot: { startsAt: at(on, from), endsAt: at(on, to) },
});
const starts = (near: number, ...holds: readonly Hold[]) =>
  freeStartsOn({ day: day(on), minutes: 60, near, holds, now: at(on, '08:00') }).map(({ startsAt }) =>
    wallTime(startsAt),
  );

describe('free starts of a day', () => {
  it('are the nearest ones, in the order of the day', () => {
    expect(starts(12 * 60, held('11:00', '13:00'))).toEqual(['10:00', '13:00', '13:15', '13:30', '13:45', '14:00']);
    expect(starts(12 * 60)).toHaveLength(proposedStarts);
  });

  it('begin when what is in the way ends, and never in the past or at night', () => {
    expect(starts(12 * 60, held('11:00', '12:50'))).toContain('12:50');
    expect(starts(7 * 60)).toEqual(['08:15', '08:30', '08:45', '09:00', '09:15', '09:30']);
    expect(starts(23 * 60)).toEqual(['20:45', '21:00', '21:15', '21:30', '21:45', '22:00']);
    expect(starts(12 * 60, held('00:00', '22:30'))).toEqual([]);
  });
});
