import type { PersonId } from '../../kernel';
import { type Fit, fitOf, isAcceptable, worthOf } from './fit';
import { candidateFinder, pairKeys, placesOf, type Places } from './graph';
import type { MatchedPair, MatchingMentee, MatchingMentor, MatchingProblem } from './problem';

/** Why two were put together; the first of a list weighs most. */
export type PairReason =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'mutual-choice'; readonly choice: number; readonly place: number }
  | { readonly kind: 'choice'; readonly choice: number }
  | { readonly kind: 'mentor-order'; readonly place: number }
  | { readonly kind: 'speciality'; readonly speciality: string }
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'dearer-full'; readonly mentorIds: readonly PersonId[] }
  | { readonly kind: 'only-with-room' }
  | { readonly kind: 'lighter-load'; readonly has: number };

/** Why a mentee was not placed. */
export type UnplacedReason =
  | { readonly kind: 'no-mentor-of-field' }
  | { readonly kind: 'all-forbidden'; readonly mentors: number }
  | { readonly kind: 'named-full'; readonly mentors: number }
  | { readonly kind: 'all-full'; readonly mentors: number }
  | { readonly kind: 'no-capacity-stated'; readonly mentors: number };

/** A pair with what speaks for it. */
export interface ExplainedPair extends MatchedPair {
  readonly worth: number;
  readonly reasons: readonly PairReason[];
}

/** A mentee without a place, and why. */
export interface ExplainedGap {
  readonly menteeId: PersonId;
  readonly reason: UnplacedReason;
}

/** Everything a plan says for itself. */
export interface ExplainedMatching {
  readonly pairs: readonly ExplainedPair[];
  readonly unplaced: readonly ExplainedGap[];
}

interface Scene {
  readonly problem: MatchingProblem;
  readonly places: Places;
  readonly forbidden: ReadonlySet<number>;
  readonly fixed: ReadonlySet<number>;
  /** Mentees each mentor has in the plan. */
  readonly given: Int32Array;
  candidates(mentee: MatchingMentee): readonly number[];
}

function sceneOf(problem: MatchingProblem, pairs: readonly MatchedPair[]): Scene {
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
    problem,
    places,
    given,
    forbidden: pairKeys(problem.forbidden, places),
    fixed: pairKeys(problem.fixed, places),
    candidates: (mentee) => find(mentee).filter(isReal(mentee)),
  };
}

const keyOf = ({ problem, places }: Scene, menteeId: PersonId, mentor: number): number =>
  (places.menteeAt.get(menteeId) ?? -1) * problem.mentors.length + mentor;

const hasRoom = ({ problem, given }: Scene, at: number): boolean =>
  (given[at] ?? 0) < (problem.mentors[at]?.capacity ?? 0);

function wishReasons({ choice, place }: Fit): readonly PairReason[] {
  if (choice > 0 && place > 0) return [{ kind: 'mutual-choice', choice, place }];
  if (choice > 0) return [{ kind: 'choice', choice }];
  return place > 0 ? [{ kind: 'mentor-order', place }] : [];
}

function craftReasons({ sameSubject, speciality }: Fit, { subject }: MatchingMentee): readonly PairReason[] {
  const isOfSubject = subject !== null && (sameSubject || speciality === subject);
  return [
    ...(speciality !== null && speciality !== subject ? [{ kind: 'speciality', speciality } as const] : []),
    ...(isOfSubject ? [{ kind: 'subject', subject } as const] : []),
  ];
}

/** What the rest of the plan adds, one thing: who was named dearer is full, nobody else has room, or a lighter load. */
function planReasons(scene: Scene, mentee: MatchingMentee, at: number): readonly PairReason[] {
  const { problem, places, given } = scene;
  const mentor = problem.mentors[at];
  if (!mentor) return [];
  const own = mentee.choices.indexOf(mentor.id);
  const dearer = own < 0 ? mentee.choices : mentee.choices.slice(0, own);
  const isFull = (id: PersonId) => {
    const place = places.mentorAt.get(id);
    return place !== undefined && !hasRoom(scene, place);
  };
  const full = dearer.filter(isFull);
  const others = scene
    .candidates(mentee)
    .filter((other) => other !== at && !scene.forbidden.has(keyOf(scene, mentee.id, other)));
  const worth = (other: MatchingMentor) => worthOf(fitOf(mentee, other), other, problem.weights);
  const has = (place: number) => (problem.mentors[place]?.current ?? 0) + (given[place] ?? 0);
  const isHeavierAndAsGood = (place: number) => {
    const other = problem.mentors[place];
    return other !== undefined && worth(other) >= worth(mentor) && has(place) >= has(at) && hasRoom(scene, place);
  };
  if (full.length > 0) return [{ kind: 'dearer-full', mentorIds: full }];
  // Who was wished for first needs no further reason.
  if (own === 0) return [];
  if (!others.some((other) => hasRoom(scene, other))) return [{ kind: 'only-with-room' }];
  return others.some(isHeavierAndAsGood) ? [{ kind: 'lighter-load', has: has(at) - 1 }] : [];
}

function whyPaired(scene: Scene, { menteeId, mentorId }: MatchedPair): ExplainedPair | null {
  const mentee = scene.problem.mentees[scene.places.menteeAt.get(menteeId) ?? -1];
  const at = scene.places.mentorAt.get(mentorId) ?? -1;
  const mentor = scene.problem.mentors[at];
  if (!mentee || !mentor) return null;
  const isFixed = scene.fixed.has(keyOf(scene, menteeId, at));
  const fit = fitOf(mentee, mentor);
  return {
    menteeId,
    mentorId,
    worth: worthOf(fit, mentor, scene.problem.weights),
    reasons: [
      ...(isFixed ? [{ kind: 'fixed' } as const] : []),
      ...wishReasons(fit),
      ...craftReasons(fit, mentee),
      ...(isFixed ? [] : planReasons(scene, mentee, at)),
    ],
  };
}

function whyUnplaced(scene: Scene, mentee: MatchingMentee): UnplacedReason {
  const known = scene.candidates(mentee);
  if (known.length === 0) return { kind: 'no-mentor-of-field' };
  const allowed = known.filter((at) => !scene.forbidden.has(keyOf(scene, mentee.id, at)));
  if (allowed.length === 0) return { kind: 'all-forbidden', mentors: known.length };
  const willing = allowed.filter((at) => (scene.problem.mentors[at]?.capacity ?? 0) > 0);
  if (willing.length === 0) return { kind: 'no-capacity-stated', mentors: allowed.length };
  const named = willing.filter((at) => mentee.choices.includes(scene.problem.mentors[at]?.id ?? mentee.id));
  return { kind: named.length === willing.length ? 'named-full' : 'all-full', mentors: willing.length };
}

/** Says of every pair why, and of everyone left out why. */
export function explainMatching(problem: MatchingProblem, pairs: readonly MatchedPair[]): ExplainedMatching {
  const scene = sceneOf(problem, pairs);
  const placed = new Set(pairs.map(({ menteeId }) => menteeId));
  return {
    pairs: pairs.flatMap((pair) => whyPaired(scene, pair) ?? []),
    unplaced: problem.mentees
      .filter(({ id }) => !placed.has(id))
      .map((mentee) => ({ menteeId: mentee.id, reason: whyUnplaced(scene, mentee) })),
  };
}
