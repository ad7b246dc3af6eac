import type { OrganisationId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { code, day, id, instant, weekday } from './kernel/primitives';
import { twoSchools } from './scheduling.parts';
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
  }),
  problems: ['not-found', 'not-a-monday'],
});
