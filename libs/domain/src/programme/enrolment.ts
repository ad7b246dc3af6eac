import { accept, refuse, type PersonId, type Result } from '../kernel';
import { Temporal } from '../time';
import type { Known } from './numbers';

/** Every state of an enrolment: on the list, waiting for a place, or taken back. */
export const enrolmentStates = ['enrolled', 'waiting', 'withdrawn'] as const;

/** Where an enrolment stands. */
export type EnrolmentState = (typeof enrolmentStates)[number];

/** Every state of an item. */
export const itemStates = ['planned', 'held', 'cancelled'] as const;

/** Where an item stands: it is planned, it took place, or it was called off. */
export type ItemState = (typeof itemStates)[number];

/** What enrolling looks at of an item; days are of Beijing and both held. */
export interface EnrolItem {
  readonly state: ItemState;
  /** May people enrol themselves? */
  readonly isOpen: boolean;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** One person's enrolment as it stands. */
export interface StandingEnrolment {
  readonly personId: PersonId;
  readonly state: EnrolmentState;
  readonly attended: Known;
  readonly completed: Known;
}

/** Who enrols or withdraws somebody: that person, or somebody who keeps the list. */
export type EnrolledBy = 'self' | 'keeper';

/** Why nobody enrols or withdraws now. */
export type EnrolRefusal =
  | { readonly kind: 'item-cancelled' }
  | { readonly kind: 'enrolment-closed' }
  | { readonly kind: 'attendance-known' }
  | { readonly kind: 'not-enrolled' };

/** What a rule about one enrolment looks at. */
export interface EnrolQuestion {
  readonly item: EnrolItem;
  readonly standing: StandingEnrolment | null;
  readonly by: EnrolledBy;
  readonly today: Temporal.PlainDate;
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;

/** People change their own place while the item is open and not over; keepers also write a list down afterwards. */
const isClosedFor = ({ item, by, today }: EnrolQuestion): boolean =>
  by === 'self' && (!item.isOpen || item.state === 'held' || isAfter(today, item.lastDay));

/** `queue`: this person goes to the end of the queue, and moves up at once while there are places. `stay`: is there already. */
export function decideEnrol(question: EnrolQuestion): Result<'queue' | 'stay', EnrolRefusal> {
  const { item, standing } = question;
  if (item.state === 'cancelled') return refuse({ kind: 'item-cancelled' });
  if (standing && standing.state !== 'withdrawn') return accept('stay');
  return isClosedFor(question) ? refuse({ kind: 'enrolment-closed' }) : accept('queue');
}

/** Who came or completed does not leave the list any more; `stay`: had withdrawn already. */
export function decideLeaving(question: EnrolQuestion): Result<'leave' | 'stay', EnrolRefusal> {
  const { standing, by, item, today } = question;
  if (!standing) return refuse({ kind: 'not-enrolled' });
  if (standing.state === 'withdrawn') return accept('stay');
  if (standing.attended === true || standing.completed === true) return refuse({ kind: 'attendance-known' });
  const isOver = by === 'self' && isAfter(today, item.lastDay);
  return isOver ? refuse({ kind: 'enrolment-closed' }) : accept('leave');
}

/** How full an item is; capacity null is without a limit. */
export interface Places {
  readonly capacity: number | null;
  readonly enrolled: number;
}

/** Who of the queue, first come first, moves up into the places that are free. A smaller capacity sends nobody away. */
export function movesUp<T>(queue: readonly T[], { capacity, enrolled }: Places): readonly T[] {
  return capacity === null ? queue : queue.slice(0, Math.max(0, capacity - enrolled));
}

/** Nobody moves up into what took place, is over or was called off: who still waits did not come. */
export const stillMovesUp = ({ state, lastDay }: EnrolItem, today: Temporal.PlainDate): boolean =>
  state === 'planned' && !isAfter(today, lastDay);

/** Why attendance or completion cannot be written so. */
export type PresenceRefusal =
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'in-the-future' }
  | { readonly kind: 'absent-completed' }
  | { readonly kind: 'certificate-stands' };

/** What was seen of one person. */
export interface Noticed {
  readonly attended: Known;
  readonly completed: Known;
}

/** What writing attendance and completion looks at. */
export interface PresenceQuestion {
  readonly item: Pick<EnrolItem, 'firstDay'>;
  readonly standing: StandingEnrolment | null;
  /** A certificate says that this person completed, and holds. */
  readonly isCertified: boolean;
  readonly today: Temporal.PlainDate;
}

/**
 * Writes who came and who completed, from the first day on; what is not known yet may be said to be unknown at any time.
 * Who is known to have been absent has not completed; who completed may have come or not be known to have come.
 */
export function decidePresence(question: PresenceQuestion, now: Noticed): Result<Noticed, PresenceRefusal> {
  const { item, standing, isCertified, today } = question;
  if (standing?.state !== 'enrolled') return refuse({ kind: 'not-enrolled' });
  const isKnown = now.attended !== null || now.completed !== null;
  if (isKnown && isAfter(item.firstDay, today)) return refuse({ kind: 'in-the-future' });
  if (now.attended === false && now.completed === true) return refuse({ kind: 'absent-completed' });
  return isCertified && now.completed !== true ? refuse({ kind: 'certificate-stands' }) : accept(now);
}
