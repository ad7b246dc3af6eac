import type { PersonId } from '../../kernel';

/** What each good of a pair is worth, in whole points; the keeper of a round sees and edits them. */
export interface MatchingWeights {
  /** Both have the same subject or field. */
  readonly subject: number;
  /** The mentor is strong in something that the mentee asks for. */
  readonly speciality: number;
  readonly firstChoice: number;
  readonly secondChoice: number;
  readonly thirdChoice: number;
  /** The mentor put the mentee first; who stands lower is worth less, evenly down the order. */
  readonly mentorOrder: number;
  /** What each mentee that a mentor already has takes off the next one. */
  readonly load: number;
}

/** Names of the weights, in the order in which they are shown. */
export const matchingWeightNames = [
  'firstChoice',
  'secondChoice',
  'thirdChoice',
  'mentorOrder',
  'subject',
  'speciality',
  'load',
] as const satisfies readonly (keyof MatchingWeights)[];

/** To begin from: a wish counts most, then the craft, then an even load. */
export const usualWeights: MatchingWeights = {
  firstChoice: 100,
  secondChoice: 60,
  thirdChoice: 30,
  mentorOrder: 60,
  subject: 40,
  speciality: 20,
  load: 10,
};

/** No weight is below nothing or above this. */
export const mostWeight = 1000;

/** A mentee names at most this many mentors, dearest first. */
export const mostChoices = 3;

/** A mentee as the matching sees one. */
export interface MatchingMentee {
  readonly id: PersonId;
  readonly subject: string | null;
  /** Specialities the mentee would like help with. */
  readonly needs: readonly string[];
  /** Mentors named by the mentee, dearest first. */
  readonly choices: readonly PersonId[];
}

/** A mentor as the matching sees one. */
export interface MatchingMentor {
  readonly id: PersonId;
  readonly subject: string | null;
  readonly specialities: readonly string[];
  /** How many mentees the mentor can take in this round, see {@link roomOf}; null: not said yet, which is none. */
  readonly capacity: number | null;
  /** How many mentees the mentor guides already: they count for the load. */
  readonly current: number;
  /** Mentees the mentor named, dearest first; may be empty. */
  readonly order: readonly PersonId[];
}

/** A mentor and a mentee, put together or kept apart. */
export interface MatchedPair {
  readonly menteeId: PersonId;
  readonly mentorId: PersonId;
}

/**
 * Why two cannot be put together, the first that holds being the one that is said: the keeper forbade it, they guide
 * each other already, they have been asked elsewhere, they were paired from the very same day before, or one declined.
 */
export const apartCauses = ['forbidden', 'paired', 'asked', 'paired-that-day', 'declined'] as const;

/** Why two cannot be put together. */
export type ApartCause = (typeof apartCauses)[number];

/** Two who cannot be put together. */
export interface ApartPair extends MatchedPair {
  readonly cause: ApartCause;
}

/** Everything a matching is decided from. */
export interface MatchingProblem {
  readonly mentees: readonly MatchingMentee[];
  readonly mentors: readonly MatchingMentor[];
  /** Pinned by the keeper or consented by both: they take a place and never move. */
  readonly fixed: readonly MatchedPair[];
  readonly apart: readonly ApartPair[];
  readonly weights: MatchingWeights;
}

/** What a mentor states about time; null: not said yet. */
export interface StatedRoom {
  readonly mentees: number | null;
  readonly hoursPerWeek: number | null;
}

/** A mentor takes as many mentees as stated and as the stated hours allow; who has said nothing takes none. */
export function roomOf(stated: StatedRoom, hoursPerMentee: number): number {
  if (stated.mentees === null) return 0;
  if (stated.hoursPerWeek === null || hoursPerMentee <= 0) return stated.mentees;
  // Halves of an hour are usual: counted in tenths, so that 0.3 / 0.1 is three.
  const byHours = Math.floor(Math.round(stated.hoursPerWeek * 10) / Math.round(hoursPerMentee * 10));
  return Math.max(0, Math.min(stated.mentees, byHours));
}
