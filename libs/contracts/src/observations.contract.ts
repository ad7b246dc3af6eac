import type { LessonId, ObservationId, PairingId, ObservationRequestId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { day, id, instant, page, paging, text } from './kernel/primitives';
import {
  entryChange,
  headingChange,
  heardOnDay,
  observableLesson,
  observablePairing,
  observationCard,
  observationDirection,
  observationMode,
  observationRequestState,
  observationRequestView,
  observationView,
} from './observations.views';

const reader = 'signed-in' as const;
const observationId = { observationId: id<ObservationId>() };
const requestId = { requestId: id<ObservationRequestId>() };
const pairingId = id<PairingId>();

/** The actor's running pairings and who of them may hear whom; for one lesson, those of its teachers alone. */
export const listObservable = endpoint({
  method: 'GET',
  path: '/observable-pairings',
  summary: 'Pairings in which the reader may hear or be heard',
  access: reader,
  query: z.object({ lessonId: id<LessonId>().optional() }),
  reply: z.object({ items: z.array(observablePairing) }),
});
/** Lessons of the one who is heard, from thirty days ago to thirty days ahead, newest first. */
export const listObservableLessons = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId/observable-lessons',
  summary: 'Lessons that can be heard in a pairing',
  access: reader,
  params: z.object({ pairingId }),
  query: z.object({ ...paging, direction: observationDirection }),
  reply: page(observableLesson),
  problems: ['not-found'],
});
/** What is known already of one day, so that nothing is written down twice: observations, and what pays by itself or by hand. */
export const listHeardOnDay = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId/heard',
  summary: 'What was heard in a pairing on a day',
  access: reader,
  params: z.object({ pairingId }),
  query: z.object({ direction: observationDirection, onDay: day }),
  reply: z.object({ items: z.array(heardOnDay) }),
  problems: ['not-found'],
});
/** The reader's own: being written, waiting for the countersignature, to be countersigned, done; newest first. */
export const listObservations = endpoint({
  method: 'GET',
  path: '/observations',
  summary: 'Observations of the reader',
  access: reader,
  query: z.object({ ...paging, box: z.enum(['open', 'waiting', 'to-sign', 'done']) }),
  reply: page(observationCard),
});
/** What was submitted in a pairing, newest first, for those who may read it. */
export const listPairingObservations = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId/observations',
  summary: 'Observations of a pairing',
  access: reader,
  params: z.object({ pairingId }),
  query: z.object(paging),
  reply: page(observationCard),
  problems: ['not-found'],
});

const heardLesson = {
  pairingId,
  direction: observationDirection,
  mode: observationMode,
};
/** A lesson of no timetable of ours: an ordinary class, or a recording. */
const heardElsewhere = {
  onDay: day,
  topic: text(120),
  subject: text(40).nullable(),
  class: text(60).nullable(),
};

/** Opens an observation with what is known filled in; a lesson that is open already answers with what is there. */
export const openObservation = endpoint({
  method: 'PUT',
  path: '/observations/:observationId',
  summary: 'Open an observation',
  access: reader,
  params: z.object(observationId),
  body: z.discriminatedUnion('of', [
    z.object({ of: z.literal('lesson'), ...heardLesson, lessonId: id<LessonId>() }),
    z.object({ of: z.literal('class'), ...heardLesson, ...heardElsewhere }),
  ]),
  reply: observationView,
  problems: ['not-found', 'forbidden', 'pairing-not-running', 'not-their-lesson', 'in-the-future', 'id-taken'],
});
/** Writes down and submits a visit at once: who, when, which topic, and a line if there is time. */
export const logVisit = endpoint({
  method: 'PUT',
  path: '/observations/:observationId/visit',
  summary: 'Log a visit in one go',
  access: reader,
  params: z.object(observationId),
  body: z.object({
    ...heardLesson,
    ...heardElsewhere,
    /** The lesson of the timetable that was heard, which gives day and class; then it is that lesson's observation. */
    lessonId: id<LessonId>().nullable().default(null),
    onDay: day.nullable(),
    highlight: text(1000).nullable(),
    advice: text(1000).nullable(),
  }),
  reply: observationView,
  problems: [
    ...(['not-found', 'forbidden', 'pairing-not-running', 'not-their-lesson', 'already-noted'] as const),
    ...(['in-the-future', 'id-taken'] as const),
  ],
});
/** One observation; a reading by lead or coordinator is written down for the two to see. */
export const readObservation = endpoint({
  method: 'GET',
  path: '/observations/:observationId',
  summary: 'One observation',
  access: reader,
  params: z.object(observationId),
  reply: observationView,
  problems: ['not-found'],
});
/** What devices wrote, each change applied once; after submission it is kept beside the original as an amendment. */
export const sendObservationChanges = endpoint({
  method: 'POST',
  path: '/observations/:observationId/changes',
  summary: 'Send what was written',
  access: reader,
  params: z.object(observationId),
  body: z.object({ entries: z.array(entryChange).max(200), heading: z.array(headingChange).max(50) }),
  reply: observationView,
  problems: ['not-found', 'forbidden', 'too-large'],
});
/** Lays it before the one who was heard; from then on it is not changed, only amended. */
export const submitObservation = endpoint({
  method: 'POST',
  path: '/observations/:observationId/submission',
  summary: 'Submit an observation',
  access: reader,
  params: z.object(observationId),
  reply: observationView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'already-submitted', 'already-discarded', 'nothing-noted'],
});
/** Drops what was begun by mistake, with a reason where something is written in it; nothing is deleted. */
export const discardObservation = endpoint({
  method: 'POST',
  path: '/observations/:observationId/discarding',
  summary: 'Discard an observation that is open',
  access: reader,
  params: z.object(observationId),
  body: z.object({ reason: z.string().trim().max(300) }),
  reply: observationView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'already-submitted', 'already-discarded', 'reason-missing'],
});
/** The one who was heard replies, countersigns, or both; the countersignature counts for the agreement. */
export const answerObservation = endpoint({
  method: 'POST',
  path: '/observations/:observationId/answer',
  summary: 'Reply to an observation or countersign it',
  access: reader,
  params: z.object(observationId),
  body: z.object({ reply: text(2000).nullable(), countersigns: z.boolean() }),
  reply: observationView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'not-submitted', 'already-countersigned', 'nothing-said'],
});

/** Asks the other of a pairing to hear or to be heard, on an earlier Beijing day than the lesson's. */
export const askObservation = endpoint({
  method: 'PUT',
  path: '/observation-requests/:requestId',
  summary: 'Ask for an observation',
  access: reader,
  params: z.object(requestId),
  body: z
    .object({
      pairingId,
      direction: observationDirection,
      /** A lesson of the timetable gives its start and topic; any other lesson says when it begins. */
      lessonId: id<LessonId>().nullable(),
      startsAt: instant.nullable(),
      /** How long any other lesson lasts: with it, an accepted request holds the time of both. */
      minutes: z.int().min(5).max(240).nullable().default(null),
      topic: text(120).nullable(),
      note: text(300).nullable(),
    })
    .refine(({ lessonId, startsAt }) => (lessonId === null) !== (startsAt === null), {
      path: ['startsAt'],
      message: 'either a lesson or a start',
    }),
  reply: observationRequestView,
  problems: ['not-found', 'pairing-not-running', 'not-their-lesson', 'asked-too-late', 'id-taken', 'invalid-input'],
});
/** One request, for the two of its pairing; what is heard of a lesson of no timetable bears its id. */
export const readObservationRequest = endpoint({
  method: 'GET',
  path: '/observation-requests/:requestId',
  summary: 'One request for an observation',
  access: reader,
  params: z.object(requestId),
  reply: observationRequestView,
  problems: ['not-found'],
});
/** The one who was asked accepts, or declines with a reason. What is accepted holds the observer's time like a meeting. */
export const answerObservationRequest = endpoint({
  method: 'POST',
  path: '/observation-requests/:requestId/answer',
  summary: 'Accept or decline a request',
  access: reader,
  params: z.object(requestId),
  body: z.object({ accepts: z.boolean(), reason: z.string().trim().max(300) }),
  reply: observationRequestView,
  versioned: true,
  problems: [
    ...(['not-found', 'forbidden', 'stale', 'request-closed', 'reason-missing'] as const),
    ...(['pairing-not-running', 'request-past', 'not-their-lesson', 'party-taken'] as const),
  ],
});
/** Takes a request back, or calls off with a reason what was accepted. */
export const withdrawObservationRequest = endpoint({
  method: 'POST',
  path: '/observation-requests/:requestId/withdrawal',
  summary: 'Take a request back or call it off',
  access: reader,
  params: z.object(requestId),
  body: z.object({ reason: z.string().trim().max(300) }),
  reply: observationRequestView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'request-closed', 'reason-missing'],
});
/** Requests that the reader was asked, or asked, by their start. */
export const listObservationRequests = endpoint({
  method: 'GET',
  path: '/observation-requests',
  summary: 'Requests for observations',
  access: reader,
  query: z.object({
    ...paging,
    box: z.enum(['asked-of-me', 'asked-by-me']),
    state: observationRequestState.optional(),
  }),
  reply: page(observationRequestView),
});
