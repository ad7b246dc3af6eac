import { fitOf, worthOf } from './fit';
import { graphOf, placesOf, type MatchingGraph, type Places } from './graph';
import { preferencesOf } from './preferences';
import type { MatchedPair, MatchingProblem } from './problem';

/** What a matching comes to. */
export interface MatchingFigures {
  readonly placed: number;
  readonly unplaced: number;
  /** Worth of all pairs together. */
  readonly worth: number;
  /** What the load of the mentors takes off that. */
  readonly load: number;
  /** Worth less load: `worth - load`. */
  readonly total: number;
  /** Pairs, not put together, who would both rather have each other; nobody's fixed pair is asked. */
  readonly wouldRather: number;
}

/** What a mentor's load takes off when `added` more come to `has`: each costs more than the one before. */
const loadCost = (has: number, added: number): number => (added * (2 * has + added - 1)) / 2;

/** Worth of all pairs, and what the load takes off it, in whole points. */
function pointsOf(problem: MatchingProblem, pairs: readonly MatchedPair[]) {
  const { menteeAt, mentorAt } = placesOf(problem);
  const added = new Int32Array(problem.mentors.length);
  let worth = 0;
  for (const { menteeId, mentorId } of pairs) {
    const at = mentorAt.get(mentorId) ?? -1;
    const mentee = problem.mentees[menteeAt.get(menteeId) ?? -1];
    const mentor = problem.mentors[at];
    if (!mentee || !mentor) continue;
    worth += worthOf(fitOf(mentee, mentor), mentor, problem.weights);
    added[at] = (added[at] as number) + 1;
  }
  const load = problem.mentors.reduce((sum, { current }, at) => sum + loadCost(current, added[at] as number), 0);
  return { worth, load: problem.weights.load * load };
}

/** Worth of all pairs less the load, in whole points. */
export function totalOf(problem: MatchingProblem, pairs: readonly MatchedPair[]): number {
  const { worth, load } = pointsOf(problem, pairs);
  return worth - load;
}

/** The edge by which each mentee is placed (-1: none), and the edges that fill each mentor. */
function edgesTaken(graph: MatchingGraph, places: Places, pairs: readonly MatchedPair[]) {
  const edgeOf = new Int32Array(graph.menteeCount).fill(-1);
  const filling = Array.from({ length: graph.mentorCount }, (): number[] => []);
  for (const { menteeId, mentorId } of pairs) {
    const mentee = places.menteeAt.get(menteeId) ?? -1;
    const mentor = places.mentorAt.get(mentorId) ?? -1;
    const row = graph.mentor.subarray(graph.start[mentee] ?? 0, graph.start[mentee + 1] ?? 0);
    const at = row.indexOf(mentor);
    if (at < 0) continue;
    edgeOf[mentee] = (graph.start[mentee] ?? 0) + at;
    filling[mentor]?.push(edgeOf[mentee] ?? 0);
  }
  return { edgeOf, filling };
}

/** Pairs who would both rather have each other than what the matching gives them. */
export function pairsWhoWouldRather(problem: MatchingProblem, pairs: readonly MatchedPair[]): readonly MatchedPair[] {
  const places = placesOf(problem);
  const graph = graphOf(problem, places);
  const { menteeOf, isDearer, isWished } = preferencesOf(problem, graph);
  const { edgeOf, filling } = edgesTaken(graph, places, pairs);
  const isMissed = (edge: number): boolean => {
    const own = edgeOf[menteeOf[edge] ?? 0] ?? -1;
    if (own === edge || (own >= 0 && !isWished(edge, own))) return false;
    const mentor = graph.mentor[edge] ?? 0;
    const others = filling[mentor] ?? [];
    return others.length < (graph.room[mentor] ?? 0) || others.some((other) => isDearer(edge, other));
  };
  return Array.from(graph.mentor.keys())
    .filter(isMissed)
    .flatMap((edge) => {
      const mentee = problem.mentees[menteeOf[edge] ?? -1];
      const mentor = problem.mentors[graph.mentor[edge] ?? -1];
      return mentee && mentor ? [{ menteeId: mentee.id, mentorId: mentor.id }] : [];
    });
}

/** The figures of a matching: what it costs to choose it. */
export function figuresOf(problem: MatchingProblem, pairs: readonly MatchedPair[]): MatchingFigures {
  const { worth, load } = pointsOf(problem, pairs);
  return {
    placed: pairs.length,
    unplaced: problem.mentees.length - pairs.length,
    ...{ worth, load, total: worth - load },
    wouldRather: pairsWhoWouldRather(problem, pairs).length,
  };
}
