import type {
  LessonId,
  OpenLessonId,
  PairingId,
  PersonId,
  PetitionId,
  PortfolioItemId,
  StudioId,
} from '@qinglan/domain';
import { endActs, goalsOfAPlan, goalStates, growthTextKinds } from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, text, version } from './kernel/primitives';
import { schoolLabel } from './scheduling.views';
import { obligationKind, pairingOutcome, pairingPart, pairingState } from './words';

/** Somebody with the school she belongs to. */
export const personWithSchool = z.object({ id: id<PersonId>(), name: z.string(), school: schoolLabel });

/** A goal of a growth plan: what, how it is seen, by when. */
export const goal = z.object({
  title: text(120),
  seenBy: text(300),
  byDay: day,
  state: z.enum(goalStates),
});
/** As many goals as a plan may be sent with; the rule asks for two at least. */
export const goals = z.array(goal).max(goalsOfAPlan.most + 4);

/** What a text of a pairing is: self-assessment at the start, 中期考核, 学期小结. */
export const growthTextKind = z.enum(growthTextKinds);

/** A text of a pairing with the reply of the other one. */
export const growthText = z.object({
  kind: growthTextKind,
  /** The code of its term; `start` for the self-assessment. */
  term: z.string(),
  text: z.string(),
  writtenBy: z.string(),
  writtenAt: instant,
  reply: z.string().nullable(),
  repliedBy: z.string().nullable(),
  repliedAt: instant.nullable(),
  version,
});

/** Something counted by hand, with its evidence; what was taken back stays in the file with the reason. */
export const portfolioItem = z.object({
  id: id<PortfolioItemId>(),
  kind: obligationKind,
  onDay: day,
  title: z.string(),
  evidence: z.string(),
  by: z.string(),
  at: instant,
  withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
  mayWithdraw: z.boolean(),
});

/** A member of a panel; a mark of somebody else is null for those who may not see it yet. */
export const panelMember = z.object({
  person: personWithSchool,
  hasMarked: z.boolean(),
  mark: z.int().nullable(),
  word: z.string().nullable(),
  /** The mentor's mark is shown and not counted. */
  counts: z.boolean(),
});

/** An open lesson (公开课, 汇报课) with its panel. */
export const openLesson = z.object({
  id: id<OpenLessonId>(),
  pairingId: id<PairingId>(),
  mentor: personWithSchool,
  mentee: personWithSchool,
  lessonId: id<LessonId>().nullable(),
  onDay: day,
  topic: z.string(),
  /** It was held: it can be marked, and its panel can be closed. */
  isHeld: z.boolean(),
  panel: z.array(panelMember),
  closedAt: instant.nullable(),
  mean: z.number().nullable(),
  isPassed: z.boolean().nullable(),
  version,
  mayMark: z.boolean(),
  mayChange: z.boolean(),
  mayClose: z.boolean(),
});
/** An open lesson with its panel. */
export type OpenLessonView = z.output<typeof openLesson>;

const evidenceRef = z.object({
  of: z.enum(['lesson', 'observation', 'activity', 'open-lesson', 'hand', 'plan']),
  id: z.uuid(),
  title: z.string(),
  onDay: day.nullable(),
});

/** One line of the gate of completion, with what meets it. */
export const requirement = z.object({
  requirement: z.enum([
    'agreement',
    'obligation',
    'panel',
    'plan',
    'mentor-observed',
    'mentee-observed',
    'lesson-plan',
    'open-lesson',
    'paper',
  ]),
  obligation: obligationKind.nullable(),
  owedBy: pairingPart.nullable(),
  isMet: z.boolean(),
  have: z.int(),
  need: z.int(),
  evidence: z.array(evidenceRef),
});

/** A way in which a pairing ends. */
export const endAct = z.enum(endActs);

/** Somebody asked that the pairing be dissolved. */
export const petition = z.object({
  id: id<PetitionId>(),
  by: z.string(),
  part: pairingPart,
  at: instant,
  reason: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  isGranted: z.boolean().nullable(),
  answer: z.string().nullable(),
});

const link = z.object({
  pairingId: id<PairingId>(),
  mentor: z.string(),
  state: pairingState,
  fromDay: day,
  atDistance: z.boolean(),
});

/** What a pairing grew towards, what is in its portfolio, and how far it is from completion (出师). */
export const growthView = z.object({
  pairing: z.object({
    id: id<PairingId>(),
    mentor: personWithSchool,
    mentee: personWithSchool,
    studio: z.object({ id: id<StudioId>(), subject: z.string() }).nullable(),
    state: pairingState,
    fromDay: day,
    toDay: day.nullable(),
    endedOn: day.nullable(),
    atDistance: z.boolean(),
    outcome: pairingOutcome.nullable(),
    reason: z.string().nullable(),
    version,
  }),
  /** Which of the two the reader is. */
  part: pairingPart.nullable(),
  today: day,
  plan: z.object({ goals: z.array(goal), changedAt: instant, changedBy: z.string(), version }).nullable(),
  texts: z.array(growthText),
  /** Terms of the mentee's side in which the pairing runs: texts may be written for them. */
  terms: z.array(z.object({ code: z.string(), name: z.string() })),
  items: z.array(portfolioItem),
  openLessons: z.array(openLesson),
  gate: z.array(requirement),
  /** The one thing to do next; null where every line is met. */
  next: requirement.nullable(),
  pauses: z.array(z.object({ firstDay: day, lastDay: day.nullable(), reason: z.string() })),
  petitions: z.array(petition),
  /** The pairings that carry one another on, this one among them, earliest first. */
  chain: z.array(link),
  mayPlan: z.boolean(),
  mayRecord: z.boolean(),
  mayKeep: z.boolean(),
  mayJudge: z.boolean(),
  mayPetition: z.boolean(),
  /** Ways in which the reader may let it end from where it stands. */
  ends: z.array(endAct),
});
/** What a pairing grew towards, what is in its portfolio, and how far it is from completion. */
export type GrowthView = z.output<typeof growthView>;

/** A cohort of mentors, with how many of its pairings still wait for their end. */
export const cohortCard = z.object({
  cohort: z.string(),
  mentors: z.int(),
  pairings: z.int(),
  open: z.int(),
  closedAt: instant.nullable(),
});

/** A cohort with the counts of its pairings, at a distance apart, by state and by how they are counted everywhere. */
export const cohortView = cohortCard.extend({
  closedBy: z.string().nullable(),
  /** By state, overdue ones apart. */
  states: z.array(z.object({ state: pairingState, count: z.int() })),
  asked: z.int(),
  running: z.int(),
  overdue: z.int(),
  studios: z.array(z.object({ id: id<StudioId>(), subject: z.string(), open: z.int() })),
  /** Carried on at a distance: no longer the cohort's. */
  atDistance: z.int(),
  /** Handed over to somebody who has not begun yet, or who declined; these are open. */
  awaited: z.int(),
  mayKeep: z.boolean(),
});
/** A cohort with the counts of its pairings by state. */
export type CohortView = z.output<typeof cohortView>;

/** A pairing of a cohort that still waits for its end. */
export const cohortPairing = z.object({
  id: id<PairingId>(),
  mentor: personWithSchool,
  mentee: personWithSchool,
  studio: z.object({ id: id<StudioId>(), subject: z.string() }).nullable(),
  state: pairingState,
  fromDay: day,
  toDay: day.nullable(),
  lastContactOn: day.nullable(),
  ends: z.array(endAct),
  version,
});
/** A pairing of a cohort that still waits for its end. */
export type CohortPairing = z.output<typeof cohortPairing>;

/** A petition that waits for an answer, with its pairing. */
export const petitionCard = petition.extend({
  pairing: z.object({
    id: id<PairingId>(),
    mentor: personWithSchool,
    mentee: personWithSchool,
    state: pairingState,
    version,
  }),
});
