import { graphOf, type MatchingGraph } from './graph';
import { pairsOf } from './optimal';
import { preferencesOf, type Preferences } from './preferences';
import type { MatchedPair, MatchingProblem } from './problem';

/** Those a mentor has taken for now, and who would be the first to give way. */
interface Takers {
  readonly graph: MatchingGraph;
  readonly preferences: Preferences;
  readonly taken: number[][];
}

const leastLiked = ({ preferences }: Takers, takers: readonly number[]): number =>
  takers.reduce((worst, edge, at) => (preferences.isDearer(takers[worst] ?? edge, edge) ? at : worst), 0);

/** A mentor takes whoever asks while there is room, and after that only for one liked less; gives who is left out. */
function ask(takers: Takers, edge: number): number | null {
  const mentor = takers.graph.mentor[edge] ?? 0;
  const those = takers.taken[mentor] ?? [];
  if (those.length < (takers.graph.room[mentor] ?? 0)) {
    those.push(edge);
    return null;
  }
  if (those.length === 0) return edge;
  const at = leastLiked(takers, those);
  const worst = those[at] ?? edge;
  if (!takers.preferences.isDearer(edge, worst)) return edge;
  those[at] = edge;
  return worst;
}

/** Each mentee asks down the list until taken; whoever is put out goes on asking (Gale and Shapley). */
function deferredAcceptance(takers: Takers): void {
  const { graph, preferences } = takers;
  const next = graph.start.slice(0, graph.menteeCount);
  const asking = Array.from(graph.fixed.keys()).filter((mentee) => graph.fixed[mentee] === -1);
  for (let mentee = asking.pop(); mentee !== undefined; mentee = asking.pop()) {
    const at = next[mentee] ?? 0;
    if (at >= (graph.start[mentee + 1] ?? 0)) continue;
    next[mentee] = at + 1;
    const out = ask(takers, preferences.wished[at] ?? 0);
    if (out !== null) asking.push(preferences.menteeOf[out] ?? 0);
  }
}

/** The mentor of each mentee (-1: none) such that no two would both rather have each other. */
export function stableMentors(graph: MatchingGraph, preferences: Preferences): Int32Array {
  const taken = Array.from({ length: graph.mentorCount }, (): number[] => []);
  deferredAcceptance({ graph, preferences, taken });
  const mentors = graph.fixed.slice();
  taken.forEach((edges, mentor) => {
    for (const edge of edges) mentors[preferences.menteeOf[edge] ?? 0] = mentor;
  });
  return mentors;
}

/** The stable matching, the best for the mentees of all stable ones; fixed pairs stay, those kept apart are out. */
export function stableMatching(problem: MatchingProblem): readonly MatchedPair[] {
  const graph = graphOf(problem);
  return pairsOf(problem, stableMentors(graph, preferencesOf(problem, graph)));
}
