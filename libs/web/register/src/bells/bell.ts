import type { periodView, saveBellSchedule, seasonView, ReplyOf } from '@qinglan/contracts';
import {
  addDays,
  asId,
  bellFaults,
  formatMonthDay,
  minuteOf,
  parseMonthDay,
  Temporal,
  wallTime,
  type BellFault,
  type BellScheduleId,
} from '@qinglan/domain';

export type Bell = ReplyOf<typeof saveBellSchedule>;
export type Season = ReturnType<(typeof seasonView)['parse']>;
export type Period = ReturnType<(typeof periodView)['parse']>;

/** What keeps a schedule from being saved: what the domain names, and what is not filled in yet. */
export type ShownFault = BellFault | { readonly kind: 'incomplete' } | { readonly kind: 'season-named-twice' };

/** A wall time as the contract has it. */
export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * "09:50" for what was typed as 9:50, 9：50, 950 or 0950; anything else stays as it is, to be named as a fault. The
 * browser's own time field would show a.m. and p.m. wherever the device is set so.
 */
export function typedTime(text: string): string {
  const [, hour, minute] = /^(\d{1,2})\s*[:：.]?\s*(\d\d)$/.exec(text.trim()) ?? [];
  const time = `${hour?.padStart(2, '0')}:${minute}`;
  return isTime(time) ? time : text.trim();
}

const isPeriod = (period: Period) => isTime(period.startsAt) && isTime(period.endsAt) && period.number >= 1;
const isSeason = (season: Season) =>
  season.name.trim() !== '' &&
  parseMonthDay(season.firstDay) !== null &&
  parseMonthDay(season.lastDay) !== null &&
  season.periods.every(isPeriod);

const minutesOf = (period: Period) => ({
  ...period,
  startsAt: minuteOf(period.startsAt),
  endsAt: minuteOf(period.endsAt),
});

/** Everything wrong with the seasons as they stand. */
export function faultsOf(seasons: readonly Season[]): readonly ShownFault[] {
  if (seasons.length === 0 || !seasons.every(isSeason)) return [{ kind: 'incomplete' }];
  if (new Set(seasons.map(({ name }) => name.trim())).size < seasons.length) return [{ kind: 'season-named-twice' }];
  const domain = seasons.map((season) => ({
    name: season.name,
    from: parseMonthDay(season.firstDay) ?? 0,
    to: parseMonthDay(season.lastDay) ?? 0,
    periods: season.periods.map(minutesOf),
  }));
  return bellFaults({ id: asId<BellScheduleId>(''), seasons: domain });
}

const latest = minuteOf('23:59');
const shortBreak = 10;
const usualLength = 40;

/** The period that most likely follows: after a short break, as long as the one before. */
export function followingPeriod(periods: readonly Period[]): Period {
  const last = [...periods]
    .filter(isPeriod)
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1))
    .at(-1);
  const number = Math.max(0, ...periods.map((period) => period.number)) + 1;
  if (!last) return { number, startsAt: '08:00', endsAt: '08:40', kind: 'lesson' };
  const length = Math.max(5, minuteOf(last.endsAt) - minuteOf(last.startsAt) || usualLength);
  const startsAt = Math.min(minuteOf(last.endsAt) + shortBreak, latest);
  return {
    number,
    startsAt: wallTime(startsAt),
    endsAt: wallTime(Math.min(startsAt + length, latest)),
    kind: 'lesson',
  };
}

/** The season that most likely follows: the days nobody rings yet, with the periods of the season before. */
export function followingSeason(seasons: readonly Season[]): Season {
  const periods = seasons.at(-1)?.periods ?? [followingPeriod([])];
  const gap = faultsOf(seasons).find((fault) => fault.kind === 'no-season');
  if (seasons.length === 0) return { name: '', firstDay: '01-01', lastDay: '12-31', periods: [...periods] };
  const days = gap ? { firstDay: formatMonthDay(gap.from), lastDay: formatMonthDay(gap.to) } : afterLast(seasons);
  return { name: '', ...days, periods: [...periods] };
}

/** The day after the last season ends, up to the day before the first begins. */
function afterLast(seasons: readonly Season[]): Pick<Season, 'firstDay' | 'lastDay'> {
  return {
    firstDay: shifted(seasons.at(-1)?.lastDay ?? '12-31', 1),
    lastDay: shifted(seasons[0]?.firstDay ?? '01-01', -1),
  };
}

// A leap year, so that 29 February is a day like others.
const shifted = (monthDay: string, days: number): string =>
  addDays(Temporal.PlainDate.from(`2028-${monthDay}`), days)
    .toString()
    .slice(5);
