import type { PersonId } from '../../kernel';
import { fitOf, isAcceptable } from './fit';
import { apartBy, candidateFinder, pairKeys, placesOf, type Places } from './graph';
import type { ApartCause, MatchedPair, MatchingMentee, MatchingProblem } from './problem';

/**
 * What closes a mentor to a mentee: the two are kept apart, or every place is taken (`full`), the mentor takes nobody
 * (`no-room`), or has not said how many (`untold`).
 */
export type Closed = ApartCause | 'full' | 'no-room' | 'untold';

/** A plan as its reasons are read off it. */
export interface PlanScene {
  readonly kind: 'optimal' | 'stable';
  readonly problem: MatchingProblem;
  readonly places: Places;
  readonly apart: ReadonlyMap<number, ApartCause>;
  readonly fixed: ReadonlySet<number>;
  /** Mentees each mentor has in the plan. */
  readonly given: Int32Array;
  /** Mentors that suit a mentee, kept apart or not, with or without room. */
  candidates(mentee: MatchingMentee): readonly number[];
}

/** Sets the scene of a plan. */
export function sceneOf(problem: MatchingProblem, pairs: readonly MatchedPair[], kind: PlanScene['kind']): PlanScene {
  const places = placesOf(problem);
  const given = new Int32Array(problem.mentors.length);
  for (const { mentorId } of pairs) {
    const at = places.mentorAt.get(mentorId);
    if (at !== undefined) given[at] = (given[at] ?? 0) + 1;
  }
  const find = candidateFinder(problem, places);
  const isReal = (mentee: MatchingMentee) => (at: number) => {
    const mentor = problem.mentors[at];
    return mentor !== undefined && mentor.id !== mentee.id && isAcceptable(fitOf(mentee, mentor));
  };
  return {
    ...{ kind, problem, places, given },
    apart: apartBy(problem, places),
    fixed: pairKeys(problem.fixed, places),
    candidates: (mentee) => find(mentee).filter(isReal(mentee)),
  };
}

/** The number by which a pair is known. */
export const keyOf = ({ problem, places }: PlanScene, menteeId: PersonId, mentor: number): number =>
  (places.menteeAt.get(menteeId) ?? -1) * problem.mentors.length + mentor;

/** Is a place of the mentor free in the plan? */
export const hasRoom = ({ problem, given }: PlanScene, at: number): boolean =>
  (given[at] ?? 0) < (problem.mentors[at]?.capacity ?? 0);

/** What closes a mentor to a mentee, or null where the mentor is open. */
export function closedTo(scene: PlanScene, menteeId: PersonId, at: number): Closed | null {
  const cause = scene.apart.get(keyOf(scene, menteeId, at));
  if (cause) return cause;
  const capacity = scene.problem.mentors[at]?.capacity ?? null;
  if (capacity === null) return 'untold';
  if (capacity <= 0) return 'no-room';
  return hasRoom(scene, at) ? null : 'full';
}
