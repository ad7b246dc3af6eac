import type { BellScheduleId } from '../kernel';
import type { Temporal } from 'temporal-polyfill';
import type { Minute } from '../time';

/** Lessons are taught in lesson periods; morning reading and breaks are other. */
export type PeriodKind = 'lesson' | 'other';

/** One ring of the bell to the next, in minutes of the Beijing day. */
export interface Period {
  readonly number: number;
  readonly startsAt: Minute;
  readonly endsAt: Minute;
  readonly kind: PeriodKind;
}

/** A day of any year, written as month × 100 + day so that it compares as a number. */
export type MonthDay = number;

/** Periods valid from one month-day to another, both included; it may cross the new year. */
export interface BellSeason {
  readonly name: string;
  readonly from: MonthDay;
  readonly to: MonthDay;
  readonly periods: readonly Period[];
}

/** A named set of periods with seasons, held by one or more schools. */
export interface BellSchedule {
  readonly id: BellScheduleId;
  readonly seasons: readonly BellSeason[];
}

/** 501 for 1 May. */
export const monthDay = (month: number, day: number): MonthDay => month * 100 + day;

/** The month-day of "05-01". */
export function parseMonthDay(text: string): MonthDay | null {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const value = match ? monthDay(Number(match[1]), Number(match[2])) : 0;
  return everyMonthDay.has(value) ? value : null;
}

/** "05-01" for 501. */
export const formatMonthDay = (value: MonthDay): string =>
  `${String(Math.floor(value / 100)).padStart(2, '0')}-${String(value % 100).padStart(2, '0')}`;

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** All 366 month-days in the order of the year. */
export const monthDays: readonly MonthDay[] = monthLengths.flatMap((length, month) =>
  Array.from({ length }, (_, day) => monthDay(month + 1, day + 1)),
);

const everyMonthDay: ReadonlySet<MonthDay> = new Set(monthDays);

/** Does the season ring on this month-day? */
export const isInSeason = (season: BellSeason, on: MonthDay): boolean =>
  season.from <= season.to ? season.from <= on && on <= season.to : on >= season.from || on <= season.to;

/** The season of a day; of overlapping ones, which bellFaults names, the first listed. */
export const seasonOn = (bell: BellSchedule, day: Temporal.PlainDate): BellSeason | null => {
  const on = monthDay(day.month, day.day);
  return bell.seasons.find((season) => isInSeason(season, on)) ?? null;
};

const lessonPeriodsBySeason = new WeakMap<BellSeason, readonly Period[]>();

/** The lesson periods of a season by time; the same array each time, so that callers may remember by it. */
export function lessonPeriods(season: BellSeason): readonly Period[] {
  const known = lessonPeriodsBySeason.get(season);
  if (known) return known;
  const lessons = season.periods.filter((period) => period.kind === 'lesson');
  lessons.sort((a, b) => a.startsAt - b.startsAt);
  lessonPeriodsBySeason.set(season, lessons);
  return lessons;
}

/** Every period of the season valid on a day, or none where no season covers it. */
export const periodsOn = (bell: BellSchedule, day: Temporal.PlainDate): readonly Period[] =>
  seasonOn(bell, day)?.periods ?? [];
