import type { BellScheduleId, CalendarDayId, OrganisationId, TermId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { code, day, id, monthDay, page, paging, text, version, wallTime, weekday } from './kernel/primitives';
import { calendarKind, calendarScope, calendarStatus, periodKind, sideId } from './words';

const reader = 'signed-in' as const;
const administrator = { roles: ['administrator'] } as const;
const editor = { roles: ['administrator', 'coordinator'] } as const;

/** One period of a bell: Beijing time, start inclusive, end exclusive. */
export const periodView = z.object({
  number: z.int().min(1).max(30),
  startsAt: wallTime,
  endsAt: wallTime,
  kind: periodKind,
});

/** The periods from one month-day to another, both inclusive; a season may cross the new year. */
export const seasonView = z.object({
  name: text(30),
  firstDay: monthDay,
  lastDay: monthDay,
  periods: z.array(periodView).min(1).max(30),
});

const bellFields = { code, name: text(60), seasons: z.array(seasonView).min(1).max(6) };

/** A bell schedule with its seasons; `schools` are the names of those that ring by it. */
export const bellScheduleView = z.object({
  id: id<BellScheduleId>(),
  ...bellFields,
  schools: z.array(z.string()),
  version,
});

/** Bell schedules by code. */
export const listBellSchedules = endpoint({
  method: 'GET',
  path: '/bell-schedules',
  summary: 'Bell schedules with seasons and periods',
  access: reader,
  query: z.object({ ...paging }),
  reply: page(bellScheduleView),
});
/** Adds a bell schedule (version 0) or changes it whole; periods of a season must not overlap. */
export const saveBellSchedule = endpoint({
  method: 'PUT',
  path: '/bell-schedules/:bellScheduleId',
  summary: 'Add or change a bell schedule',
  access: administrator,
  params: z.object({ bellScheduleId: id<BellScheduleId>() }),
  body: z.object(bellFields),
  reply: bellScheduleView,
  versioned: true,
  problems: ['not-found', 'stale', 'code-taken', 'id-taken', 'bell-unsound'],
});

const termFields = {
  code,
  name: text(60),
  sideId,
  firstMonday: day,
  weekCount: z.int().min(1).max(30),
};

/** A term on one side; `firstMonday` is the Monday of teaching week 1. */
export const termView = z.object({ id: id<TermId>(), ...termFields, version });

/** Terms, newest first. */
export const listTerms = endpoint({
  method: 'GET',
  path: '/terms',
  summary: 'Terms of both sides',
  access: reader,
  query: z.object({ ...paging, sideId: sideId.optional() }),
  reply: page(termView),
});
/** Adds a term (version 0) or changes it; the first day must be a Monday. */
export const saveTerm = endpoint({
  method: 'PUT',
  path: '/terms/:termId',
  summary: 'Add or change a term',
  access: administrator,
  params: z.object({ termId: id<TermId>() }),
  body: z.object(termFields),
  reply: termView,
  versioned: true,
  problems: ['not-found', 'stale', 'code-taken', 'id-taken', 'not-a-monday'],
});

const calendarDayFields = {
  scope: calendarScope,
  /** With scope `side` only. */
  sideId: sideId.nullable(),
  /** With scope `school` only. */
  schoolId: id<OrganisationId>().nullable(),
  day,
  kind: calendarKind,
  /** On a make-up day: the weekday whose timetable runs; null places no lesson by itself. */
  followsWeekday: weekday.nullable(),
  status: calendarStatus,
  note: z.string().trim().max(120),
};

/** One exception of the calendar. */
export const calendarDayView = z.object({
  id: id<CalendarDayId>(),
  ...calendarDayFields,
  school: z.string().nullable(),
  version,
});

/** Exceptions from `from` to `to`, both inclusive, by day. */
export const listCalendarDays = endpoint({
  method: 'GET',
  path: '/calendar-days',
  summary: 'Days off, make-up days, exams and closures',
  access: reader,
  query: z.object({
    ...paging,
    from: day.optional(),
    to: day.optional(),
    scope: calendarScope.optional(),
    schoolId: id<OrganisationId>().optional(),
  }),
  reply: page(calendarDayView),
});
/** Adds an exception (version 0) or changes it; coordinators for their own school only. */
export const saveCalendarDay = endpoint({
  method: 'PUT',
  path: '/calendar-days/:calendarDayId',
  summary: 'Add or change a calendar exception',
  access: editor,
  params: z.object({ calendarDayId: id<CalendarDayId>() }),
  body: z.object(calendarDayFields),
  reply: calendarDayView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'day-taken', 'id-taken', 'scope-unclear'],
});
/** Takes an exception back; the history keeps it. */
export const withdrawCalendarDay = endpoint({
  method: 'DELETE',
  path: '/calendar-days/:calendarDayId',
  summary: 'Take a calendar exception back',
  access: editor,
  params: z.object({ calendarDayId: id<CalendarDayId>() }),
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale'],
});
