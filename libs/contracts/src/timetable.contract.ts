import type { ItemId, LessonId, OrganisationId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { code, day, id, instant, weekday } from './kernel/primitives';
import { twoSchools } from './scheduling.parts';
import { activityKind } from './studio.views';
import { lessonCard, schoolDayView, schoolLabel, windowView } from './scheduling.views';

const reader = 'signed-in' as const;
const minutes = z.coerce.number().int().min(5).max(240).optional();

/** The clean windows of two schools on one day, best first. */
export const readWindows = endpoint({
  method: 'GET',
  path: '/windows',
  summary: 'Starts that fit both bells on one day',
  access: reader,
  query: z.object({ ...twoSchools, day, minutes }),
  reply: z.object({ presenting: schoolDayView, receiving: schoolDayView, windows: z.array(windowView) }),
  problems: ['not-found'],
});

/** The clean windows of a weekday in every week of the presenting school's term. */
export const readTermWindows = endpoint({
  method: 'GET',
  path: '/windows/term',
  summary: 'Starts that fit both bells on a weekday across a term',
  access: reader,
  query: z.object({ ...twoSchools, termCode: code, weekday: z.coerce.number().pipe(weekday), minutes }),
  reply: z.object({
    weeks: z.array(
      z.object({
        week: z.int(),
        receivingWeek: z.int().nullable(),
        presenting: schoolDayView,
        receiving: schoolDayView,
        windows: z.array(windowView),
      }),
    ),
  }),
  problems: ['not-found'],
});

/** What the reader meets for besides lessons: a studio's meeting, an accepted observation, a sitting of the programme. */
export const weekMeeting = z.object({
  kind: z.enum(['activity', 'observation', 'sitting']),
  /** The activity, the request that was accepted, or the sitting. */
  id: z.uuid(),
  /** What sort of meeting; of an observation, whether the reader hears or is heard. */
  sort: z.union([activityKind, z.enum(['hears', 'is-heard', 'programme'])]),
  title: z.string(),
  startsAt: instant,
  /** Not known of an observed lesson that is in no timetable of ours. */
  endsAt: instant.nullable(),
  place: z.string().nullable(),
  meetingLink: z.string().nullable(),
  lessonId: id<LessonId>().nullable(),
  /** The programme item that a sitting is of. */
  itemId: id<ItemId>().nullable(),
  /** The other of an observation. */
  with: z.string().nullable(),
});
/** What the reader meets for besides lessons. */
export type WeekMeeting = z.output<typeof weekMeeting>;

/** One week of a school, and of a partner beside it: days, bells and lessons of both. */
export const readWeek = endpoint({
  method: 'GET',
  path: '/schools/:schoolId/weeks/:monday',
  summary: 'A week of one school, with a partner beside it',
  access: reader,
  params: z.object({ schoolId: id<OrganisationId>(), monday: day }),
  query: z.object({ partnerId: id<OrganisationId>().optional() }),
  reply: z.object({
    monday: day,
    today: day,
    schools: z.array(
      z.object({
        school: schoolLabel,
        term: z.object({ code: z.string(), name: z.string(), week: z.int().nullable() }).nullable(),
        days: z.array(schoolDayView),
      }),
    ),
    /** Lessons in which the reader's own school has a part, or all for those who see every school. */
    lessons: z.array(lessonCard),
    /** Slots of the partner that are taken by lessons with third schools: that they are taken, not by whom. */
    taken: z.array(z.object({ schoolId: id<OrganisationId>(), startsAt: instant, endsAt: instant })),
    /** The reader's own, in the week of the reader's own school alone. */
    meetings: z.array(weekMeeting),
  }),
  problems: ['not-found', 'not-a-monday'],
});
