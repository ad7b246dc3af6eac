import type { Item } from './shapes';

/** What the coordinator says to one lesson; later leaves it open. */
export type Reply = 'accept' | 'decline' | 'later';

/** Replies by lesson; a lesson that is not named is accepted, as most are. */
export interface AnswerDraft {
  readonly replies: Readonly<Record<string, Reply>>;
  /** Reasons of single lessons, before the one for all. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly commonReason: string;
}

export const emptyAnswer: AnswerDraft = { replies: {}, reasons: {}, commonReason: '' };

/** Lessons that still wait for an answer. */
export const openItems = (items: readonly Item[]): readonly Item[] =>
  items.filter(({ state }) => state === 'proposed' || state === 'countered');

export const replyOf = (draft: AnswerDraft, lessonId: string): Reply => draft.replies[lessonId] ?? 'accept';

export const reasonOf = (draft: AnswerDraft, lessonId: string): string =>
  (draft.reasons[lessonId] ?? '').trim() || draft.commonReason.trim();

export interface AnswerSum {
  readonly accepted: readonly Item[];
  readonly declined: readonly Item[];
  readonly later: readonly Item[];
  /** Declined lessons without a reason. */
  readonly unreasoned: number;
}

export function sumOfAnswer(items: readonly Item[], draft: AnswerDraft): AnswerSum {
  const open = openItems(items);
  const said = (reply: Reply) => open.filter(({ id }) => replyOf(draft, id) === reply);
  const declined = said('decline');
  return {
    accepted: said('accept'),
    declined,
    later: said('later'),
    unreasoned: declined.filter(({ id }) => reasonOf(draft, id) === '').length,
  };
}

/** An answer that only accepts or only declines is told without a "none". */
export function answerKind(counts: { readonly accepted: number; readonly declined: number }) {
  if (counts.declined === 0) return 'Accept';
  return counts.accepted === 0 ? 'Decline' : 'Both';
}

/** The answer as the contract wants it. */
export const answerBody = ({ accepted, declined }: AnswerSum, draft: AnswerDraft) => ({
  accept: accepted.map(({ id }) => id),
  decline: declined.map(({ id }) => ({ lessonId: id, reason: reasonOf(draft, id) })),
});

export const withReply = (draft: AnswerDraft, lessonIds: readonly string[], reply: Reply): AnswerDraft => ({
  ...draft,
  replies: { ...draft.replies, ...Object.fromEntries(lessonIds.map((id) => [id, reply])) },
});
