import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Refused, Transactions } from '@qinglan/api-platform';
import { type Actor, beijingDayOf, mayWriteYearlyReport, openedSections, yearlyTemplate } from '@qinglan/domain';
import { DraftStore } from './draft.store';

/** Opens the report of a year from the template; a year that has not begun has none. */
@Injectable()
export class OpenReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftStore,
  ) {}

  async execute(actor: Actor, year: number): Promise<void> {
    const now = this.clock.now();
    allowOrHide(mayWriteYearlyReport(actor));
    if (year > beijingDayOf(now).year) throw new Refused('in-the-future');
    const by = { actorId: actor.personId, at: now };
    await this.transactions.write(async (tx) => {
      if (!(await this.drafts.open(tx, year, by))) return;
      await this.drafts.addSections(tx, year, { sections: openedSections(yearlyTemplate), by });
    });
  }
}
