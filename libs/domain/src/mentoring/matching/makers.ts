import { asId, type PersonId } from '../../kernel';
import {
  usualWeights,
  type MatchedPair,
  type MatchingMentee,
  type MatchingMentor,
  type MatchingProblem,
} from './problem';

/** Somebody of this name. */
export const id = (name: string): PersonId => asId(name);

/** A mentee of mathematics who wishes nothing. */
export const mentee = (name: string, more: Partial<MatchingMentee> = {}): MatchingMentee => ({
  ...{ id: id(name), subject: '高中数学', needs: [], choices: [] },
  ...more,
});

/** A mentor of mathematics with room for two. */
export const mentor = (name: string, more: Partial<MatchingMentor> = {}): MatchingMentor => ({
  ...{ id: id(name), subject: '高中数学', specialities: [], capacity: 2, current: 0, order: [] },
  ...more,
});

/** A round with the usual weights. */
export const problem = (more: Partial<MatchingProblem>): MatchingProblem => ({
  ...{ mentees: [], mentors: [], fixed: [], apart: [], weights: usualWeights },
  ...more,
});

/** Two of these names. */
export const pair = (menteeId: string, mentorId: string): MatchedPair => ({
  menteeId: id(menteeId),
  mentorId: id(mentorId),
});

/** Pairs as text, in order. */
export const told = (pairs: readonly MatchedPair[]) =>
  pairs.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`).sort();
