import type { PersonId } from '../../kernel';
import { fitOf, isAcceptable, worthOf } from './fit';
import { type ApartCause, apartCauses, type MatchedPair, type MatchingMentee, type MatchingProblem } from './problem';

/** The acceptable pairs as rows of numbers: mentee `i` has the edges `start[i]` to `start[i + 1]`. */
export interface MatchingGraph {
  readonly menteeCount: number;
  readonly mentorCount: number;
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  /** What each edge is worth before the load. */
  readonly worth: Int32Array;
  /** Places of each mentor that are not taken by a fixed pair. */
  readonly room: Int32Array;
  /** Mentees each mentor has before anyone is placed: current ones and fixed ones. */
  readonly has: Int32Array;
  /** The mentor of each mentee's fixed pair, or -1. A fixed mentee has no edges. */
  readonly fixed: Int32Array;
  /** What one mentee that a mentor already has takes off the next. */
  readonly load: number;
}

/** Where each person stands in the problem. */
export interface Places {
  readonly menteeAt: ReadonlyMap<PersonId, number>;
  readonly mentorAt: ReadonlyMap<PersonId, number>;
}

const placesById = (people: readonly { readonly id: PersonId }[]): ReadonlyMap<PersonId, number> =>
  new Map(people.map(({ id }, at) => [id, at]));

/** Where each person stands in the problem. */
export const placesOf = ({ mentees, mentors }: MatchingProblem): Places => ({
  menteeAt: placesById(mentees),
  mentorAt: placesById(mentors),
});

/** Pairs as one number each; a pair with somebody who is not in the round is left out. */
export function pairKeys(pairs: readonly MatchedPair[], places: Places): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { menteeId, mentorId } of pairs) {
    const mentee = places.menteeAt.get(menteeId);
    const mentor = places.mentorAt.get(mentorId);
    if (mentee !== undefined && mentor !== undefined) keys.add(mentee * places.mentorAt.size + mentor);
  }
  return keys;
}

/** Why pairs are kept apart, by the same numbers; of several causes the first. */
export function apartBy({ apart }: MatchingProblem, places: Places): ReadonlyMap<number, ApartCause> {
  const causes = new Map<number, ApartCause>();
  for (const cause of [...apartCauses].reverse()) {
    const those = apart.filter((pair) => pair.cause === cause);
    for (const key of pairKeys(those, places)) causes.set(key, cause);
  }
  return causes;
}

function fixedMentors(problem: MatchingProblem, places: Places): Int32Array {
  const fixed = new Int32Array(problem.mentees.length).fill(-1);
  for (const { menteeId, mentorId } of problem.fixed) {
    const mentee = places.menteeAt.get(menteeId);
    const mentor = places.mentorAt.get(mentorId);
    if (mentee !== undefined && mentor !== undefined) fixed[mentee] = mentor;
  }
  return fixed;
}

type Shelves = ReadonlyMap<string, readonly number[]>;

/** Mentors by each word that a mentee may find them under. */
function shelvesOf(problem: MatchingProblem): Shelves {
  const shelves = new Map<string, number[]>();
  problem.mentors.forEach((mentor, at) => {
    for (const word of new Set([mentor.subject, ...mentor.specialities])) {
      if (word === null) continue;
      const shelf = shelves.get(word);
      if (shelf) shelf.push(at);
      else shelves.set(word, [at]);
    }
  });
  return shelves;
}

/** Mentors that the mentee may have something to do with, in the order of the problem, each once. */
export function candidateFinder(problem: MatchingProblem, places: Places): (mentee: MatchingMentee) => number[] {
  const shelves = shelvesOf(problem);
  const seen = new Int32Array(problem.mentors.length).fill(-1);
  let turn = 0;
  return (mentee) => {
    const found: number[] = [];
    turn += 1;
    const meet = (at: number | undefined) => {
      if (at === undefined || seen[at] === turn) return;
      seen[at] = turn;
      found.push(at);
    };
    if (mentee.subject !== null) shelves.get(mentee.subject)?.forEach(meet);
    for (const need of mentee.needs) shelves.get(need)?.forEach(meet);
    for (const choice of mentee.choices) meet(places.mentorAt.get(choice));
    return found.sort((a, b) => a - b);
  };
}

function edgesOf(problem: MatchingProblem, places: Places, fixed: Int32Array) {
  const candidatesOf = candidateFinder(problem, places);
  const apart = apartBy(problem, places);
  const start = new Int32Array(problem.mentees.length + 1);
  const mentor: number[] = [];
  const worth: number[] = [];
  problem.mentees.forEach((mentee, i) => {
    for (const j of fixed[i] === -1 ? candidatesOf(mentee) : []) {
      const candidate = problem.mentors[j];
      if (!candidate || candidate.id === mentee.id || apart.has(i * problem.mentors.length + j)) continue;
      const fit = fitOf(mentee, candidate);
      if (!isAcceptable(fit)) continue;
      mentor.push(j);
      worth.push(worthOf(fit, candidate, problem.weights));
    }
    start[i + 1] = mentor.length;
  });
  return { start, mentor: Int32Array.from(mentor), worth: Int32Array.from(worth) };
}

/** The acceptable pairs of a problem; fixed pairs have taken their places, those kept apart are gone. */
export function graphOf(problem: MatchingProblem, places: Places = placesOf(problem)): MatchingGraph {
  const fixed = fixedMentors(problem, places);
  const taken = new Int32Array(problem.mentors.length);
  for (const mentor of fixed) if (mentor >= 0) taken[mentor] = (taken[mentor] as number) + 1;
  return {
    menteeCount: problem.mentees.length,
    mentorCount: problem.mentors.length,
    ...edgesOf(problem, places, fixed),
    room: Int32Array.from(problem.mentors, ({ capacity }, at) => Math.max(0, (capacity ?? 0) - (taken[at] as number))),
    has: Int32Array.from(problem.mentors, ({ current }, at) => current + (taken[at] as number)),
    fixed,
    load: problem.weights.load,
  };
}
