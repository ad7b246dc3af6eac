import { Injectable } from '@nestjs/common';
import { historyPage } from '@qinglan/api-directory';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, listItems, readItemHistory } from '@qinglan/contracts';
import type { Actor, ItemId } from '@qinglan/domain';
import { ItemListQueries } from './item-list.queries';
import { ItemQueries } from './item.queries';
import { ItemViewer } from './item.viewer';

/** Shows items to everybody signed in; of people only what the reader may know. */
@Injectable()
export class ReadItems {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lists: ItemListQueries,
    private readonly items: ItemQueries,
    private readonly viewer: ItemViewer,
  ) {}

  years(): Promise<string> {
    return this.transactions.read((read) => this.lists.years(read));
  }

  year(year: number): Promise<string> {
    return this.transactions.read((read) => this.lists.year(read, year));
  }

  list(actor: Actor, query: InputOf<typeof listItems>['query']): Promise<string> {
    return this.transactions.read((read) => this.lists.list(read, actor, query));
  }

  one(actor: Actor, itemId: ItemId): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.viewer.view(read, actor, { itemId, now }));
  }

  history({ params: { itemId }, query }: InputOf<typeof readItemHistory>): Promise<string> {
    return this.transactions.read(async (read) => {
      await this.items.find(read, itemId);
      return historyPage(read, { subjectId: itemId, ...query });
    });
  }
}
