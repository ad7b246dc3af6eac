import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, listCredits, listPairings, readPairingHistory } from '@qinglan/contracts';
import type { Actor, PairingId } from '@qinglan/domain';
import { PairingChoicesQueries } from './pairing-choices.queries';
import { PairingListQueries } from './pairing-list.queries';
import { PairingViewer } from './pairing.viewer';

/** Pairings as somebody may see them. */
@Injectable()
export class ReadPairings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lists: PairingListQueries,
    private readonly offers: PairingChoicesQueries,
    private readonly viewer: PairingViewer,
  ) {}

  page(actor: Actor, query: InputOf<typeof listPairings>['query']): Promise<string> {
    return this.transactions.read((read) => this.lists.page(read, actor, { query, now: this.clock.now() }));
  }

  choices(actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.offers.choices(read, actor));
  }

  one(actor: Actor, pairingId: PairingId): Promise<string> {
    return this.transactions.read((read) => this.viewer.view(read, actor, { pairingId, now: this.clock.now() }));
  }

  history(actor: Actor, asked: InputOf<typeof readPairingHistory>): Promise<string> {
    return this.transactions.read((read) => this.viewer.history(read, actor, asked));
  }

  credits(actor: Actor, { params, query }: InputOf<typeof listCredits>): Promise<string> {
    return this.transactions.read(async (read) => {
      await this.viewer.seen(read, actor, params.pairingId);
      return this.lists.credits(read, params.pairingId, query);
    });
  }
}
