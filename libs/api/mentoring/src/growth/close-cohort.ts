import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Transactions } from '@qinglan/api-platform';
import type { CohortView } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decideCohortClosing, mayKeepCohort } from '@qinglan/domain';
import { CohortQueries } from './cohort.queries';
import { CohortStore } from './cohort.store';
import { refusedGrowth } from './refused-growth';

/** Closes a cohort of which no pairing is open; whoever begins one meanwhile is waited for and counted. */
@Injectable()
export class CloseCohort {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly cohorts: CohortQueries,
    private readonly store: CohortStore,
  ) {}

  execute(actor: Actor, cohort: string): Promise<CohortView> {
    const by = { at: this.clock.now(), actorId: actor.personId };
    const reader = { lead: null, today: beijingDayOf(by.at).toString() };
    return this.transactions.write(async (tx) => {
      allowOrHide(mayKeepCohort(actor));
      await this.store.lock(tx, cohort);
      const before = await this.cohorts.view(tx, cohort, reader);
      orNotFound(before.mentors > 0 ? before : null);
      orRefuse(decideCohortClosing(before.closedAt !== null, before.open), refusedGrowth);
      await this.store.close(tx, cohort, by);
      return { ...(await this.cohorts.view(tx, cohort, reader)), mayKeep: true };
    });
  }
}
