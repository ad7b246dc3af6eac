import type { ClassroomId, LessonId, OrganisationId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { clientEvent, serverEvent } from './kernel/event';
import { id, instant } from './kernel/primitives';
import { lessonCard } from './scheduling.views';
import { lessonState } from './words';

const lessonId = id<LessonId>();
const classroomId = id<ClassroomId>();
const signedIn = 'signed-in' as const;

/** Where a room's log stands: `offset` counts within `epoch`; a new epoch makes old offsets void. */
export const roomPosition = z.object({ epoch: z.string().max(40), offset: z.int().min(0) });

/** One classroom in a lesson room; `since` is when it connected or dropped. */
export const roomClassroom = z.object({
  classroomId,
  schoolId: id<OrganisationId>(),
  name: z.string(),
  school: z.string(),
  part: z.enum(['presenting', 'receiving']),
  connected: z.boolean(),
  since: instant.nullable(),
  headCount: z.int().nullable(),
});

/** The whole state of a lesson room at a position. */
export const roomSnapshot = z.object({
  lessonId,
  ...roomPosition.shape,
  lessonState,
  classrooms: z.array(roomClassroom),
});
/** The whole state of a lesson room at a position. */
export type RoomSnapshot = z.output<typeof roomSnapshot>;

/** What changed in a room; the state of one thing after the change, never a list of all. */
export const roomChange = z.discriminatedUnion('of', [
  z.object({ of: z.literal('classroom'), classroomId, connected: z.boolean(), since: instant }),
  z.object({ of: z.literal('count'), classroomId, headCount: z.int() }),
  z.object({ of: z.literal('lesson'), lessonState }),
]);
/** What changed in a room. */
export type RoomChange = z.output<typeof roomChange>;

/**
 * The changes that lead from `fromOffset` to `offset`. A burst comes as one delta that spans several offsets, so a client
 * that stands anywhere from `fromOffset` on may take it; one that stands before it has a gap and catches up.
 */
export const roomDelta = z.object({
  lessonId,
  ...roomPosition.shape,
  fromOffset: z.int().min(0),
  changes: z.array(roomChange),
});
/** The changes that lead from one offset to a later one. */
export type RoomDelta = z.output<typeof roomDelta>;

const whereabouts = z.discriminatedUnion('how', [
  z.object({ how: z.literal('snapshot'), snapshot: roomSnapshot, card: lessonCard }),
  z.object({ how: z.literal('deltas'), deltas: z.array(roomDelta) }),
]);

/** Enters a lesson room as a classroom (or as an observer, `classroomId` null) and says what it already knows. */
export const enterRoom = clientEvent({
  name: 'room.enter',
  summary: 'Enter a lesson room as a classroom or as an observer',
  access: signedIn,
  body: z.object({ lessonId, classroomId: classroomId.nullable(), since: roomPosition.nullable() }),
  reply: whereabouts,
  problems: ['not-found', 'forbidden', 'room-closed'],
});
/** Says every 25 s that this classroom is still there. */
export const beat = clientEvent({
  name: 'room.beat',
  summary: 'This classroom is still there',
  access: signedIn,
  body: z.object({ lessonId }),
  reply: z.object({ ...roomPosition.shape }),
  problems: ['not-found', 'room-closed'],
});
/** Asks for what came after a position: the deltas, or the snapshot where they are gone. */
export const catchUp = clientEvent({
  name: 'room.catch-up',
  summary: 'What came after this position',
  access: signedIn,
  body: z.object({ lessonId, since: roomPosition }),
  reply: whereabouts,
  problems: ['not-found'],
});
/** Leaves the room on purpose. */
export const leaveRoom = clientEvent({
  name: 'room.leave',
  summary: 'Leave a lesson room',
  access: signedIn,
  body: z.object({ lessonId }),
  reply: z.object({}),
  problems: ['not-found'],
});
/** Says how many pupils sit in a classroom. */
export const countHeads = clientEvent({
  name: 'room.count',
  summary: 'How many pupils sit in this classroom',
  access: signedIn,
  body: z.object({ lessonId, classroomId, headCount: z.int().min(0).max(500) }),
  reply: z.object({ headCount: z.int() }),
  problems: ['not-found', 'forbidden', 'room-closed'],
});
/** Asks to be told of changes in the timetables that this person may see. */
export const watchTimetable = clientEvent({
  name: 'timetable.watch',
  summary: 'Tell me of changes in the timetables that I may see',
  access: signedIn,
  body: z.object({}),
  reply: z.object({ schoolIds: z.array(id<OrganisationId>()) }),
  problems: [],
});
/** Asks to be told when something of one's own in mentoring changes. */
export const watchMentoring = clientEvent({
  name: 'mentoring.watch',
  summary: 'Tell me when something of mine in mentoring changes',
  access: signedIn,
  body: z.object({}),
  reply: z.object({}),
  problems: [],
});

/** Tells a room what changed. */
export const roomChanged = serverEvent({ name: 'room.delta', summary: 'A room changed', body: roomDelta });
/** Tells that a lesson was proposed, answered, moved, started or ended. */
export const timetableChanged = serverEvent({
  name: 'timetable.changed',
  summary: 'A lesson of a timetable changed',
  body: z.object({
    lessonIds: z.array(lessonId),
    proposalId: z.uuid().nullable(),
    schoolIds: z.array(id<OrganisationId>()),
    act: z.string(),
  }),
});
/** Tells that something of the reader's own in mentoring changed: a request, a countersignature, what is paid. */
export const mentoringChanged = serverEvent({
  name: 'mentoring.changed',
  summary: 'Something of mine in mentoring changed',
  body: z.object({}),
});
/** Tells that the session was ended elsewhere; the socket closes after it. */
export const sessionEnded = serverEvent({
  name: 'session.ended',
  summary: 'The session has ended',
  body: z.object({}),
});

/** From when to when each classroom was there, and who confirms it. */
export const recordView = z.object({
  lessonId,
  lessonState,
  startsAt: instant,
  endsAt: instant,
  plannedMinutes: z.int(),
  effectiveMinutes: z.int(),
  classrooms: z.array(
    roomClassroom
      .pick({ classroomId: true, schoolId: true, name: true, school: true, part: true, headCount: true })
      .extend({
        /** `to` is null while the classroom is still connected. */
        intervals: z.array(z.object({ from: instant, to: instant.nullable() })),
      }),
  ),
  signatures: z.array(
    z.object({ schoolId: id<OrganisationId>(), school: z.string(), person: z.string(), at: instant }),
  ),
  maySign: z.boolean(),
});

/** What happened in a lesson. */
export const readRecord = endpoint({
  method: 'GET',
  path: '/lessons/:lessonId/record',
  summary: 'What happened in a lesson',
  access: 'signed-in',
  params: z.object({ lessonId }),
  reply: recordView,
  problems: ['not-found'],
});
/** Confirms the record for the own school; when both have signed the lesson is verified. */
export const signRecord = endpoint({
  method: 'POST',
  path: '/lessons/:lessonId/record/signatures',
  summary: 'Confirm the record for the own school',
  access: { roles: ['teacher', 'coordinator'] },
  params: z.object({ lessonId }),
  reply: recordView,
  problems: ['not-found', 'forbidden', 'wrong-state', 'already-signed'],
});

/** Every message from clients. */
export const clientEvents = { enterRoom, beat, catchUp, leaveRoom, countHeads, watchTimetable, watchMentoring };
/** Every message from the server. */
export const serverEvents = { roomChanged, timetableChanged, mentoringChanged, sessionEnded };
