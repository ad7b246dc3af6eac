import type { PairingId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { id, instant } from './kernel/primitives';

/**
 * What can wait for somebody: a request to answer, an observation to countersign, a pairing to agree to, an agreement to
 * sign, an open lesson to mark, wishes to tell in a round, a meeting to write down; and, asking for nothing, a meeting one
 * is invited to, or need not come to any more, a place one moved up to from the queue of a training, and a sitting of one's
 * list, or to which one is asked, that was moved or called off.
 */
export const waitingKinds = [
  ...(['request', 'countersign', 'consent', 'sign', 'panel', 'wish', 'record'] as const),
  ...(['invitation', 'uninvited', 'place', 'moved', 'off'] as const),
] as const;

/** What is told and asks for nothing. */
export const toldKinds = [
  'invitation',
  'uninvited',
  'place',
  'moved',
  'off',
] as const satisfies readonly (typeof waitingKinds)[number][];

/** One thing that waits for the reader. */
export const waitingThing = z.object({
  kind: z.enum(waitingKinds),
  /** The request, observation, pairing, open lesson, round, activity or programme item. */
  id: z.uuid(),
  pairingId: id<PairingId>().nullable(),
  title: z.string(),
  /** The other whom it concerns. */
  who: z.string().nullable(),
  /** When it takes place, or since when it waits; null where neither is known. */
  at: instant.nullable(),
});
/** One thing that waits for the reader. */
export type WaitingThing = z.output<typeof waitingThing>;

/** Everything of mentoring that waits for the reader, at most twenty of a kind; `count` leaves out what asks for nothing. */
export const listWaiting = endpoint({
  method: 'GET',
  path: '/waiting',
  summary: 'What waits for me in mentoring',
  access: 'signed-in',
  reply: z.object({ count: z.int(), items: z.array(waitingThing) }),
});
