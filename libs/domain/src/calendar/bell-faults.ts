import { dayMinutes } from '../time';
import { isInSeason, monthDays, type BellSchedule, type BellSeason, type MonthDay, type Period } from './bell';

/** What is wrong with a bell schedule; the engine asks for schedules without faults. */
export type BellFault =
  | { readonly kind: 'period-without-length'; readonly season: string; readonly period: number }
  | { readonly kind: 'period-outside-day'; readonly season: string; readonly period: number }
  | { readonly kind: 'period-number-twice'; readonly season: string; readonly period: number }
  | { readonly kind: 'periods-overlap'; readonly season: string; readonly periods: readonly [number, number] }
  | { readonly kind: 'season-without-periods'; readonly season: string }
  | {
      readonly kind: 'seasons-overlap';
      readonly seasons: readonly string[];
      readonly from: MonthDay;
      readonly to: MonthDay;
    }
  | { readonly kind: 'no-season'; readonly from: MonthDay; readonly to: MonthDay };

function periodFaults(season: string, period: Period): readonly BellFault[] {
  const faults: BellFault[] = [];
  if (period.endsAt <= period.startsAt) faults.push({ kind: 'period-without-length', season, period: period.number });
  if (period.startsAt < 0 || period.endsAt > dayMinutes)
    faults.push({ kind: 'period-outside-day', season, period: period.number });
  return faults;
}

function pairFaults(season: string, a: Period, b: Period): readonly BellFault[] {
  const faults: BellFault[] = [];
  if (a.number === b.number) faults.push({ kind: 'period-number-twice', season, period: a.number });
  if (a.startsAt < b.endsAt && b.startsAt < a.endsAt)
    faults.push({ kind: 'periods-overlap', season, periods: [a.number, b.number] });
  return faults;
}

function seasonFaults({ name, periods }: BellSeason): readonly BellFault[] {
  if (periods.length === 0) return [{ kind: 'season-without-periods', season: name }];
  return periods.flatMap((period, at) => [
    ...periodFaults(name, period),
    ...periods.slice(at + 1).flatMap((other) => pairFaults(name, period, other)),
  ]);
}

interface Stretch {
  readonly seasons: readonly string[];
  readonly from: MonthDay;
  readonly to: MonthDay;
}

/** The year as stretches of days on which the same seasons ring. */
function stretchesOf(bell: BellSchedule): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const on of monthDays) {
    const seasons = bell.seasons.filter((season) => isInSeason(season, on)).map((season) => season.name);
    const last = stretches.at(-1);
    if (last && last.seasons.join('\n') === seasons.join('\n')) stretches[stretches.length - 1] = { ...last, to: on };
    else stretches.push({ seasons, from: on, to: on });
  }
  return stretches;
}

function yearFaults(bell: BellSchedule): readonly BellFault[] {
  return stretchesOf(bell).flatMap(({ seasons, from, to }): readonly BellFault[] => {
    if (seasons.length === 0) return [{ kind: 'no-season', from, to }];
    return seasons.length === 1 ? [] : [{ kind: 'seasons-overlap', seasons, from, to }];
  });
}

/** Everything wrong with a schedule: every day of the year has one season, every season well-ordered periods. */
export const bellFaults = (bell: BellSchedule): readonly BellFault[] => [
  ...bell.seasons.flatMap(seasonFaults),
  ...yearFaults(bell),
];
