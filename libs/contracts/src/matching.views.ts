import {
  apartCauses,
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

/** Somebody in a round, as far as everybody there may know. */
export const matchingName = z.object({ id: id<PersonId>(), name: z.string(), school: schoolLabel });

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
  other: matchingName.extend({ subject: z.string().nullable(), specialities: z.array(z.string()) }),
  mayConsent: z.boolean(),
});

/** What the reader said in a round. */
export const toldInRound = z.object({
  named: z.array(matchingName),
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
  /** Pairs of the own school's people at least may be pinned and forbidden. */
  mayRule: z.boolean(),
  mayAsk: z.boolean(),
  maySeePlan: z.boolean(),
  version,
});
/** One round with what the reader said and may do. */
export type MatchingRoundView = z.output<typeof matchingRoundView>;

/** Somebody in a round. What was told stands there for its keeper; of a mentor everybody sees room and specialities. */
export const matchingPerson = matchingName.extend({
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
  /** What keeps this person apart from the reader on the other side, or from the mentee asked about: not to be had. */
  apart: z.enum(apartCauses).nullable(),
  named: z.array(z.object({ id: id<PersonId>(), name: z.string() })).nullable(),
  capacity: z.int().nullable(),
  hoursPerWeek: z.number().nullable(),
});
/** Somebody in a round. */
export type MatchingPerson = z.output<typeof matchingPerson>;

/** Somebody who could be taken into a round. */
export const matchingCandidate = matchingName.extend({
  code: z.string(),
  subject: z.string().nullable(),
  cohort: z.string().nullable(),
});
