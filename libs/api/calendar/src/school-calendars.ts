import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import {
  asId,
  type BellSchedule,
  type BellScheduleId,
  type BellSeason,
  type CalendarDay,
  type CalendarDayId,
  type CalendarScope,
  dayOfEpoch,
  type DaySpan,
  type Period,
  schoolCalendar,
  type SchoolCalendar,
  type SchoolId,
  type SideId,
  type TermId,
  type Weekday,
} from '@qinglan/domain';

// Rows cross as arrays and days as numbers: building the domain's values must not cost more than reading them.
// What holds for everybody and what the school adds are asked apart: each is one range of an index.
const load = statement(
  'school-calendars-load',
  `SELECT json_agg(json_build_object(
     'schoolId', o.id, 'sideId', o.side_id, 'bellId', o.bell_schedule_id,
     'seasons', (
       SELECT json_agg(json_build_array(s.name, replace(s.first_day, '-', '')::integer, replace(s.last_day, '-', '')::integer, (
           SELECT json_agg(json_build_array(p.number,
             extract(hour FROM p.starts_at)::integer * 60 + extract(minute FROM p.starts_at)::integer,
             extract(hour FROM p.ends_at)::integer * 60 + extract(minute FROM p.ends_at)::integer, p.kind) ORDER BY p.number)
           FROM bell_period p WHERE p.bell_season_id = s.id)) ORDER BY s.first_day, s.name)
       FROM bell_season s WHERE s.bell_schedule_id = o.bell_schedule_id),
     'terms', (
       SELECT json_agg(json_build_array(t.id, t.first_monday - date '1970-01-01', t.week_count) ORDER BY t.first_monday)
       FROM term t WHERE t.side_id = o.side_id),
     'days', (
       SELECT json_agg(json_build_array(
         d.id, d.day - date '1970-01-01', d.scope, d.kind, d.follows_weekday, d.status, d.note))
       FROM (
         SELECT * FROM calendar_day
         WHERE school_id IS NULL AND (side_id IS NULL OR side_id = o.side_id)
           AND withdrawn_at IS NULL AND day BETWEEN $2 AND $3
         UNION ALL
         SELECT * FROM calendar_day
         WHERE school_id = o.id AND withdrawn_at IS NULL AND day BETWEEN $2 AND $3
       ) AS d)))::text
   FROM organisation o WHERE o.id = ANY($1::uuid[])`,
);

type PeriodPart = readonly [number: number, startsAt: number, endsAt: number, kind: Period['kind']];
type SeasonPart = readonly [name: string, from: number, to: number, periods: readonly PeriodPart[] | null];
type TermPart = readonly [id: string, firstMonday: number, weekCount: number];
type DayPart = readonly [
  id: string,
  day: number,
  scope: CalendarScope['kind'],
  kind: CalendarDay['kind'],
  followsWeekday: Weekday | null,
  status: CalendarDay['status'],
  note: string,
];

interface SchoolPart {
  readonly schoolId: string;
  readonly sideId: SideId;
  readonly bellId: string | null;
  readonly seasons: readonly SeasonPart[] | null;
  readonly terms: readonly TermPart[] | null;
  readonly days: readonly DayPart[] | null;
}

const seasonOf = ([name, from, to, periods]: SeasonPart): BellSeason => ({
  name,
  from,
  to,
  periods: (periods ?? []).map(([number, startsAt, endsAt, kind]) => ({ number, startsAt, endsAt, kind })),
});

/** A school without a bell has no periods at all: nothing can be placed there until it has one. */
const bellOf = ({ bellId, schoolId, seasons }: SchoolPart): BellSchedule => ({
  id: asId<BellScheduleId>(bellId ?? schoolId),
  seasons: (seasons ?? []).map(seasonOf),
});

function scopeOf(kind: CalendarScope['kind'], school: SchoolPart): CalendarScope {
  if (kind === 'nation') return { kind };
  return kind === 'side' ? { kind, sideId: school.sideId } : { kind, schoolId: asId<SchoolId>(school.schoolId) };
}

const dayOf = ([id, day, scope, kind, followsWeekday, status, note]: DayPart, school: SchoolPart): CalendarDay => ({
  id: asId<CalendarDayId>(id),
  day: dayOfEpoch(day),
  scope: scopeOf(scope, school),
  kind,
  followsWeekday,
  status,
  note,
});

function calendarOf(school: SchoolPart): SchoolCalendar {
  const { sideId } = school;
  return schoolCalendar({
    schoolId: asId<SchoolId>(school.schoolId),
    sideId,
    bell: bellOf(school),
    terms: (school.terms ?? []).map(([id, firstMonday, weekCount]) => ({
      id: asId<TermId>(id),
      sideId,
      firstMonday: dayOfEpoch(firstMonday),
      weekCount,
    })),
    days: (school.days ?? []).map((day) => dayOf(day, school)),
  });
}

/** What a school's calendar is made of, read in one round trip for any number of schools. */
@Injectable()
export class SchoolCalendars {
  /** With a span, exceptions outside it are left out; terms and bells are always whole. */
  async load(
    read: Read,
    schoolIds: readonly SchoolId[],
    span?: DaySpan,
  ): Promise<ReadonlyMap<SchoolId, SchoolCalendar>> {
    const [first, last] = span ? [span.firstDay.toString(), span.lastDay.toString()] : ['-infinity', 'infinity'];
    const text = await read.text(load, [[...schoolIds], first, last]);
    const schools = JSON.parse(text ?? '[]') as readonly SchoolPart[];
    return new Map(schools.map((school) => [asId<SchoolId>(school.schoolId), calendarOf(school)]));
  }
}
