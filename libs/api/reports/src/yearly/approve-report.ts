import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { approveYearlyReport, InputOf } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decideReview, mayApproveYearlyReport, yearlySideOf } from '@qinglan/domain';
import { ComparedYear } from './compared-year';
import { DraftQueries } from './draft.queries';
import { DraftStore } from './draft.store';
import { refusedYearly } from './refused-yearly';
import { ReviewStore } from './review.store';

/** A side approves of the words and numbers of a draft and the rows behind them as they stand, or takes that back. */
@Injectable()
export class ApproveReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftStore,
    private readonly queries: DraftQueries,
    private readonly reviews: ReviewStore,
    private readonly compared: ComparedYear,
  ) {}

  /**
   * Names the version that was read: whoever approves has read what stands there, and no later edit. All numbers that are
   * approved are of one moment.
   */
  async approve(actor: Actor, { params, version }: InputOf<typeof approveYearlyReport>): Promise<void> {
    const now = this.clock.now();
    await this.transactions.writeStill(async (tx) => {
      const report = await this.drafts.lock(tx, params.year);
      const { side, speaker } = await this.speakerOf(tx, actor);
      orRefuse(decideReview(report.state), refusedYearly);
      if (report.version !== version) throw new Refused('stale');
      const { sections } = await this.queries.draft(tx, params.year);
      const asked = { year: params.year, today: beijingDayOf(now).toString() };
      const figures = await this.compared.approved(tx, asked, sections);
      const by = { actorId: actor.personId, at: now };
      await this.reviews.approve(tx, report, { approval: { side, speaker, figures }, by });
    });
  }

  async withdraw(actor: Actor, year: number): Promise<void> {
    const by = { actorId: actor.personId, at: this.clock.now() };
    await this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, year);
      const { side } = await this.speakerOf(tx, actor);
      orRefuse(decideReview(report.state), refusedYearly);
      await this.reviews.withdraw(tx, report, { side, by });
    });
  }

  private async speakerOf(tx: Tx, actor: Actor) {
    const speaker = await this.queries.speaker(tx, actor.personId);
    allowOrHide(mayApproveYearlyReport(actor, speaker.side));
    return { speaker, side: orNotFound(yearlySideOf(actor, speaker.side)) };
  }
}
