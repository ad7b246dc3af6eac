import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ApproveReport } from './approve-report';
import { CancelFreeze } from './cancel-freeze';
import { CommentOnReport } from './comment-on-report';
import { FreezeReport } from './freeze-report';
import { ReadYearly } from './read-yearly';

/** What both sides say to a draft, and how it is frozen. */
@Controller()
export class YearlyReviewController {
  constructor(
    private readonly reading: ReadYearly,
    private readonly commenting: CommentOnReport,
    private readonly approving: ApproveReport,
    private readonly freezing: FreezeReport,
    private readonly cancelling: CancelFreeze,
  ) {}

  @Door(contracts.commentOnYearlyReport)
  async comment(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.commentOnYearlyReport>) {
    await this.commenting.comment(actor, input);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.resolveYearlyComment)
  async resolve(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.resolveYearlyComment>) {
    await this.commenting.resolve(actor, input);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.approveYearlyReport)
  async approve(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.approveYearlyReport>) {
    await this.approving.approve(actor, input);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.withdrawYearlyApproval)
  async withdraw(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.withdrawYearlyApproval>) {
    await this.approving.withdraw(actor, input.params.year);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.freezeYearlyReport)
  async freeze(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.freezeYearlyReport>) {
    await this.freezing.execute(actor, input);
    return this.reading.progress(actor, input.params.issueId);
  }

  @Door(contracts.cancelYearlyFreeze)
  async cancel(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.cancelYearlyFreeze>) {
    await this.cancelling.execute(actor, input.params.issueId);
    return this.reading.progress(actor, input.params.issueId);
  }

  @Door(contracts.readYearlyProgress)
  progress(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.readYearlyProgress>) {
    return this.reading.progress(actor, params.issueId);
  }
}
