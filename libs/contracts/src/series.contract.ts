import type { OrganisationId, SeriesId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { code, id, instant, page, paging, text, version, wallTime, weekday } from './kernel/primitives';
import { cast, proposer } from './scheduling.parts';
import { occurrenceView, schoolLabel } from './scheduling.views';
import { lessonKind, lessonState } from './words';

const reader = 'signed-in' as const;

const seriesFields = {
  code: code.nullable(),
  termCode: code,
  kind: lessonKind,
  subject: text(60),
  ...cast,
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
