import { observationDirections, type PersonId } from '@qinglan/domain';
import * as z from 'zod';
import { id, instant, version } from './kernel/primitives';

/**
 * What is arranged next between the two: a lesson one of them gives, an accepted observation, a studio's activity, an
 * open lesson of the mentee.
 */
export const nextMeeting = z.object({
  kind: z.enum(['lesson', 'observation', 'activity', 'open-lesson']),
  id: z.uuid(),
  /** Of an open lesson that is in no timetable the beginning of its day. */
  startsAt: instant,
  title: z.string(),
  /** Of an observation alone: who hears whom. */
  direction: z.enum(observationDirections).nullable(),
});

/** A request for an observation that one of the two has still to answer. */
export const askedRequest = z.object({
  id: z.uuid(),
  askedById: id<PersonId>(),
  direction: z.enum(observationDirections),
  startsAt: instant,
  topic: z.string().nullable(),
  version,
});
