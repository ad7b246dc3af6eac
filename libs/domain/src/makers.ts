// Rows of the demo register that the specs need; not part of the library.
import {
  schoolCalendar,
  type BellSchedule,
  type CalendarDay,
  type CalendarKind,
  type CalendarScope,
  type Period,
  type SchoolCalendar,
  type Term,
} from './calendar';
import { asId } from './kernel';
import { minuteOf, Temporal, type Weekday } from './time';

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** "09:50" of a Beijing day as an instant, by the zone database rather than by our own arithmetic. */
export const at = (on: string, time: string): Temporal.Instant =>
  day(on)
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: Temporal.PlainTime.from(time) })
    .toInstant();

/** Lesson periods from "08:30-09:10 09:20-10:00". */
export const periods = (text: string): readonly Period[] =>
  text.split(' ').map((span, index) => {
    const [from = '', to = ''] = span.split('-');
    return { number: index + 1, startsAt: minuteOf(from), endsAt: minuteOf(to), kind: 'lesson' };
  });

const hangzhouPrimary = '08:30-09:10 09:20-10:00 10:30-11:10 11:20-12:00 13:20-14:00 14:10-14:50 15:00-15:40';
const hangzhouJunior =
  '08:00-08:45 08:55-09:40 10:10-10:55 11:05-11:50 13:15-14:00 14:10-14:55 15:10-15:55 16:05-16:50';
const hangzhouSenior =
  '08:00-08:40 08:50-09:30 10:00-10:40 10:50-11:30 13:00-13:40 13:50-14:30 14:50-15:30 15:40-16:20 16:30-17:10';
const aksuPrimaryMorning = '10:00-10:40 10:50-11:30 12:00-12:40 12:50-13:30';

export const bells = {
  hangzhouPrimary: periods(hangzhouPrimary),
  hangzhouJunior: periods(hangzhouJunior),
  hangzhouSenior: periods(hangzhouSenior),
  aksuPrimarySummer: periods(`${aksuPrimaryMorning} 16:00-16:40 16:50-17:30 17:40-18:20`),
  aksuPrimaryWinter: periods(`${aksuPrimaryMorning} 15:30-16:10 16:20-17:00 17:10-17:50`),
  aksuSecondarySummer: periods(
    '09:40-10:25 10:35-11:20 11:50-12:35 12:45-13:30 16:00-16:45 16:55-17:40 17:50-18:35 18:45-19:30',
  ),
  aksuSecondaryWinter: periods(
    '10:00-10:45 10:55-11:40 12:10-12:55 13:05-13:50 15:30-16:15 16:25-17:10 17:20-18:05 18:15-19:00',
  ),
};

export const oneSeason = (id: string, all: readonly Period[]): BellSchedule => ({
  id: asId(id),
  seasons: [{ name: '全年', from: 101, to: 1231, periods: all }],
});

export const twoSeasons = (id: string, summer: readonly Period[], winter: readonly Period[]): BellSchedule => ({
  id: asId(id),
  seasons: [
    { name: '夏季', from: 501, to: 930, periods: summer },
    { name: '冬季', from: 1001, to: 430, periods: winter },
  ],
});

export const schedules = {
  hangzhouPrimary: oneSeason('HZ-PRIMARY', bells.hangzhouPrimary),
  hangzhouJunior: oneSeason('HZ-JUNIOR', bells.hangzhouJunior),
  hangzhouSenior: oneSeason('HZ-SENIOR', bells.hangzhouSenior),
  aksuPrimary: twoSeasons('AK-PRIMARY', bells.aksuPrimarySummer, bells.aksuPrimaryWinter),
  aksuSecondary: twoSeasons('AK-SECONDARY', bells.aksuSecondarySummer, bells.aksuSecondaryWinter),
};

export const term = (sideId: string, more: Partial<Term> = {}): Term => ({
  id: asId(`2026-1-${sideId}`),
  sideId,
  firstMonday: day('2026-08-31'),
  weekCount: 20,
  ...more,
});

export const nation: CalendarScope = { kind: 'nation' };
export const side = (sideId: string): CalendarScope => ({ kind: 'side', sideId });
export const school = (schoolId: string): CalendarScope => ({ kind: 'school', schoolId: asId(schoolId) });

export const exception = (scope: CalendarScope, on: string, kind: CalendarKind): CalendarDay => ({
  id: asId(`${scope.kind}-${on}-${kind}`),
  day: day(on),
  scope,
  kind,
  followsWeekday: null,
  status: 'confirmed',
  note: '',
});

export const makeUp = (scope: CalendarScope, on: string, followsWeekday: Weekday | null): CalendarDay => ({
  ...exception(scope, on, 'make-up'),
  followsWeekday,
});

/** The rows of sheet 校历 for the autumn of 2026. */
export const autumn2026: readonly CalendarDay[] = [
  ...['01', '02', '03', '04', '05', '06', '07'].map((on) => exception(nation, `2026-10-${on}`, 'day-off')),
  makeUp(nation, '2026-09-20', null),
  makeUp(nation, '2026-10-10', null),
  exception(nation, '2026-09-25', 'day-off'),
  { ...exception(nation, '2027-01-01', 'day-off'), status: 'provisional' },
  { ...exception(school('AK-SH'), '2026-11-12', 'exam'), note: '期中考试（示例）' },
  exception(school('AK-SH'), '2026-11-13', 'exam'),
];

/** The schools of the demo by their codes; more days are added to the sheet's. */
export function schoolOf(code: string, more: readonly CalendarDay[] = [], days = autumn2026): SchoolCalendar {
  const isHangzhou = code.startsWith('HZ');
  const sideId = isHangzhou ? 'hangzhou' : 'aksu';
  const kept: Readonly<Record<string, BellSchedule>> = {
    'HZ-YQ': schedules.hangzhouSenior,
    'HZ-WS': schedules.hangzhouPrimary,
    'HZ-CH': schedules.hangzhouJunior,
    'AK-P2': schedules.aksuPrimary,
  };
  const bell = kept[code] ?? schedules.aksuSecondary;
  return schoolCalendar({ schoolId: asId(code), sideId, bell, terms: [term(sideId)], days: [...days, ...more] });
}
