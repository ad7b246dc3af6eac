import {
  asId,
  type BellFault,
  bellFaults,
  type BellScheduleId,
  type BellSeason,
  formatMonthDay,
  minuteOf,
  parseMonthDay,
} from '@qinglan/domain';
import type { BellScheduleRow, SeasonRow } from './bell-schedule.store';

/** A fault of a bell as a problem tells it: where in the request, and why, in both languages of the server. */
export interface BellError {
  readonly pointer: string;
  readonly detail: string;
}

type Placed = readonly SeasonRow[];

const seasonAt = (seasons: Placed, name: string): number => seasons.findIndex((season) => season.name === name);

function periodAt(seasons: Placed, name: string, period: number): string {
  const at = seasonAt(seasons, name);
  const place = seasons[at]?.periods.findLastIndex(({ number }) => number === period) ?? -1;
  return `#/seasons/${String(at)}/periods/${String(place)}`;
}

const span = (from: number, to: number) => `${formatMonthDay(from)} – ${formatMonthDay(to)}`;

function periodError(fault: Extract<BellFault, { season: string; period: number }>, seasons: Placed): BellError {
  const at = periodAt(seasons, fault.season, fault.period);
  const number = String(fault.period);
  switch (fault.kind) {
    case 'period-without-length':
      return {
        pointer: `${at}/endsAt`,
        detail: `第${number}节的结束不晚于开始 / Period ${number} does not end after it starts`,
      };
    case 'period-outside-day':
      return { pointer: at, detail: `第${number}节超出了一天 / Period ${number} leaves the day` };
    case 'period-number-twice':
      return { pointer: `${at}/number`, detail: `第${number}节出现了两次 / Period ${number} is there twice` };
  }
}

/** Where a fault of the domain stands in the request. */
function errorOf(fault: BellFault, seasons: Placed): BellError {
  switch (fault.kind) {
    case 'periods-overlap': {
      const [first, second] = fault.periods.map(String);
      const detail = `第${first}节与第${second}节时间重叠 / Periods ${first} and ${second} overlap`;
      return { pointer: periodAt(seasons, fault.season, fault.periods[1]), detail };
    }
    case 'season-without-periods':
      return { pointer: `#/seasons/${String(seasonAt(seasons, fault.season))}`, detail: '没有节次 / No periods' };
    case 'seasons-overlap': {
      const at = Math.max(...fault.seasons.map((name) => seasonAt(seasons, name)));
      const detail = `${span(fault.from, fault.to)} 有两套作息 / Two seasons hold on these days`;
      return { pointer: `#/seasons/${String(at)}`, detail };
    }
    case 'no-season':
      return { pointer: '#/seasons', detail: `${span(fault.from, fault.to)} 没有作息 / No season holds on these days` };
    default:
      return periodError(fault, seasons);
  }
}

/** 30 February looks like a day of the year until somebody asks for it. */
const dayErrors = (seasons: Placed): readonly BellError[] =>
  seasons.flatMap((season, at) =>
    (['firstDay', 'lastDay'] as const)
      .filter((end) => parseMonthDay(season[end]) === null)
      .map((end) => ({ pointer: `#/seasons/${String(at)}/${end}`, detail: '没有这一天 / There is no such day' })),
  );

const nameErrors = (seasons: Placed): readonly BellError[] =>
  seasons
    .map(({ name }, at) => ({ name, at }))
    .filter(({ name, at }) => seasonAt(seasons, name) !== at)
    .map(({ at }) => ({ pointer: `#/seasons/${String(at)}/name`, detail: '季节重名 / Two seasons of one name' }));

const seasonOf = ({ name, firstDay, lastDay, periods }: SeasonRow): BellSeason => ({
  name,
  from: parseMonthDay(firstDay) ?? 0,
  to: parseMonthDay(lastDay) ?? 0,
  periods: periods.map((one) => ({ ...one, startsAt: minuteOf(one.startsAt), endsAt: minuteOf(one.endsAt) })),
});

/** Everything wrong with a bell schedule, each fault with its place; none where it may ring. */
export function bellErrors({ seasons }: Pick<BellScheduleRow, 'seasons'>): readonly BellError[] {
  const plain = [...dayErrors(seasons), ...nameErrors(seasons)];
  if (plain.length > 0) return plain;
  const bell = { id: asId<BellScheduleId>(''), seasons: seasons.map(seasonOf) };
  return bellFaults(bell).map((fault) => errorOf(fault, seasons));
}
