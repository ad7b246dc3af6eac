import {
  type MatchingRoundId,
  matchingRoundStates,
  mostChoices,
  mostWeight,
  type PairingId,
  type PersonId,
  type StudioId,
} from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, text, version } from './kernel/primitives';
import { schoolLabel } from './scheduling.views';
import { pairingPart, pairingState } from './words';

const weight = z.int().min(0).max(mostWeight);

/** What each good of a pair is worth, in points. */
export const matchingWeights = z.object({
  firstChoice: weight,
  secondChoice: weight,
  thirdChoice: weight,
  mentorOrder: weight,
  subject: weight,
  speciality: weight,
  load: weight,
});

/** Where a round stands. */
export const matchingState = z.enum(matchingRoundStates);
/** Hours a week, in halves or tenths. */
export const matchingHours = z.number().min(0).max(60).multipleOf(0.1);

/** Specialities, as typed; at most eight. */
export const specialities = z.array(text(20)).max(8);

/** A mentee's wish: up to three mentors, dearest first, and what help is wanted with. */
export const matchingWish = z.object({
  choices: z.array(id<PersonId>()).max(mostChoices + 1),
  specialities,
});

/** A mentor's offer: how many, how many hours, what in; an order of mentees where there is one. */
export const matchingOffer = z.object({
  capacity: z.int().min(0).max(30),
  hoursPerWeek: matchingHours.nullable(),
  specialities,
  order: z.array(id<PersonId>()).max(200),
});

const person = z.object({ id: id<PersonId>(), name: z.string(), school: schoolLabel });

/** A round as lists show it. */
export const matchingRoundCard = z.object({
  id: id<MatchingRoundId>(),
  title: z.string(),
  studio: z.object({ id: id<StudioId>(), subject: z.string() }).nullable(),
  cohort: z.string().nullable(),
  state: matchingState,
  opensOn: day,
  closesOn: day,
  mentors: z.int(),
  mentees: z.int(),
  /** How many of them have told their wish or offer. */
  told: z.int(),
  /** What the reader is in it. */
  part: pairingPart.nullable(),
  /** The reader has something to say: a wish or an offer, or a word on a pair. */
  waitsForMe: z.boolean(),
});
/** A round as lists show it. */
export type MatchingRoundCard = z.output<typeof matchingRoundCard>;

/** A pair of the reader, laid before the two; each says the word at the pairing itself. */
export const laidPair = z.object({
  pairingId: id<PairingId>(),
  version,
  state: pairingState,
  other: person.extend({ subject: z.string().nullable(), specialities: z.array(z.string()) }),
  mayConsent: z.boolean(),
});

/** What the reader said in a round. */
export const toldInRound = z.object({
  named: z.array(person),
  specialities: z.array(z.string()),
  capacity: z.int().nullable(),
  hoursPerWeek: z.number().nullable(),
  toldAt: instant.nullable(),
  version,
});

/** One round with what the reader said and may do. */
export const matchingRoundView = matchingRoundCard.extend({
  fromDay: day,
  toDay: day.nullable(),
  hoursPerMentee: z.number(),
  weights: matchingWeights,
  /** Specialities that mentors of the round named, to choose from. */
  specialities: z.array(z.string()),
  mine: toldInRound.nullable(),
  laid: z.array(laidPair),
  plannedAt: instant.nullable(),
  mayTell: z.boolean(),
  mayKeep: z.boolean(),
  maySeePlan: z.boolean(),
  version,
});
/** One round with what the reader said and may do. */
export type MatchingRoundView = z.output<typeof matchingRoundView>;

/** Somebody in a round. What was told stands there for its keeper; of a mentor everybody sees room and specialities. */
export const matchingPerson = person.extend({
  code: z.string(),
  subject: z.string().nullable(),
  part: pairingPart,
  specialities: z.array(z.string()),
  toldAt: instant.nullable(),
  /** Places of a mentor, and how many of them are not taken yet. */
  room: z.int().nullable(),
  roomLeft: z.int().nullable(),
  /** Mentees a mentor guides already. */
  current: z.int().nullable(),
  named: z.array(z.object({ id: id<PersonId>(), name: z.string() })).nullable(),
  capacity: z.int().nullable(),
  hoursPerWeek: z.number().nullable(),
});
/** Somebody in a round. */
export type MatchingPerson = z.output<typeof matchingPerson>;

/** Somebody who could be taken into a round. */
export const matchingCandidate = person.extend({
  code: z.string(),
  subject: z.string().nullable(),
  cohort: z.string().nullable(),
});

/** Why two are put together; the first reason weighs most. */
export const pairReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed') }),
  z.object({ kind: z.literal('mutual-choice'), choice: z.int(), place: z.int() }),
  z.object({ kind: z.literal('choice'), choice: z.int() }),
  z.object({ kind: z.literal('mentor-order'), place: z.int() }),
  z.object({ kind: z.literal('speciality'), speciality: z.string() }),
  z.object({ kind: z.literal('subject'), subject: z.string() }),
  z.object({ kind: z.literal('dearer-full'), names: z.array(z.string()) }),
  /** Somebody's wish spoke for it; whose and which is told to the keepers alone. */
  z.object({ kind: z.literal('wishes') }),
  z.object({ kind: z.literal('only-with-room') }),
  z.object({ kind: z.literal('lighter-load'), has: z.int() }),
]);
/** Why two are put together. */
export type PairReasonView = z.output<typeof pairReason>;

/** Why somebody has no place. */
export const unplacedReason = z.object({
  kind: z.enum(['no-mentor-of-field', 'all-forbidden', 'named-full', 'all-full', 'no-capacity-stated']),
  mentors: z.int().default(0),
});

/** What a plan comes to. */
export const matchingFigures = z.object({
  placed: z.int(),
  unplaced: z.int(),
  total: z.int(),
  /** Pairs, not put together, who would both rather have each other. */
  wouldRather: z.int(),
});

/** One plan with a reason for each of its rows. */
export const matchingPlan = z.object({
  figures: matchingFigures,
  pairs: z.array(
    z.object({
      mentee: person,
      mentor: person,
      worth: z.int(),
      reasons: z.array(pairReason),
      rule: z.object({ kind: z.enum(['pin', 'forbid']), reason: z.string() }).nullable(),
      laid: z.object({ pairingId: id<PairingId>(), state: pairingState }).nullable(),
    }),
  ),
  unplaced: z.array(z.object({ mentee: person, reason: unplacedReason })),
});
/** One plan with a reason for each of its rows. */
export type MatchingPlan = z.output<typeof matchingPlan>;

/** The two plans side by side, what the keeper ruled, and who declined. */
export const matchingProposal = z.object({
  plannedAt: instant,
  /** Somebody told something since. */
  isOutdated: z.boolean(),
  optimal: matchingPlan,
  stable: matchingPlan,
  rules: z.array(
    z.object({ mentee: person, mentor: person, kind: z.enum(['pin', 'forbid', 'declined']), reason: z.string() }),
  ),
  version,
});
/** The two plans side by side. */
export type MatchingProposal = z.output<typeof matchingProposal>;
