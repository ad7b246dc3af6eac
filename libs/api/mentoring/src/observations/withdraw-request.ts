import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, withdrawObservationRequest } from '@qinglan/contracts';
import { type Actor, decideRequestStep, mayWithdrawRequest } from '@qinglan/domain';
import { refusedBy } from './refusals';
import { RequestKeeper } from './request.keeper';
import { ObservationRequestQueries } from './request.queries';
import { ObservationRequestStore } from './request.store';

/** Who asked takes it back; either calls off what was accepted, says why, and has that time again. */
@Injectable()
export class WithdrawRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly store: ObservationRequestStore,
    private readonly keeper: RequestKeeper,
    private readonly requests: ObservationRequestQueries,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof withdrawObservationRequest>): Promise<string> {
    const at = this.clock.now();
    return this.transactions.write(async (tx) => {
      const { request } = await this.keeper.lock(tx, params.requestId);
      allowOrHide(mayWithdrawRequest(actor, request, request.state === 'accepted'));
      if (request.version !== version) throw new Refused('stale');
      const to = orRefuse(decideRequestStep(request.state, 'withdrawn', body.reason), refusedBy);
      await this.store.step(tx, request, { to, reason: body.reason, at, actorId: actor.personId });
      if (request.state === 'accepted') await this.keeper.release(tx, request, at);
      return this.requests.one(tx, params.requestId, actor.personId);
    });
  }
}
