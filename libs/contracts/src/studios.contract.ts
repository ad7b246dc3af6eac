import type { Id, LessonId, PersonId, StudioId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { id, page, paging, text } from './kernel/primitives';
import {
  activityRow,
  diagnosisView,
  lineageLink,
  lineagePerson,
  studioLabel,
  studioMentor,
  studioRow,
  studioView,
} from './studio.views';
import { evidence } from './words';

const reader = 'signed-in' as const;
const ofStudio = z.object({ studioId: id<StudioId>() });

/** The studios with lead, host, counts and honours. */
export const listStudios = endpoint({
  method: 'GET',
  path: '/studios',
  summary: 'Studios',
  access: reader,
  query: z.object(paging),
  reply: page(studioRow),
});
/** One studio. */
export const readStudio = endpoint({
  method: 'GET',
  path: '/studios/:studioId',
  summary: 'One studio',
  access: reader,
  params: ofStudio,
  reply: studioView,
  problems: ['not-found'],
});
/** Who guides whom in a studio now, from those nominated to those being assessed, mentor by mentor. */
export const readStudioPeople = endpoint({
  method: 'GET',
  path: '/studios/:studioId/people',
  summary: 'Who guides whom in a studio',
  access: reader,
  params: ofStudio,
  query: z.object(paging),
  reply: page(studioMentor),
  problems: ['not-found'],
});
/** Who guided whom over the years, and what became of those who were guided: at most six levels and 500 links. */
export const readLineage = endpoint({
  method: 'GET',
  path: '/studios/:studioId/lineage',
  summary: 'Lineage of a studio',
  access: reader,
  params: ofStudio,
  reply: z.object({ links: z.array(lineageLink), people: z.array(lineagePerson), hasMore: z.boolean() }),
  problems: ['not-found'],
});
/** A studio's activities: those to come, soonest first, or those that are over, latest first. */
export const listStudioActivities = endpoint({
  method: 'GET',
  path: '/studios/:studioId/activities',
  summary: 'Activities of a studio',
  access: reader,
  params: ofStudio,
  query: z.object({ ...paging, when: z.enum(['upcoming', 'past']).default('upcoming') }),
  reply: page(activityRow),
  problems: ['not-found'],
});
/** A studio's diagnoses, newest first: those of lessons that the reader may see. */
export const listStudioDiagnoses = endpoint({
  method: 'GET',
  path: '/studios/:studioId/diagnoses',
  summary: 'Diagnoses of a studio',
  access: reader,
  params: ofStudio,
  query: z.object(paging),
  reply: page(diagnosisView),
  problems: ['not-found'],
});
/** Changes a studio's lead or subject. */
export const saveStudio = endpoint({
  method: 'PUT',
  path: '/studios/:studioId',
  summary: 'Change a studio',
  access: reader,
  params: ofStudio,
  body: z.object({ subject: text(60), leadId: id<PersonId>().nullable() }),
  reply: studioView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale'],
});
/** Adds an honour (version 0) or corrects one. */
export const saveHonour = endpoint({
  method: 'PUT',
  path: '/studios/:studioId/honours/:honourId',
  summary: 'Add or correct an honour',
  access: reader,
  params: ofStudio.extend({ honourId: id<Id<'StudioHonour'>>() }),
  body: z.object({ title: text(60), level: text(30), year: z.int().min(1990).max(2100), evidence }),
  reply: studioView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'code-taken', 'id-taken'],
});
/** Attaches a diagnosis to a lesson (version 0), or says anew what to look at. */
export const saveDiagnosis = endpoint({
  method: 'PUT',
  path: '/studios/:studioId/diagnoses/:lessonId',
  summary: 'Diagnose a lesson',
  access: reader,
  params: ofStudio.extend({ lessonId: id<LessonId>() }),
  body: z.object({ focus: text(500) }),
  reply: diagnosisView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale'],
});
/** The diagnoses of one lesson, and the studios for which the reader may attach another. */
export const readLessonDiagnoses = endpoint({
  method: 'GET',
  path: '/lessons/:lessonId/diagnoses',
  summary: 'Diagnoses of one lesson',
  access: reader,
  params: z.object({ lessonId: id<LessonId>() }),
  reply: z.object({
    items: z.array(diagnosisView.extend({ mayChange: z.boolean() })),
    mayAttachFor: z.array(studioLabel),
  }),
  problems: ['not-found'],
});
