import { Injectable } from '@nestjs/common';
import { Transactions } from '@qinglan/api-platform';
import type { InputOf, listObservationRequests } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ObservationRequestQueries } from './request.queries';

/** Lists what somebody asked and was asked. */
@Injectable()
export class ListRequests {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: ObservationRequestQueries,
  ) {}

  execute(actor: Actor, query: InputOf<typeof listObservationRequests>['query']): Promise<string> {
    return this.transactions.read((read) => this.requests.page(read, actor.personId, query));
  }
}
