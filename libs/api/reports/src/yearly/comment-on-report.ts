import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Transactions } from '@qinglan/api-platform';
import type { commentOnYearlyReport, InputOf, resolveYearlyComment } from '@qinglan/contracts';
import { type Actor, decideReview, mayCommentOnYearlyReport, mayResolveYearlyComment } from '@qinglan/domain';
import { DraftQueries } from './draft.queries';
import { DraftStore } from './draft.store';
import { refusedYearly } from './refused-yearly';
import { ReviewStore } from './review.store';

/** What both sides remark on a draft, and that a remark is dealt with. */
@Injectable()
export class CommentOnReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftStore,
    private readonly queries: DraftQueries,
    private readonly reviews: ReviewStore,
  ) {}

  async comment(actor: Actor, { params, body }: InputOf<typeof commentOnYearlyReport>): Promise<void> {
    const by = { actorId: actor.personId, at: this.clock.now() };
    await this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, params.year);
      allowOrHide(mayCommentOnYearlyReport(actor));
      orRefuse(decideReview(report.state), refusedYearly);
      const { sections } = await this.queries.draft(tx, params.year);
      orNotFound(sections.find(({ code }) => code === body.section));
      const speaker = await this.queries.speaker(tx, actor.personId);
      const remark = { id: params.commentId, section: body.section, words: body.text, speaker };
      await this.reviews.comment(tx, report, { remark, by });
    });
  }

  /** What is resolved stays as it was resolved first. */
  async resolve(actor: Actor, { params, body }: InputOf<typeof resolveYearlyComment>): Promise<void> {
    const by = { actorId: actor.personId, at: this.clock.now() };
    await this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, params.year);
      const { byId, section, isResolved } = orNotFound(await this.reviews.find(tx, params.year, params.commentId));
      allowOrHide(mayResolveYearlyComment(actor, byId));
      orRefuse(decideReview(report.state), refusedYearly);
      if (isResolved) return;
      await this.reviews.resolve(tx, report, { id: params.commentId, section, answer: body.answer, by });
    });
  }
}
