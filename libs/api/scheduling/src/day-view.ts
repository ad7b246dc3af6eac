import type { skipReason, schoolDayView as schoolDaySchema, windowView as windowSchema } from '@qinglan/contracts';
import { dayMinutes, type PlacedWindow, type SchoolDay, wallTime } from '@qinglan/domain';
import type * as z from 'zod';

type SkipReasonView = z.output<typeof skipReason>;

// A meeting that ends at midnight ends at 00:00 on the clock that people read.
const clock = (minute: number): string => wallTime(minute % dayMinutes);

/** A window as the contract writes it. */
export const windowView = (window: PlacedWindow): z.output<typeof windowSchema> => ({
  startsAt: clock(window.startsAt),
  endsAt: clock(window.endsAt),
  presentingPeriod: window.presentingPeriod,
  receivingPeriod: window.receivingPeriod,
  presentingShift: window.presentingShift,
  receivingShift: window.receivingShift,
});

/** What makes the day other than an ordinary school day, or null. */
export function whyOf(day: SchoolDay): Omit<SkipReasonView, 'who'> | null {
  if (day.state === 'outside-term') return { scope: 'term', kind: 'outside-term', note: '', provisional: false };
  if (day.exception) {
    const { scope, kind, note, status } = day.exception;
    const said = day.state === 'make-up-unassigned' ? 'no-weekday' : kind;
    return { scope: scope.kind, kind: said, note, provisional: status === 'provisional' };
  }
  return day.state === 'weekend' ? { scope: 'weekend', kind: 'weekend', note: '', provisional: false } : null;
}

/** A school's day as the contract writes it. */
export const schoolDayView = (day: SchoolDay): z.output<typeof schoolDaySchema> => ({
  day: day.day.toString(),
  teaching: day.state === 'teaching',
  runsWeekday: day.runsWeekday,
  why: whyOf(day),
  week: day.week,
  periods: day.periods.map(({ number, startsAt, endsAt }) => ({
    number,
    startsAt: clock(startsAt),
    endsAt: clock(endsAt),
  })),
});
