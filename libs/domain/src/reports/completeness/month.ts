import { beijingMinute, Temporal, type DaySpan, type Slot } from '../../time';

/** A month as it stands in an address, such as `2026-09`. */
export const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The days of a month, both ends included. */
export function daysOfMonth(month: string): DaySpan {
  const { year, month: number } = Temporal.PlainDate.from(`${month}-01`);
  const firstDay = new Temporal.PlainDate(year, number, 1);
  return { firstDay, lastDay: firstDay.add({ months: 1 }).subtract({ days: 1 }) };
}

/** The instants of days of Beijing time: from the first midnight to the one after the last day, which is not held. */
export const slotOfDays = ({ firstDay, lastDay }: DaySpan): Slot => ({
  startsAt: beijingMinute(firstDay, 0),
  endsAt: beijingMinute(lastDay.add({ days: 1 }), 0),
});

/** The month a day lies in. */
export const monthOf = (day: Temporal.PlainDate): string => day.toString().slice(0, 7);

/** The month a number of months later, or earlier when negative. */
export const addMonths = (month: string, months: number): string =>
  monthOf(Temporal.PlainDate.from(`${month}-01`).add({ months }));
