import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions } from '@qinglan/api-platform';
import type { answerObservationRequest, InputOf } from '@qinglan/contracts';
import { type Actor, decideRequestStep, mayAnswerRequest, runningPairingStates, Temporal } from '@qinglan/domain';
import { refusedBy } from './refusals';
import { ObservationRequestQueries } from './request.queries';
import { ObservationRequestStore, type RequestFacts } from './request.store';

/** Only what is still to come, in a pairing that runs, can be promised; declining is always possible. */
function requireStillToCome({ pairingState, startsAt, isCalledOff }: RequestFacts, at: Temporal.Instant): void {
  if (!runningPairingStates.has(pairingState)) throw new Refused('pairing-not-running');
  if (Temporal.Instant.compare(startsAt, at) <= 0) throw new Refused('request-past');
  if (isCalledOff) throw new Refused('not-their-lesson');
}

/** The one who was asked accepts, or declines with a reason. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly store: ObservationRequestStore,
    private readonly requests: ObservationRequestQueries,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof answerObservationRequest>): Promise<string> {
    const at = this.clock.now();
    return this.transactions.write(async (tx) => {
      const request = orNotFound(await this.store.lock(tx, params.requestId));
      allowOrHide(mayAnswerRequest(actor, request));
      if (request.version !== version) throw new Refused('stale');
      const { reason } = body;
      const to = orRefuse(decideRequestStep(request.state, body.accepts ? 'accepted' : 'declined', reason), refusedBy);
      if (body.accepts) requireStillToCome(request, at);
      await this.store.step(tx, request, { to, reason, at, actorId: actor.personId });
      return this.requests.one(tx, params.requestId, actor.personId);
    });
  }
}
