import {
  enrolmentStates,
  itemCategories,
  itemCertainties,
  itemStates,
  type CertificateId,
  type ClassroomId,
  type ItemId,
  type OrganisationId,
  type PersonId,
  type SittingId,
} from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, version } from './kernel/primitives';

/** What sort of thing an item is: 展示活动, 医疗培训班, 送教, 送医, 教师培训, 赴杭进修, 其他. */
export const itemCategory = z.enum(itemCategories);
/** Whether an item is planned, was held, or was called off. */
export const itemState = z.enum(itemStates);
/** How sure an item is. */
export const itemCertainty = z.enum(itemCertainties);
/** Where an enrolment stands. */
export const enrolmentState = z.enum(enrolmentStates);

/** A day, a month or a year of Beijing, as far as it is known: `2015-11-03`, `2015-11`, `2015`. */
export const partialDay = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** A number that is null where it is not known; zero is zero. */
export const maybeNumber = z.int().min(0).max(1_000_000).nullable();

const organisation = z.object({ id: id<OrganisationId>(), name: z.string() });
const person = z.object({ id: id<PersonId>(), name: z.string(), school: z.string() });
const tally = z.object({ sure: z.int(), unknown: z.int() });

/** An item as lists name it. The rule `itemNumbers` of the domain says what its numbers are. */
export const itemRow = z.object({
  id: id<ItemId>(),
  code: z.string(),
  category: itemCategory,
  /** What an item of the category `other` is, in the words of its source. */
  categoryWords: z.string().nullable(),
  title: z.string(),
  year: z.int(),
  /** 第n期 or 第n批. */
  ordinal: z.int().nullable(),
  begins: partialDay.nullable(),
  ends: partialDay.nullable(),
  state: itemState,
  sender: organisation.nullable(),
  host: organisation.nullable(),
  people: maybeNumber,
  /** The three numbers as they were stated. */
  stated: z.object({ enrolled: maybeNumber, attended: maybeNumber, completed: maybeNumber }),
  /** What the list of people gives for them; null without a list. */
  rows: z.object({ enrolled: tally, attended: tally, completed: tally }).nullable(),
  certainty: itemCertainty,
  certaintyRemark: z.string().nullable(),
  /** How sure its numbers are, where that is another matter than how sure the item is. */
  numbersCertainty: itemCertainty.nullable(),
  capacity: z.int().nullable(),
  isOpen: z.boolean(),
  /** Where the reader's own enrolment stands. */
  mine: enrolmentState.nullable(),
});
/** An item as lists name it. */
export type ItemRow = z.output<typeof itemRow>;

/** One time and place of an item. */
export const sitting = z.object({
  id: id<SittingId>(),
  state: z.enum(['scheduled', 'cancelled']),
  startsAt: instant,
  endsAt: instant,
  topic: z.string().nullable(),
  place: z.string().nullable(),
  /** For those who are on the list, are held, or keep the item. */
  meetingLink: z.string().nullable(),
  classroom: z.object({ id: id<ClassroomId>(), name: z.string(), school: z.string() }).nullable(),
  /** How many people are held by it. */
  people: z.int(),
  /** Who: told to those who keep the item and to those who are held. */
  persons: z.array(person).nullable(),
  isMine: z.boolean(),
  /** The reader is on the list and not held, since something else takes her then; never of what has begun. */
  isUnheld: z.boolean(),
  /** How many of the list are not held so: told to those who keep the item. */
  unheld: z.int().nullable(),
  reason: z.string().nullable(),
  version,
});
/** One time and place of an item. */
export type SittingView = z.output<typeof sitting>;

/** An item with all that is known of it, and what the reader may do. */
export const itemView = itemRow.extend({
  firstDay: day,
  lastDay: day,
  purpose: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  /** Why it was called off. */
  reason: z.string().nullable(),
  waiting: z.int(),
  /** The reader's place in the queue, from 1; null where the reader does not wait. */
  myPlace: z.int().nullable(),
  myCertificate: z.object({ id: id<CertificateId>(), code: z.string() }).nullable(),
  sittings: z.array(sitting),
  version,
  mayKeep: z.boolean(),
  /** May the reader enrol, or withdraw, herself now? */
  mayEnrol: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Whose people the reader sees on the list. */
  reach: z.enum(['all', 'school', 'self']),
});
/** An item with all that is known of it. */
export type ItemView = z.output<typeof itemView>;

/** One person on the list of an item. */
export const enrolmentRow = z.object({
  person: person.extend({ code: z.string() }),
  state: enrolmentState,
  attended: z.boolean().nullable(),
  completed: z.boolean().nullable(),
  /** The place in the queue, from 1. */
  place: z.int().nullable(),
  /** Sittings still to come that do not hold this person, since something else takes her then. */
  unheld: z.int(),
  /** The certificate that holds. */
  certificate: z.object({ id: id<CertificateId>(), code: z.string() }).nullable(),
  /** Whether the reader notes this person's attendance, and may enrol or withdraw her. */
  mayTake: z.boolean(),
  mayEnrol: z.boolean(),
});
/** One person on the list of an item. */
export type EnrolmentRow = z.output<typeof enrolmentRow>;

/** What of an enrolment changed; what is left out did not. */
const enrolmentFacts = z.object({
  state: enrolmentState.optional(),
  attended: z.boolean().nullable().optional(),
  completed: z.boolean().nullable().optional(),
});
/** One change of somebody's enrolment, by whom and when. */
export const enrolmentChange = z.object({
  at: instant,
  /** Null when an import by command did it. */
  actor: z.string().nullable(),
  person,
  /** Empty where the enrolment began with it. */
  before: enrolmentFacts,
  after: enrolmentFacts,
});
/** One change of somebody's enrolment, by whom and when. */
export type EnrolmentChange = z.output<typeof enrolmentChange>;

/** A certificate as it was printed. */
export const certificateView = z.object({
  id: id<CertificateId>(),
  code: z.string(),
  itemId: id<ItemId>(),
  personId: id<PersonId>(),
  title: z.string(),
  name: z.string(),
  /** When it took place. */
  day: partialDay,
  host: z.string().nullable(),
  issuedAt: instant,
  revokedAt: instant.nullable(),
  reason: z.string().nullable(),
  version,
  mayRevoke: z.boolean(),
});
/** A certificate as it was printed. */
export type CertificateView = z.output<typeof certificateView>;
