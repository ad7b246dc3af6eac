import { pairingStates, type PairingId, type PersonId, type PetitionId, type StudioId } from '@qinglan/domain';
import * as z from 'zod';
import { cohortCard, cohortPairing, cohortView, growthView, petitionCard } from './growth.views';
import { endpoint } from './kernel/endpoint';
import { day, id, page, paging, text } from './kernel/primitives';

const reader = 'signed-in' as const;
const administrator = { roles: ['administrator'] } as const;
const pairingParams = z.object({ pairingId: id<PairingId>() });
const reason = z.string().trim().max(300);

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
/**
 * Pairings of a cohort that wait for their end, by mentor; with `state` those in it, or counted so (`asked`, `running`,
 * `overdue`), whether or not they have ended, those past their last day and those carried on at a distance
 * apart.
 */
export const listCohortPairings = endpoint({
  method: 'GET',
  path: '/cohorts/:cohort/pairings',
  summary: 'Open pairings of a cohort',
  access: reader,
  params: cohortParams,
  query: z.object({
    ...paging,
    state: z.enum(['asked', 'running', 'overdue', ...pairingStates]).optional(),
    studioId: id<StudioId>().optional(),
  }),
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
