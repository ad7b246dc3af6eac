import {
  assign,
  explainMatching,
  figuresOf,
  graphOf,
  type MatchedPair,
  type MatchingKind,
  type MatchingMentee,
  type MatchingMentor,
  type MatchingProblem,
  type PairReason,
  stableMatching,
} from '@qinglan/domain';

type Named<T> = T & { readonly name: string };

/** A problem as `ProblemQueries` writes it. */
export interface NamedProblem extends MatchingProblem {
  readonly mentees: readonly Named<MatchingMentee>[];
  readonly mentors: readonly Named<MatchingMentor>[];
}

/** Two plans as JSON: the figures of both, and a row for each mentee of each; or why there are none. */
export type WorkedOut =
  { readonly figures: string; readonly rows: string } | { readonly refused: 'matching-nothing' | 'matching-crowded' };

/** Beyond so many pairs that could be, somebody waits for half a minute. */
export const mostPossiblePairs = 6_000_000;

/** People are named in words: a plan is read as it was worked out. */
const reasonWithNames = (names: ReadonlyMap<string, string>) => (reason: PairReason) => {
  if (reason.kind !== 'dearer') return reason;
  return { kind: reason.kind, why: reason.why, names: reason.mentorIds.map((mentorId) => names.get(mentorId) ?? '') };
};

function rowsOf(problem: NamedProblem, plan: MatchingKind, found: readonly MatchedPair[]) {
  const { pairs, unplaced } = explainMatching(problem, found, plan);
  const lines = new Map(problem.mentees.map(({ id }, at) => [id, at]));
  const named = reasonWithNames(new Map(problem.mentors.map(({ id, name }) => [id, name])));
  return [
    ...pairs.map(({ reasons, ...pair }) => ({ ...pair, reasons: reasons.map(named) })),
    ...unplaced.map((gap) => ({ ...gap, mentorId: null, worth: null })),
  ].map((row) => ({ plan, line: lines.get(row.menteeId), ...row }));
}

/** Works out the optimal and the stable plan of a problem, from JSON to JSON. */
export function workOutPlans(text: string): WorkedOut {
  const problem = JSON.parse(text) as NamedProblem;
  if (problem.mentees.length === 0 || problem.mentors.length === 0) return { refused: 'matching-nothing' };
  if (graphOf(problem).mentor.length > mostPossiblePairs) return { refused: 'matching-crowded' };
  const [optimal, stable] = [assign(problem), stableMatching(problem)];
  return {
    figures: JSON.stringify({ optimal: figuresOf(problem, optimal), stable: figuresOf(problem, stable) }),
    rows: JSON.stringify([...rowsOf(problem, 'optimal', optimal), ...rowsOf(problem, 'stable', stable)]),
  };
}
