import type { MatchingGraph } from './graph';
import type { MatchingProblem } from './problem';

/** Whom each side would rather have, over the edges of a graph; strict, so that nothing depends on chance. */
export interface Preferences {
  readonly menteeOf: Int32Array;
  /** The edges of each mentee, dearest mentor first; the mentee's part of the row is that of the graph. */
  readonly wished: Int32Array;
  /** Would the mentor of both edges rather have the first one's mentee? */
  isDearer(first: number, second: number): boolean;
  /** Would the mentee of both edges rather have the first one's mentor? */
  isWished(first: number, second: number): boolean;
}

/** Named ones in their order, then those who were not named. */
const placeIn = <T>(names: readonly T[], name: T): number => {
  const at = names.indexOf(name);
  return at < 0 ? names.length : at;
};

interface Ranks {
  readonly menteeOf: Int32Array;
  readonly choice: Int32Array;
  readonly place: Int32Array;
}

function ranksOf({ mentees, mentors }: MatchingProblem, graph: MatchingGraph): Ranks {
  const edges = graph.mentor.length;
  const ranks = { menteeOf: new Int32Array(edges), choice: new Int32Array(edges), place: new Int32Array(edges) };
  mentees.forEach((mentee, i) => {
    const last = graph.start[i + 1] ?? 0;
    for (let edge = graph.start[i] ?? 0; edge < last; edge += 1) {
      const mentor = mentors[graph.mentor[edge] ?? 0];
      ranks.menteeOf[edge] = i;
      ranks.choice[edge] = mentor ? placeIn(mentee.choices, mentor.id) : 0;
      ranks.place[edge] = mentor ? placeIn(mentor.order, mentee.id) : 0;
    }
  });
  return ranks;
}

/** A mentee: own ranking, then what the pair is worth, then as listed. A mentor: own order, then the same. */
export function preferencesOf(problem: MatchingProblem, graph: MatchingGraph): Preferences {
  const { menteeOf, choice, place } = ranksOf(problem, graph);
  const compare = (ranks: Int32Array) => (first: number, second: number) =>
    (ranks[first] ?? 0) - (ranks[second] ?? 0) ||
    (graph.worth[second] ?? 0) - (graph.worth[first] ?? 0) ||
    first - second;
  const byMentee = compare(choice);
  const byMentor = compare(place);
  const wished = Int32Array.from(graph.mentor.keys());
  for (let mentee = 0; mentee < graph.menteeCount; mentee += 1) {
    wished.subarray(graph.start[mentee], graph.start[mentee + 1]).sort(byMentee);
  }
  return {
    menteeOf,
    wished,
    isDearer: (first, second) => byMentor(first, second) < 0,
    isWished: (first, second) => byMentee(first, second) < 0,
  };
}
