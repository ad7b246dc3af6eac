import { computed, inject, Injectable, signal } from '@angular/core';
import { answerProposal, readLessonHistory, readProposal, withdrawProposal } from '@qinglan/contracts';
import { asId, type ProposalId } from '@qinglan/domain';
import { ApiClient, failureName, problemOf, remote } from '@qinglan/web-platform';
import { answerBody, emptyAnswer, openItems, sumOfAnswer, withReply, type AnswerDraft, type Reply } from './answer';
import { mergedHistory, type Deed } from './proposal-history';
import type { Proposal } from './shapes';

const outdated: ReadonlySet<string> = new Set(['stale', 'already-answered', 'proposal-closed']);
const atOnce = 6;

/** How an attempt ended: done, or somebody was faster and the page shows what is true now. */
export type Outcome = 'done' | 'outdated';

/** One proposal, the answer that is being put together, and what became of it. */
@Injectable()
export class ProposalStore {
  private readonly api = inject(ApiClient);

  readonly proposalId = signal<string | undefined>(undefined);
  readonly proposal = remote(
    () => {
      const id = this.proposalId();
      return id ? this.api.call(readProposal, { params: { proposalId: asId<ProposalId>(id) } }) : undefined;
    },
    { keep: true },
  );
  readonly draft = signal<AnswerDraft>(emptyAnswer);
  readonly sum = computed(() => sumOfAnswer(this.proposal.value()?.items ?? [], this.draft()));
  /** Has anything been unticked or written? */
  readonly isTouched = computed(() => {
    const value = this.proposal.value();
    if (!value?.mayAnswer) return false;
    const open = new Set<string>(openItems(value.items).map(({ id }) => id));
    const { replies, reasons, commonReason } = this.draft();
    const isChanged = Object.entries(replies).some(([id, reply]) => open.has(id) && reply !== 'accept');
    return isChanged || commonReason.trim() !== '' || Object.keys(reasons).some((id) => open.has(id));
  });

  say(lessonIds: readonly string[], reply: Reply): void {
    this.draft.update((draft) => withReply(draft, lessonIds, reply));
  }

  setReason(lessonId: string, reason: string): void {
    this.draft.update((draft) => ({ ...draft, reasons: { ...draft.reasons, [lessonId]: reason } }));
  }

  setCommonReason(commonReason: string): void {
    this.draft.update((draft) => ({ ...draft, commonReason }));
  }

  answer(proposal: Proposal): Promise<Outcome> {
    const { id, version } = proposal;
    const body = answerBody(this.sum(), this.draft());
    return this.change(() => this.api.call(answerProposal, { params: { proposalId: id }, body, version }));
  }

  withdraw({ id, version }: Proposal): Promise<Outcome> {
    return this.change(() => this.api.call(withdrawProposal, { params: { proposalId: id }, version }));
  }

  /** Who did what to the lessons of this proposal, oldest first; equal deeds of one moment are one line. */
  async history({ items }: Proposal): Promise<readonly Deed[]> {
    const entries: Deed[] = [];
    for (let at = 0; at < items.length; at += atOnce) {
      const some = items.slice(at, at + atOnce);
      const read = await Promise.all(
        some.map(({ id }) => this.api.call(readLessonHistory, { params: { lessonId: id } })),
      );
      entries.push(...mergedHistory(read.map(({ items: acts }) => acts)));
    }
    return mergedHistory([entries]);
  }

  private async change(act: () => Promise<Proposal>): Promise<Outcome> {
    try {
      this.proposal.put(await act());
      this.draft.set(emptyAnswer);
      return 'done';
    } catch (error) {
      if (!outdated.has(failureName(problemOf(error)))) throw error;
      await this.proposal.reload();
      return 'outdated';
    }
  }
}
