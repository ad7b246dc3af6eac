import { accept, refuse, type LessonId, type Result } from '../kernel';
import { before, type Temporal } from '../time';
import { decideReason, type ReasonRefusal } from './reason';
import type { LessonState } from './transitions';

/** A lesson as a proposal knows it. */
export interface ProposedLesson {
  readonly lessonId: LessonId;
  readonly state: LessonState;
}

/** A round of asking: its lessons, and until when an answer counts. */
export interface Proposal {
  readonly lessons: readonly ProposedLesson[];
  readonly expiresAt: Temporal.Instant;
}

/** What the asked school says: some yes, some no with a reason, the rest later. */
export interface Answer {
  readonly accepted: readonly LessonId[];
  readonly declined: readonly { readonly lessonId: LessonId; readonly reason: string }[];
}

/** One lesson's step from state to state. */
export interface LessonStep {
  readonly lessonId: LessonId;
  readonly from: LessonState;
  readonly to: LessonState;
  readonly reason: string | null;
}

/** Why an answer does not count. */
export type AnswerRefusal =
  | ReasonRefusal
  | { readonly kind: 'nothing-answered' }
  | { readonly kind: 'proposal-expired'; readonly expiredAt: Temporal.Instant }
  | { readonly kind: 'lesson-not-in-proposal'; readonly lessonId: LessonId }
  | { readonly kind: 'lesson-named-twice'; readonly lessonId: LessonId }
  | { readonly kind: 'lesson-already-answered'; readonly lessonId: LessonId; readonly state: LessonState };

/** Why a proposal cannot be taken back or run out. */
export type WithdrawalRefusal = { readonly kind: 'nothing-open' };

const isOpen = (state: LessonState): boolean => state === 'proposed' || state === 'countered';

/** Is the time for an answer over? */
export const isExpired = (proposal: Proposal, now: Temporal.Instant): boolean => !before(now, proposal.expiresAt);

function stepFault(proposal: Proposal, lessonIds: readonly LessonId[]): AnswerRefusal | null {
  const twice = lessonIds.find((lessonId, at) => lessonIds.indexOf(lessonId) !== at);
  if (twice) return { kind: 'lesson-named-twice', lessonId: twice };
  const states = new Map(proposal.lessons.map((lesson) => [lesson.lessonId, lesson.state]));
  for (const lessonId of lessonIds) {
    const state = states.get(lessonId);
    if (!state) return { kind: 'lesson-not-in-proposal', lessonId };
    if (!isOpen(state)) return { kind: 'lesson-already-answered', lessonId, state };
  }
  return null;
}

function stepsOf(proposal: Proposal, answer: Answer): readonly LessonStep[] {
  const reasons = new Map(answer.declined.map(({ lessonId, reason }) => [lessonId, reason.trim()]));
  const accepted = new Set(answer.accepted);
  return proposal.lessons.flatMap(({ lessonId, state }): readonly LessonStep[] => {
    if (accepted.has(lessonId)) return [{ lessonId, from: state, to: 'confirmed', reason: null }];
    const reason = reasons.get(lessonId);
    return reason === undefined ? [] : [{ lessonId, from: state, to: 'declined', reason }];
  });
}

/** All or some, each lesson once, before the proposal runs out; a lesson not named waits for a later answer. */
export function decideAnswer(
  proposal: Proposal,
  answer: Answer,
  now: Temporal.Instant,
): Result<readonly LessonStep[], AnswerRefusal> {
  const lessonIds = [...answer.accepted, ...answer.declined.map((one) => one.lessonId)];
  if (lessonIds.length === 0) return refuse({ kind: 'nothing-answered' });
  // An answered lesson says so before the clock does: "you accepted it on Monday" helps more than "too late".
  const fault = stepFault(proposal, lessonIds);
  if (fault) return refuse(fault);
  if (isExpired(proposal, now)) return refuse({ kind: 'proposal-expired', expiredAt: proposal.expiresAt });
  for (const { reason } of answer.declined) {
    const said = decideReason(reason);
    if (!said.ok) return said;
  }
  return accept(stepsOf(proposal, answer));
}

function close(proposal: Proposal, to: 'withdrawn' | 'expired'): Result<readonly LessonStep[], WithdrawalRefusal> {
  const open = proposal.lessons.filter((lesson) => isOpen(lesson.state));
  if (open.length === 0) return refuse({ kind: 'nothing-open' });
  return accept(open.map(({ lessonId, state }) => ({ lessonId, from: state, to, reason: null })));
}

/** Taking a proposal back ends what is unanswered; what was accepted stays agreed. */
export const decideWithdrawal = (proposal: Proposal): Result<readonly LessonStep[], WithdrawalRefusal> =>
  close(proposal, 'withdrawn');

/** Once its time is over, what is unanswered expires and lets its slots go. */
export function decideExpiry(
  proposal: Proposal,
  now: Temporal.Instant,
): Result<readonly LessonStep[], WithdrawalRefusal> {
  return isExpired(proposal, now) ? close(proposal, 'expired') : refuse({ kind: 'nothing-open' });
}
