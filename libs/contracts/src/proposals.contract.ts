import type { LessonId, ProposalId, SeriesId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { id, instant, page, paging, text, version } from './kernel/primitives';
import { cast, proposer } from './scheduling.parts';
import { lessonCard, schoolLabel } from './scheduling.views';
import { lessonKind, lessonState } from './words';

const reader = 'signed-in' as const;

const singleLesson = z.object({
  kind: lessonKind,
  subject: text(60),
  topic: text(120).nullable(),
  ...cast,
  startsAt: instant,
  minutes: z.int().min(5).max(240).nullable(),
  /** The lesson that was missed, interrupted or called off and that this one makes up (补课). */
  replacesLessonId: id<LessonId>().optional(),
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
  /** The lesson that this one makes up (补课). */
  makesUp: z.object({ id: id<LessonId>(), startsAt: instant, subject: z.string() }).nullable(),
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
    'nothing-to-make-up',
    'made-up-already',
    'make-up-elsewhere',
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
