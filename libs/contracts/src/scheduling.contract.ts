import type { ClassId, ClassroomId, LessonId, OrganisationId, PersonId, ProposalId, SeriesId } from '@qinglan/domain';
import * as z from 'zod';
import { historyEntry } from './directory.contract';
import { endpoint } from './kernel/endpoint';
import { code, day, id, instant, page, paging, text, version, wallTime, weekday } from './kernel/primitives';
import { lessonCard, occurrenceView, schoolDayView, schoolLabel, windowView } from './scheduling.views';
import { lessonKind, lessonState } from './words';

const reader = 'signed-in' as const;
const proposer = { roles: ['teacher', 'coordinator'] } as const;
const twoSchools = { presentingSchoolId: id<OrganisationId>(), receivingSchoolId: id<OrganisationId>() };
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

const seriesFields = {
  code: code.nullable(),
  termCode: code,
  kind: lessonKind,
  subject: text(60),
  ...twoSchools,
  presenterId: id<PersonId>(),
  presentingClassId: id<ClassId>().nullable(),
  presentingClassroomId: id<ClassroomId>(),
  localTeacherId: id<PersonId>(),
  receivingClassId: id<ClassId>().nullable(),
  receivingClassroomId: id<ClassroomId>(),
  weekday,
  /** The period of the presenting school. */
  period: z.int().min(1).max(30),
  /** Teaching weeks of the presenting school: `3-18`, `3-18单`, `4-16双`, `5,9,13` and mixtures. */
  weeks: text(120),
  /** Length in minutes; null takes the presenting school's period. */
  minutes: z.int().min(5).max(240).nullable(),
  /** Weeks that the proposer leaves out. */
  skipWeeks: z.array(z.int().min(1).max(60)).max(60),
  /** Another start chosen for a week, Beijing time of that day. */
  choices: z.array(z.object({ week: z.int().min(1).max(60), startsAt: wallTime })).max(60),
};

/** A series with the names that its ids stand for; its state is counted from its lessons. */
export const seriesView = z.object({
  id: id<SeriesId>(),
  ...seriesFields,
  presentingSchool: schoolLabel,
  receivingSchool: schoolLabel,
  presenter: z.string(),
  presentingClass: z.string().nullable(),
  presentingClassroom: z.string(),
  localTeacher: z.string(),
  receivingClass: z.string().nullable(),
  receivingClassroom: z.string(),
  /** Lessons by state; empty while it is a draft. */
  lessons: z.partialRecord(lessonState, z.int()),
  version,
});

/** Series of the own school, newest term first; drafts are those without lessons. */
export const listSeries = endpoint({
  method: 'GET',
  path: '/series',
  summary: 'Series of lessons',
  access: reader,
  query: z.object({ ...paging, termCode: code.optional(), schoolId: id<OrganisationId>().optional() }),
  reply: page(seriesView),
});
/** One series. */
export const readSeries = endpoint({
  method: 'GET',
  path: '/series/:seriesId',
  summary: 'One series',
  access: reader,
  params: z.object({ seriesId: id<SeriesId>() }),
  reply: seriesView,
  problems: ['not-found'],
});
/** Adds a draft (version 0) or changes it; a series with lessons waiting or agreed is no draft any more. */
export const saveSeries = endpoint({
  method: 'PUT',
  path: '/series/:seriesId',
  summary: 'Draft a series or change the draft',
  access: proposer,
  params: z.object({ seriesId: id<SeriesId>() }),
  body: z.object(seriesFields),
  reply: seriesView,
  versioned: true,
  problems: [
    'not-found',
    'forbidden',
    'stale',
    'not-partners',
    'party-foreign',
    'weeks-unreadable',
    'wrong-state',
    'code-taken',
  ],
});
/** What each week of a draft would give, with everything in the way; nothing is written. */
export const previewSeries = endpoint({
  method: 'POST',
  path: '/series-preview',
  summary: 'What each week of a draft gives',
  access: proposer,
  body: z.object(seriesFields),
  reply: z.object({
    occurrences: z.array(occurrenceView),
    placed: z.int(),
    clashing: z.int(),
    skipped: z.int(),
    notPlaced: z.int(),
    past: z.int(),
    /** When the other school must have answered if it were sent now. */
    expiresAt: instant,
  }),
  problems: ['not-found', 'forbidden', 'not-partners', 'party-foreign', 'weeks-unreadable'],
});

const singleLesson = z.object({
  kind: lessonKind,
  subject: text(60),
  topic: text(120).nullable(),
  ...twoSchools,
  presenterId: id<PersonId>(),
  presentingClassId: id<ClassId>().nullable(),
  presentingClassroomId: id<ClassroomId>(),
  localTeacherId: id<PersonId>(),
  receivingClassId: id<ClassId>().nullable(),
  receivingClassroomId: id<ClassroomId>(),
  startsAt: instant,
  minutes: z.int().min(5).max(240).nullable(),
});

/** A proposal as the inbox lists it; `status` is derived from its lessons. */
export const proposalRow = z.object({
  id: id<ProposalId>(),
  seriesId: id<SeriesId>().nullable(),
  kind: lessonKind,
  subject: z.string(),
  fromSchool: schoolLabel,
  toSchool: schoolLabel,
  proposedBy: z.string(),
  proposedAt: instant,
  expiresAt: instant,
  message: z.string().nullable(),
  status: z.enum(['open', 'answered', 'withdrawn', 'expired']),
  lessons: z.partialRecord(lessonState, z.int()),
  firstStartsAt: instant,
  lastStartsAt: instant,
  version,
});

/** A proposal with its lessons, and what the reader may do with it. */
export const proposalView = proposalRow.extend({
  items: z.array(lessonCard),
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
});

/** Proposals to (`in`) or from (`out`) the own school, open ones and those soonest due first. */
export const listProposals = endpoint({
  method: 'GET',
  path: '/proposals',
  summary: 'Proposals received or sent',
  access: reader,
  query: z.object({ ...paging, box: z.enum(['in', 'out', 'all']).default('all'), open: z.stringbool().optional() }),
  reply: page(proposalRow),
});
/** One proposal with all its lessons. */
export const readProposal = endpoint({
  method: 'GET',
  path: '/proposals/:proposalId',
  summary: 'One proposal',
  access: reader,
  params: z.object({ proposalId: id<ProposalId>() }),
  reply: proposalView,
  problems: ['not-found'],
});
/** Proposes a drafted series or a single lesson to the other school and holds every slot; sent twice it happens once. */
export const propose = endpoint({
  method: 'PUT',
  path: '/proposals/:proposalId',
  summary: 'Propose a series or a single lesson',
  access: proposer,
  params: z.object({ proposalId: id<ProposalId>() }),
  body: z.discriminatedUnion('of', [
    z.object({
      of: z.literal('series'),
      seriesId: id<SeriesId>(),
      message: text(300).nullable(),
      /** Also weeks already past, for an agreement that is written down late (补录). */
      includesPast: z.boolean(),
    }),
    z.object({
      of: z.literal('lesson'),
      lessonId: id<LessonId>(),
      lesson: singleLesson,
      message: text(300).nullable(),
    }),
  ]),
  reply: proposalView,
  problems: [
    'not-found',
    'forbidden',
    'id-taken',
    'party-taken',
    'nothing-placed',
    'outside-bell',
    'day-closed',
    'in-the-past',
    'not-partners',
    'partnership-ended',
    'party-foreign',
    'weeks-unreadable',
    'wrong-state',
  ],
});
/** Accepts and declines lessons of a proposal; those not named stay open. */
export const answerProposal = endpoint({
  method: 'POST',
  path: '/proposals/:proposalId/answer',
  summary: 'Accept all, some, or decline with a reason',
  access: { roles: ['coordinator'] },
  params: z.object({ proposalId: id<ProposalId>() }),
  body: z.object({
    accept: z.array(id<LessonId>()).max(100),
    decline: z.array(z.object({ lessonId: id<LessonId>(), reason: z.string().trim().max(300) })).max(100),
  }),
  reply: proposalView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'proposal-closed', 'already-answered', 'reason-missing'],
});
/** Takes back what is not answered yet and frees its slots. */
export const withdrawProposal = endpoint({
  method: 'POST',
  path: '/proposals/:proposalId/withdrawal',
  summary: 'Withdraw a proposal',
  access: proposer,
  params: z.object({ proposalId: id<ProposalId>() }),
  reply: proposalView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'proposal-closed'],
});

/** A lesson with what the reader may do with it. */
export const lessonView = lessonCard.extend({
  mayChange: z.boolean(),
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
  reply: z.object({ items: z.array(historyEntry) }),
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
