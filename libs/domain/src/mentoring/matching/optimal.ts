import { boardOf } from './board';
import { graphOf, type MatchingGraph } from './graph';
import { placeMentee } from './place';
import type { MatchedPair, MatchingProblem } from './problem';

/**
 * The mentor of each mentee (-1: none): first as many placed as can be, then the highest total. Exact, in whole
 * numbers: one shortest way after the other, with prices that keep every step provably best.
 */
export function bestMentors(graph: MatchingGraph): Int32Array {
  const board = boardOf(graph);
  for (let mentee = 0; mentee < graph.menteeCount; mentee += 1) {
    if (graph.fixed[mentee] === -1) placeMentee(board, mentee);
  }
  return board.mentorOf.map((mentor, mentee) => Math.max(mentor, graph.fixed[mentee] ?? -1));
}

/** Pairs of a row of mentors, in the order of the mentees. */
export function pairsOf(problem: MatchingProblem, mentors: Int32Array): readonly MatchedPair[] {
  return problem.mentees.flatMap(({ id }, at) => {
    const mentor = problem.mentors[mentors[at] ?? -1];
    return mentor ? [{ menteeId: id, mentorId: mentor.id }] : [];
  });
}

/** The optimal matching: as many mentees placed as can be, then the best total under the weights. */
export const assign = (problem: MatchingProblem): readonly MatchedPair[] =>
  pairsOf(problem, bestMentors(graphOf(problem)));
