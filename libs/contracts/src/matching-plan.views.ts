import { apartCauses, type PairingId } from '@qinglan/domain';
import * as z from 'zod';
import { id, instant, page, version } from './kernel/primitives';
import { matchingName } from './matching.views';
import { pairingState } from './words';

/** What closes a mentor to a mentee: kept apart for that cause, every place taken, nobody taken at all, or not told. */
export const closedTo = z.enum([...apartCauses, 'full', 'no-room', 'untold']);

/** Why two are put together; the first reason weighs most. */
export const pairReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed') }),
  z.object({ kind: z.literal('mutual-choice'), choice: z.int(), place: z.int() }),
  z.object({ kind: z.literal('choice'), choice: z.int() }),
  z.object({ kind: z.literal('mentor-order'), place: z.int() }),
  z.object({ kind: z.literal('speciality'), speciality: z.string() }),
  z.object({ kind: z.literal('speciality-of-subject'), subject: z.string() }),
  z.object({ kind: z.literal('subject'), subject: z.string() }),
  /** What became of those whom the mentee named before; `total`: they have room, and the total would be no better. */
  z.object({ kind: z.literal('dearer'), why: z.enum([...closedTo.options, 'total']), names: z.array(z.string()) }),
  /** Somebody's wish spoke for it; whose and which is told to the keepers alone. */
  z.object({ kind: z.literal('wishes') }),
  z.object({ kind: z.literal('only-with-room') }),
  z.object({ kind: z.literal('lighter-load'), has: z.int() }),
]);
/** Why two are put together. */
export type PairReasonView = z.output<typeof pairReason>;

/**
 * What is in the way between somebody without a place and so many mentors who would suit. How many of them were wished
 * for is told to the keepers alone.
 */
export const unplacedReason = z.object({
  kind: z.enum(['no-mentor-of-field', ...closedTo.options]),
  mentors: z.int().default(0),
  wished: z.int().nullable().default(null),
});
/** What is in the way of a place. */
export type UnplacedReasonView = z.output<typeof unplacedReason>;

/** What a plan comes to. */
export const matchingFigures = z.object({
  placed: z.int(),
  unplaced: z.int(),
  /** Worth of all pairs, what the load of the mentors takes off it, and the rest. */
  worth: z.int(),
  load: z.int(),
  total: z.int(),
  /** Pairs, not put together, who would both rather have each other. */
  wouldRather: z.int(),
});

const rule = z.object({
  kind: z.enum(['pin', 'forbid', 'declined']),
  reason: z.string(),
  /** Who ruled, and whether as a keeper of the round; of a declined pair nobody. */
  by: z.string().nullable(),
  isByKeeper: z.boolean(),
});

/** One pair of a plan with its reasons. */
export const matchingPlanPair = z.object({
  mentee: matchingName,
  mentor: matchingName,
  /** Told to the keepers alone: from it one could reckon who wished for whom. */
  worth: z.int().nullable(),
  reasons: z.array(pairReason),
  rule: rule.nullable(),
  laid: z.object({ pairingId: id<PairingId>(), state: pairingState }).nullable(),
});
/** One pair of a plan with its reasons. */
export type MatchingPlanPair = z.output<typeof matchingPlanPair>;

/** Somebody without a place, and why: together the reasons speak of every mentor who would suit. */
export const matchingGap = z.object({ mentee: matchingName, reasons: z.array(unplacedReason) });
/** Somebody without a place, and why. */
export type MatchingGap = z.output<typeof matchingGap>;

/** One plan with the first page of its rows. */
export const matchingPlan = z.object({
  figures: matchingFigures,
  /** Pairs not laid before the two yet, in the whole plan. */
  newPairs: z.int(),
  pairs: page(matchingPlanPair),
  unplaced: page(matchingGap),
});
/** One plan with the first page of its rows. */
export type MatchingPlan = z.output<typeof matchingPlan>;

/** The two plans side by side, what was ruled, and who declined. */
export const matchingProposal = z.object({
  plannedAt: instant,
  /** Somebody declined since. */
  isOutdated: z.boolean(),
  optimal: matchingPlan,
  stable: matchingPlan,
  /** At most two hundred. */
  rules: z.array(rule.extend({ mentee: matchingName, mentor: matchingName })),
  /** How many there are, listed or not. */
  ruleCount: z.int(),
  version,
});
/** The two plans side by side. */
export type MatchingProposal = z.output<typeof matchingProposal>;
