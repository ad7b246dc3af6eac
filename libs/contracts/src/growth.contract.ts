import type { LessonId, OpenLessonId, PairingId, PersonId, PetitionId, PortfolioItemId, StudioId } from '@qinglan/domain';
import { highestMark } from '@qinglan/domain';
import * as z from 'zod';
import {
  cohortCard,
  cohortPairing,
  cohortView,
  goals,
  growthTextKind,
  growthView,
  openLesson,
  petitionCard,
} from './growth.views';
import { endpoint } from './kernel/endpoint';
import { code, day, id, page, paging, text } from './kernel/primitives';
import { obligationKind, pairingState } from './words';

const reader = 'signed-in' as const;
const administrator = { roles: ['administrator'] } as const;
const pairingParams = z.object({ pairingId: id<PairingId>() });
const openLessonParams = z.object({ openLessonId: id<OpenLessonId>() });
const reason = z.string().trim().max(300);

/** Growth plan, texts, portfolio, open lessons and the gate of completion of one pairing. */
export const readGrowth = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId/growth',
  summary: 'Growth and completion of a pairing',
  access: reader,
  params: pairingParams,
  reply: growthView,
  problems: ['not-found'],
});
/** Writes the growth plan (成长规划) of two to four goals; version 0 where there is none yet. */
export const saveGrowthPlan = endpoint({
  method: 'PUT',
  path: '/pairings/:pairingId/growth-plan',
  summary: 'Write the growth plan',
  access: reader,
  params: pairingParams,
  body: z.object({ goals }),
  reply: growthView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'goals-number', 'goal-too-early'],
});

const textParams = pairingParams.extend({ kind: growthTextKind, term: code });

/** Writes the self-assessment (the mentee), a 中期考核 or a 学期小结 (the mentor); version 0 where there is none yet. */
export const saveGrowthText = endpoint({
  method: 'PUT',
  path: '/pairings/:pairingId/growth-texts/:kind/:term',
  summary: 'Write a text of a pairing',
  access: reader,
  params: textParams,
  body: z.object({ text: text(4000) }),
  reply: growthView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'text-term'],
});
/** The other one of the two replies to a text. */
export const replyToGrowthText = endpoint({
  method: 'PUT',
  path: '/pairings/:pairingId/growth-texts/:kind/:term/reply',
  summary: 'Reply to a text of a pairing',
  access: reader,
  params: textParams,
  body: z.object({ reply: text(2000) }),
  reply: growthView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'text-term'],
});

const itemParams = pairingParams.extend({ itemId: id<PortfolioItemId>() });

/** Puts something that is counted by hand into the portfolio, with its evidence; it pays an obligation of its kind. */
export const addPortfolioItem = endpoint({
  method: 'PUT',
  path: '/pairings/:pairingId/portfolio/:itemId',
  summary: 'Count something by hand',
  access: reader,
  params: itemParams,
  body: z.object({ kind: obligationKind, onDay: day, title: text(120), evidence: text(500) }),
  reply: growthView,
  problems: ['not-found', 'forbidden', 'id-taken', 'pairing-state', 'day-outside-pairing', 'evidence-unclear'],
});
/** Takes back what was counted by hand; it stays in the file with the reason. */
export const withdrawPortfolioItem = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/portfolio/:itemId/withdrawal',
  summary: 'Take back what was counted by hand',
  access: reader,
  params: itemParams,
  body: z.object({ reason }),
  reply: growthView,
  problems: ['not-found', 'forbidden', 'pairing-state', 'reason-missing'],
});

/** Arranges an open lesson on a lesson of the timetable, or on a day with a topic, and its panel. */
export const saveOpenLesson = endpoint({
  method: 'PUT',
  path: '/pairings/:pairingId/open-lessons/:openLessonId',
  summary: 'Arrange an open lesson and its panel',
  access: reader,
  params: pairingParams.extend({ openLessonId: id<OpenLessonId>() }),
  body: z.object({
    held: z.discriminatedUnion('on', [
      z.object({ on: z.literal('lesson'), lessonId: id<LessonId>() }),
      z.object({ on: z.literal('day'), onDay: day, topic: text(120) }),
    ]),
    panel: z.array(id<PersonId>()).max(12),
  }),
  reply: growthView,
  versioned: true,
  problems: [
    'not-found',
    'forbidden',
    'stale',
    'id-taken',
    'pairing-state',
    'day-outside-pairing',
    'open-lesson-foreign',
    'open-lesson-exists',
    'panel-own',
    'panel-too-small',
    'panel-marked',
    'panel-closed',
  ],
});
/** One open lesson, for those who see its pairing and for its panel. */
export const readOpenLesson = endpoint({
  method: 'GET',
  path: '/open-lessons/:openLessonId',
  summary: 'One open lesson with its panel',
  access: reader,
  params: openLessonParams,
  reply: openLesson,
  problems: ['not-found'],
});
/** Open lessons on whose panel the reader sits, the latest first. */
export const listPanels = endpoint({
  method: 'GET',
  path: '/panels',
  summary: 'Open lessons that the reader marks',
  access: reader,
  query: z.object({ ...paging, open: z.stringbool().optional() }),
  reply: page(openLesson),
});
/** A member of the panel gives her mark, with a word; until the panel is closed she may change it. */
export const markOpenLesson = endpoint({
  method: 'PUT',
  path: '/open-lessons/:openLessonId/mark',
  summary: 'Mark an open lesson',
  access: reader,
  params: openLessonParams,
  body: z.object({ mark: z.int().min(0).max(highestMark), word: text(500) }),
  reply: openLesson,
  problems: ['not-found', 'forbidden', 'open-lesson-not-held', 'panel-closed'],
});
/** Closes the panel: the marks stand, and the open lesson pays. */
export const closePanel = endpoint({
  method: 'POST',
  path: '/open-lessons/:openLessonId/closing',
  summary: 'Close the panel of an open lesson',
  access: reader,
  params: openLessonParams,
  reply: openLesson,
  versioned: true,
  problems: [
    'not-found',
    'forbidden',
    'stale',
    'pairing-state',
    'open-lesson-not-held',
    'panel-closed',
    'panel-too-small',
  ],
});

/** Begins the assessment of completion (出师考核), or breaks it off. */
export const assessPairing = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/assessment',
  summary: 'Begin or break off the assessment',
  access: reader,
  params: pairingParams,
  body: z.object({ begins: z.boolean() }),
  reply: growthView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state'],
});
/** Pauses a pairing from a day on; nothing is owed for the days of the pause. */
export const pausePairing = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/pause',
  summary: 'Pause a pairing',
  access: reader,
  params: pairingParams,
  body: z.object({ firstDay: day, reason }),
  reply: growthView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'pause-days', 'reason-missing'],
});
/** Resumes a pairing; the last day of the pause is named. */
export const resumePairing = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/resumption',
  summary: 'Resume a pairing',
  access: reader,
  params: pairingParams,
  body: z.object({ lastDay: day }),
  reply: growthView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'pause-days'],
});

const continued = { newPairingId: id<PairingId>(), toDay: day, reason };
const endProblems = [
  ...(['not-found', 'forbidden', 'stale', 'pairing-state', 'reason-missing', 'gate-closed'] as const),
  ...(['agreement-days', 'successor-unfit', 'pairing-exists', 'id-taken', 'cohort-closed'] as const),
];

/**
 * Ends a pairing: completed (优秀, 合格) where the gate is open, failed (不合格), extended (延期), handed to a successor who is
 * asked for consent, or dissolved; all but a completion with a reason.
 */
export const endPairing = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/end',
  summary: 'Complete, extend, hand over or dissolve a pairing',
  access: reader,
  params: pairingParams,
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('complete'), result: z.enum(['excellent', 'pass']) }),
    z.object({ act: z.literal('fail'), reason }),
    z.object({ act: z.literal('dissolve'), reason }),
    z.object({ act: z.literal('extend'), ...continued, atDistance: z.boolean() }),
    z.object({ act: z.literal('hand-over'), ...continued, successorId: id<PersonId>() }),
  ]),
  reply: growthView,
  versioned: true,
  problems: endProblems,
});

const several = z.object({ pairingId: id<PairingId>(), version: z.int().min(1) });

/** Dissolves or extends several pairings: all of them, or none and every refusal named by its place. */
export const endPairings = endpoint({
  method: 'POST',
  path: '/pairing-ends',
  summary: 'Dissolve or extend several pairings at once',
  access: reader,
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('dissolve'), reason, pairings: z.array(several).min(1).max(200) }),
    z.object({
      ...{ act: z.literal('extend'), reason, toDay: day, atDistance: z.boolean() },
      pairings: z
        .array(several.extend({ newPairingId: id<PairingId>() }))
        .min(1)
        .max(200),
    }),
  ]),
  reply: z.object({ ended: z.int() }),
  problems: ['some-refused', ...endProblems],
});

/** One of the two asks, with a reason, that the pairing be dissolved. */
export const petitionPairing = endpoint({
  method: 'PUT',
  path: '/pairings/:pairingId/petitions/:petitionId',
  summary: 'Ask that a pairing be dissolved',
  access: reader,
  params: pairingParams.extend({ petitionId: id<PetitionId>() }),
  body: z.object({ reason }),
  reply: growthView,
  problems: ['not-found', 'forbidden', 'id-taken', 'pairing-state', 'petition-open', 'reason-missing'],
});
/** Grants a petition, which dissolves the pairing, or declines it; `If-Match` names the version of the pairing. */
export const decidePetition = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/petitions/:petitionId/decision',
  summary: 'Answer a petition',
  access: reader,
  params: pairingParams.extend({ petitionId: id<PetitionId>() }),
  body: z.object({ grants: z.boolean(), answer: reason }),
  reply: growthView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'petition-decided', 'reason-missing'],
});
/** Petitions that wait for an answer of the reader's, the oldest first. */
export const listPetitions = endpoint({
  method: 'GET',
  path: '/petitions',
  summary: 'Petitions that wait for an answer',
  access: reader,
  query: z.object(paging),
  reply: page(petitionCard),
});

const cohortParams = z.object({ cohort: text(60) });

/** Cohorts of mentors: all for administrators and viewers, those of their studios for leads. */
export const listCohorts = endpoint({
  method: 'GET',
  path: '/cohorts',
  summary: 'Cohorts of mentors',
  access: reader,
  reply: z.object({ items: z.array(cohortCard) }),
});
/** One cohort with its counts. */
export const readCohort = endpoint({
  method: 'GET',
  path: '/cohorts/:cohort',
  summary: 'One cohort of mentors',
  access: reader,
  params: cohortParams,
  reply: cohortView,
  problems: ['not-found'],
});
/** Pairings of a cohort that wait for their end, by mentor. */
export const listCohortPairings = endpoint({
  method: 'GET',
  path: '/cohorts/:cohort/pairings',
  summary: 'Open pairings of a cohort',
  access: reader,
  params: cohortParams,
  query: z.object({ ...paging, state: pairingState.optional(), studioId: id<StudioId>().optional() }),
  reply: page(cohortPairing),
  problems: ['not-found'],
});
/** Closes a cohort of which no pairing is open any more; from then on none is begun with its mentors. */
export const closeCohort = endpoint({
  method: 'POST',
  path: '/cohorts/:cohort/closing',
  summary: 'Close a cohort',
  access: administrator,
  params: cohortParams,
  reply: cohortView,
  problems: ['not-found', 'forbidden', 'cohort-open', 'cohort-closed'],
});
