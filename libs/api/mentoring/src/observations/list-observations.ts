import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type {
  InputOf,
  listHeardOnDay,
  listObservableLessons,
  listObservations,
  listPairingObservations,
} from '@qinglan/contracts';
import { type Actor, type LessonId, mayAskObservation, mayListObservations } from '@qinglan/domain';
import { ChainQueries } from '../growth/chain.queries';
import { PairingQueries } from '../pairings/pairing.queries';
import { ObservableQueries } from './observable.queries';
import { ObservationListQueries } from './observation-list.queries';

/** Lists what was heard and what can be heard. */
@Injectable()
export class ListObservations {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly lists: ObservationListQueries,
    private readonly observable: ObservableQueries,
    private readonly chains: ChainQueries,
  ) {}

  own(actor: Actor, query: InputOf<typeof listObservations>['query']): Promise<string> {
    return this.transactions.read((read) => this.lists.ofPerson(read, actor.personId, query));
  }

  ofPairing(actor: Actor, { params, query }: InputOf<typeof listPairingObservations>): Promise<string> {
    return this.transactions.read(async (read) => {
      const pairing = orNotFound(await this.pairings.facts(read, params.pairingId));
      allowOrHide(mayListObservations(actor, pairing, await this.chains.heirs(read, params.pairingId)));
      return this.lists.ofPairing(read, params.pairingId, query);
    });
  }

  observablePairings(actor: Actor, lessonId: LessonId | undefined): Promise<string> {
    return this.transactions.read((read) =>
      this.observable.pairings(read, actor.personId, { lessonId, now: this.clock.now() }),
    );
  }

  onDay(actor: Actor, given: InputOf<typeof listHeardOnDay>): Promise<string> {
    return this.transactions.read(async (read) => {
      allowOrHide(mayAskObservation(actor, orNotFound(await this.pairings.facts(read, given.params.pairingId))));
      return this.observable.onDay(read, given, actor.personId);
    });
  }

  observableLessons(actor: Actor, { params, query }: InputOf<typeof listObservableLessons>): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read(async (read) => {
      allowOrHide(mayAskObservation(actor, orNotFound(await this.pairings.facts(read, params.pairingId))));
      return this.observable.lessons(read, params.pairingId, { query, now, readerId: actor.personId });
    });
  }
}
