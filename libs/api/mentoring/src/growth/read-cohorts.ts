import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type Read, Transactions } from '@qinglan/api-platform';
import type { CohortView, InputOf, listCohortPairings, listPetitions } from '@qinglan/contracts';
import { type Actor, beijingDayOf, isAllowed, mayKeepCohort, maySeeCohort } from '@qinglan/domain';
import { CohortQueries, type CohortReader, type CohortRow, leadOf } from './cohort.queries';
import { PetitionQueries } from './petition.queries';

/** What waits for those who keep pairings: cohorts that leave, and petitions. */
@Injectable()
export class ReadCohorts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly cohorts: CohortQueries,
    private readonly petitionList: PetitionQueries,
  ) {}

  list(actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.cohorts.list(read, leadOf(actor)));
  }

  one(actor: Actor, cohort: string): Promise<CohortView> {
    return this.transactions.read(async (read) => ({
      ...(await this.seen(read, actor, cohort)),
      mayKeep: isAllowed(mayKeepCohort(actor)),
    }));
  }

  pairings(actor: Actor, asked: InputOf<typeof listCohortPairings>): Promise<string> {
    return this.transactions.read(async (read) => {
      await this.seen(read, actor, asked.params.cohort);
      return this.cohorts.pairings(read, this.reader(actor), asked);
    });
  }

  petitions(actor: Actor, { query }: InputOf<typeof listPetitions>): Promise<string> {
    return this.transactions.read((read) => this.petitionList.page(read, actor, query));
  }

  private reader(actor: Actor): CohortReader {
    return { lead: leadOf(actor), today: beijingDayOf(this.clock.now()).toString() };
  }

  private async seen(read: Read, actor: Actor, cohort: string): Promise<CohortRow> {
    const row = await this.cohorts.view(read, cohort, this.reader(actor));
    allowOrHide(maySeeCohort(actor, row.pairings > 0));
    return orNotFound(row.mentors > 0 ? row : null);
  }
}
