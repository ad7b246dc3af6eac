import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, listEnrolmentChanges, listEnrolments } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ItemQueries } from '../items/item.queries';
import { EnrolmentChangesQueries } from './enrolment-changes.queries';
import { EnrolmentQueries } from './enrolment.queries';

/** Shows the part of a list that its reader may see: all, the own school's people, or the reader alone. */
@Injectable()
export class ReadEnrolments {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly items: ItemQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly changed: EnrolmentChangesQueries,
  ) {}

  execute(actor: Actor, { params, query }: Pick<InputOf<typeof listEnrolments>, 'params' | 'query'>): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read(async (read) => {
      const item = await this.items.find(read, params.itemId);
      return this.enrolments.list(read, actor, { item, query, now });
    });
  }

  changes(
    actor: Actor,
    { params, query }: Pick<InputOf<typeof listEnrolmentChanges>, 'params' | 'query'>,
  ): Promise<string> {
    return this.transactions.read(async (read) => {
      const item = await this.items.find(read, params.itemId);
      return this.changed.list(read, actor, { item, query });
    });
  }
}
