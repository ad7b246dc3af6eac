import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Transactions } from '@qinglan/api-platform';
import { type Actor, mayAskObservation, type ObservationRequestId } from '@qinglan/domain';
import { PairingQueries } from '../pairings/pairing.queries';
import { ObservationRequestQueries } from './request.queries';

/** Shows one request to the two of its pairing. */
@Injectable()
export class ReadRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly pairings: PairingQueries,
    private readonly requests: ObservationRequestQueries,
  ) {}

  execute(actor: Actor, requestId: ObservationRequestId): Promise<string> {
    return this.transactions.read(async (read) => {
      const pairingId = orNotFound(await this.requests.pairingOf(read, requestId));
      allowOrHide(mayAskObservation(actor, orNotFound(await this.pairings.facts(read, pairingId))));
      return this.requests.one(read, requestId, actor.personId);
    });
  }
}
