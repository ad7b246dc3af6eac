import type { CreditId, LessonId, OpenLessonId, PairingId, PersonId, PortfolioItemId } from '@qinglan/domain';
import { highestMark } from '@qinglan/domain';
import * as z from 'zod';
import { goals, growthTextKind, growthView, openLesson } from './growth.views';
import { endpoint } from './kernel/endpoint';
import { code, day, id, page, paging, text } from './kernel/primitives';
import { obligationKind } from './words';

const reader = 'signed-in' as const;
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
/**
 * Takes back what was counted; it stays in the file with the reason. What was counted by hand is named by its own id, and
 * anything by the id of its credit; what counted by itself is taken back by those who keep the pairing.
 */
export const withdrawPortfolioItem = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/portfolio/:itemId/withdrawal',
  summary: 'Take back what was counted',
  access: reader,
  params: pairingParams.extend({ itemId: id<PortfolioItemId | CreditId>() }),
  body: z.object({ reason }),
  reply: growthView,
  problems: ['not-found', 'forbidden', 'pairing-state', 'reason-missing'],
});

/**
 * Arranges an open lesson on a lesson of the timetable, or on a day with a topic. Its panel is named by those who judge
 * the pairing; the two leave it empty, and it stays as it is.
 */
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
