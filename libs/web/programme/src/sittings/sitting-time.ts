import { beijingMinute, meetingMinutes, minuteOf } from '@qinglan/domain';
import { dayOf } from '@qinglan/web-platform';

/** Lengths that are offered, in minutes. */
export const lengths = [40, 60, 90, 120, 180, 240, 360, meetingMinutes.most] as const;

/** The moment of a day and a wall time of Beijing, or null while one of them is missing. */
export function startOf(day: string, time: string): string | null {
  if (day.length !== 10 || !/^\d\d:\d\d$/.test(time)) return null;
  return beijingMinute(dayOf(day), minuteOf(time)).toString();
}
