import type { ClassroomId, LessonId, OrganisationId } from '@qinglan/domain';
import * as z from 'zod';
import { historyEntry } from './directory.contract';
import { endpoint } from './kernel/endpoint';
import { id, instant, page, paging } from './kernel/primitives';
import { proposer } from './scheduling.parts';
import { lessonCard } from './scheduling.views';
import { lessonState } from './words';

const reader = 'signed-in' as const;

const otherLesson = z.object({
  id: id<LessonId>(),
  startsAt: instant,
  state: lessonState,
  /** Whoever hears a lesson as mentor or mentee of its teacher may not see the other. */
  maySee: z.boolean(),
});

/** A lesson with what the reader may do with it, the lesson it makes up, and the one by which it is made up. */
export const lessonView = lessonCard.extend({
  mayChange: z.boolean(),
  /** Is it lost and not made up, and may the reader propose a lesson in its place? */
  mayMakeUp: z.boolean(),
  replaces: otherLesson.nullable(),
  replacedBy: otherLesson.nullable(),
  mayEnterAs: z.array(z.object({ classroomId: id<ClassroomId>(), name: z.string() })),
  mayObserve: z.boolean(),
  doorOpensAt: instant,
  doorClosesAt: instant,
});

/** Lessons that start in `[from, to)`, soonest first. */
export const listLessons = endpoint({
  method: 'GET',
  path: '/lessons',
  summary: 'Lessons in a span of time',
  access: reader,
  query: z.object({
    ...paging,
    from: instant.optional(),
    to: instant.optional(),
    schoolId: id<OrganisationId>().optional(),
    state: lessonState.optional(),
    mine: z.stringbool().optional(),
  }),
  reply: page(lessonCard),
});
/** One lesson. */
export const readLesson = endpoint({
  method: 'GET',
  path: '/lessons/:lessonId',
  summary: 'One lesson',
  access: reader,
  params: z.object({ lessonId: id<LessonId>() }),
  reply: lessonView,
  problems: ['not-found'],
});
/** Who did what to a lesson and when, oldest first. */
export const readLessonHistory = endpoint({
  method: 'GET',
  path: '/lessons/:lessonId/history',
  summary: 'History of one lesson',
  access: reader,
  params: z.object({ lessonId: id<LessonId>() }),
  query: z.object(paging),
  reply: page(historyEntry),
  problems: ['not-found'],
});
/** Cancels one confirmed lesson and frees its slot. */
export const cancelLesson = endpoint({
  method: 'POST',
  path: '/lessons/:lessonId/cancellation',
  summary: 'Cancel a confirmed lesson',
  access: proposer,
  params: z.object({ lessonId: id<LessonId>() }),
  body: z.object({ reason: z.string().trim().max(300) }),
  reply: lessonView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'wrong-state', 'reason-missing', 'in-the-past'],
});
/** Moves one confirmed lesson to another start; every party is checked again. */
export const moveLesson = endpoint({
  method: 'POST',
  path: '/lessons/:lessonId/move',
  summary: 'Move a confirmed lesson',
  access: proposer,
  params: z.object({ lessonId: id<LessonId>() }),
  body: z.object({ startsAt: instant, reason: z.string().trim().max(300) }),
  reply: lessonView,
  versioned: true,
  problems: [
    'not-found',
    'forbidden',
    'stale',
    'wrong-state',
    'reason-missing',
    'party-taken',
    'outside-bell',
    'day-closed',
    'in-the-past',
  ],
});
