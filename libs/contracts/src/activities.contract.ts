import { activityMinutes, type ActivityId, type ClassroomId, type PersonId, type StudioId } from '@qinglan/domain';
import * as z from 'zod';
import { historyEntry } from './directory.contract';
import { endpoint } from './kernel/endpoint';
import { id, instant, page, paging, text } from './kernel/primitives';
import { activityKind, activityRow, activityView } from './studio.views';

const reader = 'signed-in' as const;
const ofActivity = z.object({ activityId: id<ActivityId>() });
const reason = z.object({ reason: z.string().trim().max(300) });

/** The reader's own activities: to come, over, or over and still to be written down by the reader. */
export const listMyActivities = endpoint({
  method: 'GET',
  path: '/activities',
  summary: 'My activities',
  access: reader,
  query: z.object({ ...paging, when: z.enum(['upcoming', 'past', 'unrecorded']).default('upcoming') }),
  reply: page(activityRow),
});
/** One activity. */
export const readActivity = endpoint({
  method: 'GET',
  path: '/activities/:activityId',
  summary: 'One activity',
  access: reader,
  params: ofActivity,
  reply: activityView,
  problems: ['not-found'],
});
/** Who did what to an activity and when, oldest first. */
export const readActivityHistory = endpoint({
  method: 'GET',
  path: '/activities/:activityId/history',
  summary: 'History of one activity',
  access: reader,
  params: ofActivity,
  query: z.object(paging),
  reply: page(historyEntry),
  problems: ['not-found'],
});

const minutes = z.int().min(activityMinutes.least).max(activityMinutes.most);

/** Arranges a meeting and holds everybody's time; sent twice it happens once. */
export const arrangeActivity = endpoint({
  method: 'PUT',
  path: '/activities/:activityId',
  summary: 'Arrange an activity',
  access: reader,
  params: ofActivity,
  body: z.object({
    studioId: id<StudioId>(),
    kind: activityKind,
    title: text(60),
    startsAt: instant,
    minutes,
    place: text(120).nullable(),
    meetingLink: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
    classroomId: id<ClassroomId>().nullable(),
    personIds: z.array(id<PersonId>()).min(1).max(60),
  }),
  reply: activityView,
  problems: [
    'not-found',
    'forbidden',
    'id-taken',
    'party-taken',
    'party-foreign',
    'too-few-people',
    'place-missing',
    'in-the-past',
  ],
});
/** Moves an activity to another time; everybody is checked again. */
export const moveActivity = endpoint({
  method: 'POST',
  path: '/activities/:activityId/move',
  summary: 'Move an activity',
  access: reader,
  params: ofActivity,
  body: reason.extend({ startsAt: instant, minutes }),
  reply: activityView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'activity-closed', 'reason-missing', 'party-taken', 'in-the-past'],
});
/** Changes who is asked to an activity that has not begun; who comes in has to be free. */
export const inviteToActivity = endpoint({
  method: 'POST',
  path: '/activities/:activityId/people',
  summary: 'Change who takes part in an activity',
  access: reader,
  params: ofActivity,
  body: z.object({ personIds: z.array(id<PersonId>()).min(1).max(60) }),
  reply: activityView,
  versioned: true,
  problems: [
    ...(['not-found', 'forbidden', 'stale', 'activity-closed', 'party-taken', 'party-foreign'] as const),
    ...(['too-few-people', 'in-the-past'] as const),
  ],
});
/** Calls an activity off and frees everybody's time. */
export const cancelActivity = endpoint({
  method: 'POST',
  path: '/activities/:activityId/cancellation',
  summary: 'Call an activity off',
  access: reader,
  params: ofActivity,
  body: reason,
  reply: activityView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'activity-closed', 'reason-missing'],
});
/** Writes down who was there and what came of it; pairings of which both were there are credited by it. */
export const recordActivity = endpoint({
  method: 'POST',
  path: '/activities/:activityId/record',
  summary: 'Write an activity down',
  access: reader,
  params: ofActivity,
  body: z.object({ presentIds: z.array(id<PersonId>()).max(60), summary: text(2000) }),
  reply: activityView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'activity-closed', 'activity-not-over', 'too-few-people'],
});
/** Corrects with a reason what was written down; what it is counted for follows, and its history keeps what was said before. */
export const correctActivity = endpoint({
  method: 'POST',
  path: '/activities/:activityId/record/correction',
  summary: 'Correct what was written down of an activity',
  access: reader,
  params: ofActivity,
  body: reason.extend({ presentIds: z.array(id<PersonId>()).max(60), summary: text(2000) }),
  reply: activityView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'activity-not-held', 'reason-missing', 'too-few-people'],
});
