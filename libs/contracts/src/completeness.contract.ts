import {
  itemLacks,
  lessonLacks,
  monthShape,
  type LessonId,
  type OrganisationId,
  type PairingId,
  type PersonId,
} from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { day, id, instant, page, paging } from './kernel/primitives';

const access = { roles: ['administrator', 'viewer', 'coordinator'] } as const;

/** A month of Beijing time, `2026-09`. */
export const month = z.string().regex(monthShape);

const asked = { month };
const askedOfSchool = { month, schoolId: id<OrganisationId>().optional() };

/** How many are expected, and of how many something is missing. */
export const completenessShare = z.object({ expected: z.int(), lacking: z.int() });
/** How many are expected, and of how many something is missing. */
export type CompletenessShare = z.output<typeof completenessShare>;

const shares = { lessons: completenessShare, pairings: completenessShare, items: completenessShare };

/** Somebody to ask, by the name in the register. */
export const personToAsk = z.object({ id: id<PersonId>(), name: z.string(), school: z.string() });
/** Somebody to ask. */
export type PersonToAsk = z.output<typeof personToAsk>;

/** What a month lacks in all; lessons and pairings of two schools are counted once. */
export const completenessFigures = z.object({
  month,
  firstDay: day,
  lastDay: day,
  /** The month is not over: what is still to come is not counted. */
  isRunning: z.boolean(),
  schools: completenessShare,
  ...shares,
});
/** What a month lacks in all. */
export type CompletenessFigures = z.output<typeof completenessFigures>;

/** The figures of a month. */
export const readCompleteness = endpoint({
  method: 'GET',
  path: '/completeness/figures',
  summary: 'What a month still lacks, in numbers',
  access,
  query: z.object(asked),
  reply: completenessFigures,
  problems: ['forbidden'],
});

/** What a school lacks in a month; what two schools owe is counted at each of them. */
export const schoolCompleteness = z.object({
  id: id<OrganisationId>(),
  name: z.string(),
  side: z.string(),
  ...shares,
  /** Lessons that want this school's signature. */
  unsigned: z.int(),
  /** Lessons missed or interrupted that nothing replaces. */
  notMadeUp: z.int(),
  /** Whole percent that is there, rounded down; null where nothing was expected. */
  percent: z.int().nullable(),
  /** The coordinators of the school; none where the register names none. */
  ask: z.array(personToAsk),
});
/** What a school lacks in a month. */
export type SchoolCompleteness = z.output<typeof schoolCompleteness>;

/** Schools with anything to expect in the month, most lacking first. */
export const listSchoolCompleteness = endpoint({
  method: 'GET',
  path: '/completeness/schools',
  summary: 'Schools by what they lack in a month',
  access,
  query: z.object({ ...asked, ...paging }),
  reply: page(schoolCompleteness),
  problems: ['forbidden'],
});

/** A lesson whose record lacks something at one school. */
export const lackingLesson = z.object({
  lessonId: id<LessonId>(),
  startsAt: instant,
  onDay: day,
  subject: z.string(),
  topic: z.string().nullable(),
  state: z.enum(['ended', 'missed', 'interrupted']),
  school: z.object({ id: id<OrganisationId>(), name: z.string() }),
  partner: z.object({ id: id<OrganisationId>(), name: z.string() }),
  lack: z.enum(lessonLacks),
  /** The other school has signed already: only this one is waited for. */
  isPartnerDone: z.boolean(),
  /** The teacher at that school who signs; then the coordinators. */
  ask: z.array(personToAsk),
});
/** A lesson whose record lacks something at one school. */
export type LackingLesson = z.output<typeof lackingLesson>;

/** Lessons without a signature or a make-up, earliest first; a lesson stands once for each school that owes. */
export const listLackingLessons = endpoint({
  method: 'GET',
  path: '/completeness/lessons',
  summary: 'Lessons that lack a signature or a make-up',
  access,
  query: z.object({ ...askedOfSchool, lack: z.enum(lessonLacks).optional(), ...paging }),
  reply: page(lackingLesson),
  problems: ['forbidden', 'not-found'],
});

/** A pairing that ran in the month and met not once. */
export const silentPairing = z.object({
  pairingId: id<PairingId>(),
  mentor: personToAsk,
  mentee: personToAsk,
  studio: z.string().nullable(),
  /** Leads the studio. */
  lead: personToAsk.nullable(),
  lastContactOn: day.nullable(),
});
/** A pairing that ran in the month and met not once. */
export type SilentPairing = z.output<typeof silentPairing>;

/** Pairings without contact or observation in the month, longest silent first. */
export const listSilentPairings = endpoint({
  method: 'GET',
  path: '/completeness/pairings',
  summary: 'Pairings without contact or observation in a month',
  access,
  query: z.object({ ...askedOfSchool, ...paging }),
  reply: page(silentPairing),
  problems: ['forbidden', 'not-found'],
});

/** A programme item of the month of which something that a report asks is not known. */
export const lackingItem = z.object({
  itemId: z.uuid(),
  code: z.string(),
  title: z.string(),
  category: z.string(),
  /** The words of a category that the list does not know. */
  categoryWords: z.string().nullable(),
  ordinal: z.int().nullable(),
  firstDay: day,
  lastDay: day,
  host: z.string().nullable(),
  sender: z.string().nullable(),
  lacks: z.array(z.enum(itemLacks)).min(1),
  /** Who coordinates at the host, or at the sender where the host is not known. */
  ask: z.array(personToAsk),
});
/** A programme item of which something is not known. */
export type LackingItem = z.output<typeof lackingItem>;

/** Items of the month that lack a number or a day, earliest first. */
export const listLackingItems = endpoint({
  method: 'GET',
  path: '/completeness/items',
  summary: 'Programme items that lack a number or a day',
  access,
  query: z.object({ ...askedOfSchool, ...paging }),
  reply: page(lackingItem),
  problems: ['forbidden', 'not-found'],
});

const some = <T extends z.ZodType>(one: T) => z.object({ total: z.int(), first: z.array(one) });

/** What a reminder to one school names: the first few of each kind, and how many there are. */
export const schoolReminder = z.object({
  id: id<OrganisationId>(),
  name: z.string(),
  month,
  unsigned: some(z.object({ onDay: day, subject: z.string(), lack: z.enum(lessonLacks) })),
  notMadeUp: some(z.object({ onDay: day, subject: z.string(), lack: z.enum(lessonLacks) })),
  pairings: some(z.object({ mentor: z.string(), mentee: z.string() })),
  items: some(z.object({ title: z.string(), lacks: z.array(z.enum(itemLacks)) })),
  ask: z.array(personToAsk),
});
/** What a reminder to one school names. */
export type SchoolReminder = z.output<typeof schoolReminder>;

/** What a reminder to one school is written from. */
export const readSchoolReminder = endpoint({
  method: 'GET',
  path: '/completeness/schools/:schoolId/reminder',
  summary: 'What a reminder to one school names',
  access,
  params: z.object({ schoolId: id<OrganisationId>() }),
  query: z.object(asked),
  reply: schoolReminder,
  problems: ['forbidden', 'not-found'],
});

/**
 * What a year still lacks in all: lessons of the record or a make-up, pairings that met not once in it, items of a number
 * or a day. `month` is the last one in which a lesson or an item lacks something.
 */
export const readYearLack = endpoint({
  method: 'GET',
  path: '/completeness/years/:year',
  summary: 'What a year still lacks, in numbers',
  access,
  params: z.object({ year: z.coerce.number().int().min(2010).max(2100) }),
  reply: z.object({
    year: z.int(),
    lessons: z.int(),
    pairings: z.int(),
    items: z.int(),
    total: z.int(),
    month: month.nullable(),
  }),
  problems: ['forbidden'],
});
