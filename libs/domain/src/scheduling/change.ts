import { accept, refuse, type LessonId, type Result } from '../kernel';
import { before, type Slot } from '../time';
import type { LessonStep } from './answer';
import {
  decideProposal,
  type PlacedLesson,
  type PlaceRefusal,
  type ProposalFacts,
  type WantedLesson,
} from './propose-lesson';
import { decideReason, type ReasonRefusal } from './reason';
import type { LessonState } from './transitions';
import type { Temporal } from '../time';

/** A lesson as it stands before a change. */
export interface StandingLesson {
  readonly lessonId: LessonId;
  readonly state: LessonState;
  readonly slot: Slot;
}

/** Why a lesson cannot be changed any more. */
export type ChangeRefusal =
  | ReasonRefusal
  | { readonly kind: 'lesson-not-confirmed'; readonly state: LessonState }
  | { readonly kind: 'lesson-begun'; readonly startsAt: Temporal.Instant };

/** A lesson where it is wanted instead, and why. */
export interface WantedMove {
  readonly lesson: StandingLesson;
  readonly to: WantedLesson;
  readonly reason: string;
}

/** Where a moved lesson lies now. */
export interface MovedLesson extends PlacedLesson {
  readonly lessonId: LessonId;
  readonly movedFrom: Slot;
  readonly reason: string;
}

function decideChange(lesson: StandingLesson, reason: string, now: Temporal.Instant): Result<string, ChangeRefusal> {
  const { state, slot } = lesson;
  if (state !== 'confirmed') return refuse({ kind: 'lesson-not-confirmed', state });
  if (!before(now, slot.startsAt)) return refuse({ kind: 'lesson-begun', startsAt: slot.startsAt });
  return decideReason(reason);
}

/** A confirmed lesson that has not begun may be cancelled, with a reason. */
export function decideCancel(
  lesson: StandingLesson,
  reason: string,
  now: Temporal.Instant,
): Result<LessonStep, ChangeRefusal> {
  const said = decideChange(lesson, reason, now);
  if (!said.ok) return said;
  return accept({ lessonId: lesson.lessonId, from: lesson.state, to: 'cancelled', reason: said.value });
}

/** A moved lesson is asked everything a new one is; its own holds are not in its way, nor may it move into the past. */
export function decideMove(
  wanted: WantedMove,
  facts: ProposalFacts,
): Result<MovedLesson, ChangeRefusal | PlaceRefusal> {
  const { lesson, to } = wanted;
  const said = decideChange(lesson, wanted.reason, facts.now);
  if (!said.ok) return said;
  const holds = facts.holds.filter((hold) => hold.lessonId !== lesson.lessonId);
  const placed = decideProposal(to, { ...facts, holds, includesPast: false });
  if (!placed.ok) return placed;
  return accept({ ...placed.value, lessonId: lesson.lessonId, movedFrom: lesson.slot, reason: said.value });
}
