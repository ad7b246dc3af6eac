import {
  beijingMinute,
  beijingWall,
  minuteOf,
  minutesOf,
  Temporal,
  wallTime,
  weekdayOf,
  xinjiangLabel,
} from '@qinglan/domain';

/** The words that dates are written with, from the message files: Intl knows no Uyghur. */
export interface TimeWords {
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  /** With {year} {month} {monthName} {day} {weekday} {shortWeekday}. */
  readonly dayPattern: string;
  readonly shortDayPattern: string;
  readonly fullDayPattern: string;
  readonly monthPattern: string;
}

type Length = 'short' | 'usual' | 'full';

/** The day of a text: a calendar day as it stands, an instant by the Beijing clock. */
export const dayOf = (text: string): Temporal.PlainDate =>
  text.length === 10 ? Temporal.PlainDate.from(text) : beijingWall(Temporal.Instant.from(text)).day;

/** "09:50", Beijing time, of an instant. */
export const beijingClock = (instant: string): string => wallTime(beijingWall(Temporal.Instant.from(instant)).minute);

/** The same moment on Xinjiang's local clock. */
export const xinjiangClock = (instant: string): string =>
  xinjiangLabel(beijingWall(Temporal.Instant.from(instant)).minute);

/** The Beijing day of an instant, "2026-09-16". */
export const beijingDate = (instant: string): string => dayOf(instant).toString();

/** The moment of a day and a wall time of Beijing, as fields give them; null while one of them is missing. */
export function momentOf(day: string, time: string): string | null {
  if (day.length !== 10 || !/^\d\d:\d\d$/.test(time)) return null;
  return beijingMinute(dayOf(day), minuteOf(time)).toString();
}

/** When something lies, as fields hold it: a day, a wall time of Beijing, minutes. */
export function fieldTimeOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) {
  const slot = { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
  return { day: beijingDate(startsAt), time: beijingClock(startsAt), minutes: minutesOf(slot) };
}

/** A day in words. */
export function dayText(day: Temporal.PlainDate, words: TimeWords, length: Length = 'usual'): string {
  const weekday = weekdayOf(day) - 1;
  const pattern = { short: words.shortDayPattern, usual: words.dayPattern, full: words.fullDayPattern }[length];
  return filled(pattern, {
    year: String(day.year),
    month: String(day.month),
    monthName: words.months[day.month - 1] ?? '',
    day: String(day.day),
    weekday: words.weekdays[weekday] ?? '',
    shortWeekday: words.shortWeekdays[weekday] ?? '',
  });
}

/** A month in words: "2026年9月". */
export const monthText = (day: Temporal.PlainDate, words: TimeWords): string =>
  filled(words.monthPattern, {
    year: String(day.year),
    month: String(day.month),
    monthName: words.months[day.month - 1] ?? '',
  });

const filled = (pattern: string, parts: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
