import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  beijing,
  beijingDayOf,
  beijingMinute,
  beijingSlot,
  beijingWall,
  beijingZone,
  dayOfEpoch,
  endOfDay,
  epochDayOf,
  holdsDay,
  holdsInstant,
  minuteOf,
  minutesOf,
  mondayOf,
  overlaps,
  parseWallTime,
  Temporal,
  wallTime,
  weekdayOf,
  xinjiangLabel,
} from '.';
import { at, day } from '../makers';

const anyDay = fc.integer({ min: 8036, max: 40_000 }).map((days) => new Temporal.PlainDate(1970, 1, 1).add({ days }));

describe('days', () => {
  it('are counted as the calendar of Temporal counts them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const expected = new Temporal.PlainDate(1970, 1, 1).add({ days });
        expect(dayOfEpoch(days).equals(expected)).toBe(true);
        expect(epochDayOf(expected)).toBe(days);
        expect(weekdayOf(expected)).toBe(expected.dayOfWeek);
      }),
    );
  });

  it('know the Monday of their week', () => {
    expect(mondayOf(day('2026-09-20')).toString()).toBe('2026-09-14');
    expect(addDays(day('2026-12-31'), 1).toString()).toBe('2027-01-01');
  });

  it('belong to a span with both its ends', () => {
    const span = { firstDay: day('2026-10-01'), lastDay: day('2026-10-07') };
    const inside = ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08'].map((text) => holdsDay(span, day(text)));
    expect(inside).toEqual([false, true, true, false]);
  });
});

describe('Beijing time', () => {
  it('is what the zone database says, since 1992', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
        const plainTime = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
        const zoned = on.toZonedDateTime({ timeZone: beijingZone, plainTime }).toInstant();
        expect(beijing(on, plainTime).equals(zoned)).toBe(true);
        expect(beijingMinute(on, minute).equals(zoned)).toBe(true);
        expect(beijingWall(zoned).minute).toBe(minute);
        expect(beijingDayOf(zoned).equals(on)).toBe(true);
      }),
    );
  });

  it('begins a day when it is 16:00 UTC the day before', () => {
    expect(beijingDayOf(Temporal.Instant.from('2026-09-15T15:59:59Z')).toString()).toBe('2026-09-15');
    expect(beijingDayOf(Temporal.Instant.from('2026-09-15T16:00:00Z')).toString()).toBe('2026-09-16');
    expect(endOfDay(day('2026-09-15')).toString()).toBe('2026-09-15T16:00:00Z');
  });

  it('keeps the seconds of a wall time', () => {
    expect(beijing(day('2026-09-16'), Temporal.PlainTime.from('09:50:30')).toString()).toBe('2026-09-16T01:50:30Z');
  });
});

describe('minutes of the day', () => {
  it.each([
    ['00:00', 0],
    ['9:50', 590],
    ['09:50', 590],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('reads %s as %i', (text, minute) => {
    expect(parseWallTime(text)).toEqual({ ok: true, value: minute });
  });

  it.each(['', '24:01', '9', '09:60', '09:5', '-1:00', '09:50:00', '九点'])('refuses %j', (text) => {
    expect(parseWallTime(text)).toEqual({ ok: false, refusal: { kind: 'not-a-time', text } });
    expect(() => minuteOf(text)).toThrow(RangeError);
  });

  it('are written so that reading gives them back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => minuteOf(wallTime(minute)) === minute));
  });

  it('have a second label two hours earlier in Xinjiang', () => {
    expect([600, 60].map(xinjiangLabel)).toEqual(['08:00', '23:00']);
  });
});

describe('slots', () => {
  const slot = (from: string, to: string) => ({ startsAt: at('2026-09-16', from), endsAt: at('2026-09-16', to) });

  it.each([
    { other: slot('10:30', '11:10'), shared: false },
    { other: slot('10:29', '11:10'), shared: true },
    { other: slot('09:00', '12:00'), shared: true },
    { other: slot('09:55', '10:00'), shared: true },
    { other: slot('09:00', '09:50'), shared: false },
  ])('overlap when they share a moment, not when they touch', ({ other, shared }) => {
    expect(overlaps(slot('09:50', '10:30'), other)).toBe(shared);
    expect(overlaps(other, slot('09:50', '10:30'))).toBe(shared);
  });

  it('hold their start and not their end', () => {
    const held = ['09:49', '09:50', '10:29', '10:30'].map((time) =>
      holdsInstant(slot('09:50', '10:30'), at('2026-09-16', time)),
    );
    expect(held).toEqual([false, true, true, false]);
  });

  it('have a length in minutes', () => {
    expect(minutesOf(beijingSlot(day('2026-09-16'), 590, 630))).toBe(40);
  });
});
