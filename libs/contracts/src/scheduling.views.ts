import type {
  ActivityId,
  ItemId,
  ClassId,
  ClassroomId,
  LessonId,
  OrganisationId,
  PartnershipId,
  PersonId,
  ProposalId,
  SeriesId,
} from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, version, wallTime, weekday } from './kernel/primitives';
import { calendarKind, calendarScope, lessonKind, lessonState, partyRole, sideId } from './words';

const named = <T extends z.ZodType>(ofId: T) => z.object({ id: ofId, name: z.string() });

/** A start at which a whole lesson fits both bells; shifts are signed minutes against the start of each period. */
export const windowView = z.object({
  startsAt: wallTime,
  endsAt: wallTime,
  presentingPeriod: z.int().nullable(),
  receivingPeriod: z.int().nullable(),
  presentingShift: z.int(),
  receivingShift: z.int(),
});

/** A period that a start would cut into, and by how many minutes. */
export const cutView = z.object({
  startsAt: wallTime,
  endsAt: wallTime,
  cuts: z.array(z.object({ who: z.enum(['presenting', 'receiving']), period: z.int().nullable(), minutes: z.int() })),
});

/** Why a week gives no lesson: whose day it is, and what the calendar says. */
export const skipReason = z.object({
  who: z.enum(['presenting', 'receiving']),
  scope: z.enum([...calendarScope.options, 'weekend', 'term']),
  kind: z.enum([...calendarKind.options, 'weekend', 'outside-term', 'no-weekday']),
  note: z.string(),
  provisional: z.boolean(),
});

/** A party that is taken: the rule, the party, the lesson in the way, and other starts of that day that are free. */
export const clashView = z.object({
  rule: z.enum(['teacher-taken', 'class-taken', 'classroom-taken', 'person-taken']),
  role: z.enum([...partyRole.options, 'participant', 'room']),
  party: z.object({ id: z.uuid(), name: z.string() }),
  wanted: z.object({ startsAt: instant, endsAt: instant, week: z.int().nullable() }),
  inTheWay: z.object({
    lessonId: id<LessonId>().nullable(),
    /** A meeting of a studio; like the lesson, named only to those who may know of it. */
    activityId: id<ActivityId>().nullable(),
    /** The programme item whose sitting is in the way. */
    itemId: id<ItemId>().nullable(),
    /** The week of the same series, when two of its own lessons meet. */
    week: z.int().nullable(),
    subject: z.string(),
    schools: z.string(),
    startsAt: instant,
    endsAt: instant,
    state: lessonState,
  }),
  moves: z.array(windowView),
});

/** What one week of a series gives. */
export const occurrenceView = z.object({
  week: z.int(),
  /** The teaching week of the receiving school on that day; the two terms may differ. */
  receivingWeek: z.int().nullable(),
  day: day.nullable(),
  state: z.enum(['placed', 'skipped', 'not-placed', 'left-out']),
  past: z.boolean(),
  window: windowView.nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  reasons: z.array(skipReason),
  suggestions: z.array(windowView),
  cuts: z.array(cutView),
  clashes: z.array(clashView),
});

/** A school as a timetable names it. */
export const schoolLabel = z.object({
  id: id<OrganisationId>(),
  name: z.string(),
  shortName: z.string(),
  sideId,
});

/** A lesson as timetables and lists show it. */
export const lessonCard = z.object({
  id: id<LessonId>(),
  proposalId: id<ProposalId>(),
  seriesId: id<SeriesId>().nullable(),
  partnershipId: id<PartnershipId>(),
  week: z.int().nullable(),
  kind: lessonKind,
  subject: z.string(),
  topic: z.string().nullable(),
  state: lessonState,
  startsAt: instant,
  endsAt: instant,
  presentingSchool: schoolLabel,
  receivingSchool: schoolLabel,
  presenter: named(id<PersonId>()),
  localTeacher: named(id<PersonId>()),
  presentingClass: named(id<ClassId>()).nullable(),
  receivingClass: named(id<ClassId>()).nullable(),
  presentingClassroom: named(id<ClassroomId>()),
  receivingClassroom: named(id<ClassroomId>()),
  presentingPeriod: z.int().nullable(),
  receivingPeriod: z.int().nullable(),
  presentingShift: z.int(),
  receivingShift: z.int(),
  /** The reason given for declining, cancelling or moving, if any. */
  reason: z.string().nullable(),
  version,
});
/** A lesson as timetables and lists show it. */
export type LessonCard = z.output<typeof lessonCard>;

/** A school's day: what the calendar says and the lesson periods that ring. */
export const schoolDayView = z.object({
  day,
  teaching: z.boolean(),
  /** Whose timetable runs: the weekday, or null on a day off or a make-up day that follows none. */
  runsWeekday: weekday.nullable(),
  why: skipReason.omit({ who: true }).nullable(),
  week: z.int().nullable(),
  periods: z.array(z.object({ number: z.int(), startsAt: wallTime, endsAt: wallTime })),
});
