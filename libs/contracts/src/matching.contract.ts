import type { MatchingRoundId, OrganisationId, PersonId, StudioId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { day, id, page, paging, search, text } from './kernel/primitives';
import {
  matchingCandidate,
  matchingHours,
  matchingOffer,
  matchingPerson,
  matchingRoundCard,
  matchingRoundView,
  matchingWeights,
  matchingWish,
} from './matching.views';
import { matchingGap, matchingPlanPair, matchingProposal } from './matching-plan.views';
import { pairingPart } from './words';

const reader = 'signed-in' as const;
const roundParams = z.object({ roundId: id<MatchingRoundId>() });
const told = [
  ...(['not-found', 'forbidden', 'stale', 'matching-state', 'matching-days'] as const),
  ...(['matching-stranger', 'matching-paired', 'matching-apart'] as const),
] as const;
const rulings = ['matching-full', 'matching-paired', 'matching-apart', 'reason-missing'] as const;
const changed = ['not-found', 'forbidden', 'stale', 'matching-state'] as const;

/** Rounds that the reader is in, keeps or coordinates people of; the one that closes soonest last. */
export const listMatchingRounds = endpoint({
  method: 'GET',
  path: '/matching-rounds',
  summary: 'Matching rounds',
  access: reader,
  query: z.object({ ...paging, studioId: id<StudioId>().optional() }),
  reply: page(matchingRoundCard),
});
/** One round with what the reader said and may do. */
export const readMatchingRound = endpoint({
  method: 'GET',
  path: '/matching-rounds/:roundId',
  summary: 'One matching round',
  access: reader,
  params: roundParams,
  reply: matchingRoundView,
  problems: ['not-found'],
});
/**
 * Opens a round (version 0) for a studio or a cohort, or changes what it is about, which puts the plans aside. A round
 * for a cohort has the cohort's mentors and no others; they are in it from the first day.
 */
export const saveMatchingRound = endpoint({
  method: 'PUT',
  path: '/matching-rounds/:roundId',
  summary: 'Open or change a matching round',
  access: reader,
  params: roundParams,
  body: z
    .object({
      title: text(60),
      studioId: id<StudioId>().nullable(),
      cohort: text(60).nullable(),
      opensOn: day,
      closesOn: day,
      fromDay: day,
      toDay: day.nullable(),
      hoursPerMentee: matchingHours.refine((hours) => hours > 0),
      weights: matchingWeights,
    })
    .refine(({ studioId, cohort }) => studioId !== null || cohort !== null, {
      path: ['studioId'],
      message: 'a studio or a cohort',
    }),
  reply: matchingRoundView,
  versioned: true,
  problems: [...changed, 'invalid-input', 'id-taken', 'matching-cohort', 'cohort-closed', 'matching-crowded'],
});
/** Opens a round again for wishes, or closes it for good. */
export const stepMatchingRound = endpoint({
  method: 'POST',
  path: '/matching-rounds/:roundId/state',
  summary: 'Open a matching round again or close it',
  access: reader,
  params: roundParams,
  body: z.object({ to: z.enum(['open', 'closed']) }),
  reply: matchingRoundView,
  versioned: true,
  problems: [...changed],
});
/**
 * Mentors or mentees of a round by code; what they told stands there for the keeper alone. `menteeId`: with each mentor
 * what keeps the two apart, for those who may rule on the pair.
 */
export const listMatchingPeople = endpoint({
  method: 'GET',
  path: '/matching-rounds/:roundId/people',
  summary: 'People of a matching round',
  access: reader,
  params: roundParams,
  query: z.object({
    ...paging,
    part: pairingPart,
    missing: z.stringbool().optional(),
    menteeId: id<PersonId>().optional(),
    q: search,
  }),
  reply: page(matchingPerson),
  problems: ['not-found', 'forbidden'],
});
/** People of the register with that role who are not in the round yet. */
export const listMatchingCandidates = endpoint({
  method: 'GET',
  path: '/matching-rounds/:roundId/candidates',
  summary: 'People who could be taken into a round',
  access: reader,
  params: roundParams,
  query: z.object({
    ...paging,
    part: pairingPart,
    schoolId: id<OrganisationId>().optional(),
    cohort: z.string().max(60).optional(),
    subject: z.string().max(60).optional(),
    q: search,
  }),
  reply: page(matchingCandidate),
  problems: ['not-found', 'forbidden'],
});
/**
 * Takes people into a round and out of it; who was laid before somebody stays. Into the round of a cohort come mentors
 * of that cohort, and mentees of that one or of none.
 */
export const saveMatchingPeople = endpoint({
  method: 'POST',
  path: '/matching-rounds/:roundId/people',
  summary: 'Take people into a matching round or out of it',
  access: reader,
  params: roundParams,
  body: z.object({
    mentorIds: z.array(id<PersonId>()).max(500),
    menteeIds: z.array(id<PersonId>()).max(500),
    removeIds: z.array(id<PersonId>()).max(500),
  }),
  reply: matchingRoundView,
  versioned: true,
  problems: [...changed, 'matching-stranger', 'matching-laid', 'matching-crowded', 'matching-cohort'],
});
/** A mentee names up to three mentors of the round; the version is that of the own word. */
export const tellMatchingWish = endpoint({
  method: 'PUT',
  path: '/matching-rounds/:roundId/wish',
  summary: 'Tell a wish as a mentee',
  access: reader,
  params: roundParams,
  body: matchingWish,
  reply: matchingRoundView,
  versioned: true,
  problems: [...told, 'matching-choices'],
});
/** A mentor says how many mentees, how many hours, what in, and in which order; the version is that of the own word. */
export const tellMatchingOffer = endpoint({
  method: 'PUT',
  path: '/matching-rounds/:roundId/offer',
  summary: 'Tell an offer as a mentor',
  access: reader,
  params: roundParams,
  body: matchingOffer,
  reply: matchingRoundView,
  versioned: true,
  problems: [...told],
});
/**
 * Works out the optimal and the stable plan; pinned and laid pairs do not move. The first plan is asked for by a keeper
 * and ends the telling; coordinators of people in the round ask again.
 */
export const askMatchingProposal = endpoint({
  method: 'POST',
  path: '/matching-rounds/:roundId/proposal',
  summary: 'Ask for a proposal',
  access: reader,
  params: roundParams,
  reply: matchingProposal,
  versioned: true,
  problems: [...changed, 'matching-nothing', 'matching-crowded', 'busy'],
});
/** The last plans; a coordinator sees the rows of the own school's people. */
export const readMatchingProposal = endpoint({
  method: 'GET',
  path: '/matching-rounds/:roundId/proposal',
  summary: 'The optimal and the stable plan',
  access: reader,
  params: roundParams,
  reply: matchingProposal,
  problems: ['not-found', 'forbidden'],
});
const plan = z.enum(['optimal', 'stable']);
/** The pairs of a plan beyond the first page, by the mentee's code. */
export const listMatchingPlanPairs = endpoint({
  method: 'GET',
  path: '/matching-rounds/:roundId/proposal/pairs',
  summary: 'Pairs of a plan',
  access: reader,
  params: roundParams,
  query: z.object({ ...paging, plan }),
  reply: page(matchingPlanPair),
  problems: ['not-found', 'forbidden'],
});
/** Those whom a plan leaves without a mentor, beyond the first page, by code. */
export const listMatchingGaps = endpoint({
  method: 'GET',
  path: '/matching-rounds/:roundId/proposal/unplaced',
  summary: 'Mentees a plan leaves out',
  access: reader,
  params: roundParams,
  query: z.object({ ...paging, plan }),
  reply: page(matchingGap),
  problems: ['not-found', 'forbidden'],
});
/**
 * Pins or forbids a pair, or sets it free again; the plans are asked for anew. By the keepers, and by coordinators of
 * the two schools as long as no keeper has ruled on the pair.
 */
export const ruleMatchingPair = endpoint({
  method: 'PUT',
  path: '/matching-rounds/:roundId/rules/:menteeId/:mentorId',
  summary: 'Pin or forbid a pair',
  access: reader,
  params: roundParams.extend({ menteeId: id<PersonId>(), mentorId: id<PersonId>() }),
  body: z.object({ rule: z.enum(['pin', 'forbid', 'free']), reason: z.string().trim().max(300) }),
  reply: matchingRoundView,
  versioned: true,
  problems: [...changed, 'matching-stranger', 'matching-laid', ...rulings],
});
/** Lays every new pair of a plan before the two: each says yes or no at the pairing. */
export const layMatching = endpoint({
  method: 'POST',
  path: '/matching-rounds/:roundId/laying',
  summary: 'Lay a plan before both sides',
  access: reader,
  params: roundParams,
  body: z.object({ plan }),
  reply: matchingRoundView,
  versioned: true,
  problems: [...changed, 'matching-nothing', 'pairing-exists', 'cohort-closed'],
});
