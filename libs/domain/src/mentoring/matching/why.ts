import type { PersonId } from '../../kernel';
import { type Fit, fitOf, worthOf } from './fit';
import type { ApartCause, MatchedPair, MatchingMentee, MatchingMentor, MatchingProblem } from './problem';
import { type Closed, closedTo, hasRoom, keyOf, type PlanScene, sceneOf } from './scene';

/** Which of the two matchings is explained: what decides differs. */
export type MatchingKind = 'optimal' | 'stable';

/** Why two were put together; the first of a list weighs most. */
export type PairReason =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'mutual-choice'; readonly choice: number; readonly place: number }
  | { readonly kind: 'choice'; readonly choice: number }
  | { readonly kind: 'mentor-order'; readonly place: number }
  | { readonly kind: 'speciality'; readonly speciality: string }
  | { readonly kind: 'speciality-of-subject'; readonly subject: string }
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'dearer'; readonly why: Closed | 'total'; readonly mentorIds: readonly PersonId[] }
  | { readonly kind: 'only-with-room' }
  | { readonly kind: 'lighter-load'; readonly has: number };

/** What is in the way between somebody without a place and so many mentors; `wished` of them the mentee had named. */
export interface Obstacle {
  readonly kind: Closed;
  readonly mentors: number;
  readonly wished: number;
}

/** Why a mentee was not placed: nobody suits, or what is in the way with each who would. */
export type UnplacedReason = { readonly kind: 'no-mentor-of-field' } | Obstacle;

/** A pair with what speaks for it. */
export interface ExplainedPair extends MatchedPair {
  readonly worth: number;
  readonly reasons: readonly PairReason[];
}

/** A mentee without a place, and why; together the reasons speak of every mentor who would suit. */
export interface ExplainedGap {
  readonly menteeId: PersonId;
  readonly reasons: readonly UnplacedReason[];
}

/** Everything a plan says for itself. */
export interface ExplainedMatching {
  readonly pairs: readonly ExplainedPair[];
  readonly unplaced: readonly ExplainedGap[];
}

/** In the order in which they are said. */
const closedInOrder = [
  ...(['paired', 'asked', 'forbidden', 'declined', 'paired-that-day'] satisfies readonly ApartCause[]),
  ...(['full', 'no-room', 'untold'] as const),
] as const;

function wishReasons({ choice, place }: Fit): readonly PairReason[] {
  if (choice > 0 && place > 0) return [{ kind: 'mutual-choice', choice, place }];
  if (choice > 0) return [{ kind: 'choice', choice }];
  return place > 0 ? [{ kind: 'mentor-order', place }] : [];
}

function craftReasons({ sameSubject, speciality }: Fit, { subject, needs }: MatchingMentee): readonly PairReason[] {
  const reasons: PairReason[] = [];
  if (speciality !== null && needs.includes(speciality)) reasons.push({ kind: 'speciality', speciality });
  else if (speciality !== null && !sameSubject) reasons.push({ kind: 'speciality-of-subject', subject: speciality });
  if (sameSubject && subject !== null) reasons.push({ kind: 'subject', subject });
  return reasons;
}

interface Placing {
  readonly mentee: MatchingMentee;
  readonly mentor: MatchingMentor;
  /** Where the mentor stands in the problem. */
  readonly at: number;
}

/** Whoever the mentee named before the one she got: what was in the way, or that the total would be no better. */
function dearerReasons(scene: PlanScene, { mentee, mentor }: Placing): readonly PairReason[] {
  const own = mentee.choices.indexOf(mentor.id);
  const ways = new Map<Closed | 'total', PersonId[]>();
  for (const id of own < 0 ? mentee.choices : mentee.choices.slice(0, own)) {
    const place = scene.places.mentorAt.get(id);
    if (place === undefined) continue;
    const why = closedTo(scene, mentee.id, place) ?? (scene.kind === 'optimal' ? 'total' : null);
    if (why !== null) ways.set(why, [...(ways.get(why) ?? []), id]);
  }
  return [...ways].map(([why, mentorIds]) => ({ kind: 'dearer', why, mentorIds }));
}

/** Is there somebody with room and as good a match who will have more mentees? Then the load has decided. */
function lightens(scene: PlanScene, { mentee, mentor, at }: Placing, others: readonly number[]): boolean {
  const { problem, given, kind } = scene;
  if (kind === 'stable' || problem.weights.load === 0) return false;
  const worth = (other: MatchingMentor) => worthOf(fitOf(mentee, other), other, problem.weights);
  const has = (place: number) => (problem.mentors[place]?.current ?? 0) + (given[place] ?? 0);
  return others.some((place) => {
    const other = problem.mentors[place];
    return other !== undefined && hasRoom(scene, place) && has(place) >= has(at) && worth(other) >= worth(mentor);
  });
}

/** What the rest of the plan adds: what became of dearer ones, else that nobody else has room, or a lighter load. */
function planReasons(scene: PlanScene, placing: Placing): readonly PairReason[] {
  const { mentee, mentor, at } = placing;
  const dearer = dearerReasons(scene, placing);
  // Who was wished for first needs no further reason.
  if (dearer.length > 0 || mentee.choices[0] === mentor.id) return dearer;
  const others = scene
    .candidates(mentee)
    .filter((other) => other !== at && !scene.apart.has(keyOf(scene, mentee.id, other)));
  if (!others.some((other) => hasRoom(scene, other))) return [{ kind: 'only-with-room' }];
  const has = mentor.current + (scene.given[at] ?? 0) - 1;
  return lightens(scene, placing, others) ? [{ kind: 'lighter-load', has }] : [];
}

function whyPaired(scene: PlanScene, { menteeId, mentorId }: MatchedPair): ExplainedPair | null {
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
      ...(isFixed ? [] : planReasons(scene, { mentee, mentor, at })),
    ],
  };
}

function whyUnplaced(scene: PlanScene, mentee: MatchingMentee): readonly UnplacedReason[] {
  const { problem } = scene;
  const counts = new Map<Closed, { mentors: number; wished: number }>();
  for (const at of scene.candidates(mentee)) {
    const why = closedTo(scene, mentee.id, at);
    if (why === null) continue;
    const isWished = mentee.choices.includes(problem.mentors[at]?.id ?? mentee.id);
    const { mentors, wished } = counts.get(why) ?? { mentors: 0, wished: 0 };
    counts.set(why, { mentors: mentors + 1, wished: wished + (isWished ? 1 : 0) });
  }
  if (counts.size === 0) return [{ kind: 'no-mentor-of-field' }];
  return closedInOrder.flatMap((kind) => {
    const count = counts.get(kind);
    return count ? [{ kind, ...count }] : [];
  });
}

/** Says of every pair why, and of everyone left out why, of an optimal or a stable matching of the problem. */
export function explainMatching(
  problem: MatchingProblem,
  pairs: readonly MatchedPair[],
  kind: MatchingKind,
): ExplainedMatching {
  const scene = sceneOf(problem, pairs, kind);
  const placed = new Set(pairs.map(({ menteeId }) => menteeId));
  return {
    pairs: pairs.flatMap((pair) => whyPaired(scene, pair) ?? []),
    unplaced: problem.mentees
      .filter(({ id }) => !placed.has(id))
      .map((mentee) => ({ menteeId: mentee.id, reasons: whyUnplaced(scene, mentee) })),
  };
}
