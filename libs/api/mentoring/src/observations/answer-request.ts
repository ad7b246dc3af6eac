import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { settled } from '@qinglan/api-scheduling';
import type { answerObservationRequest, InputOf } from '@qinglan/contracts';
import { type Actor, decideRequestStep, mayAnswerRequest, runningPairingStates, Temporal } from '@qinglan/domain';
import { refusedBy } from './refusals';
import { RequestKeeper } from './request.keeper';
import { ObservationRequestQueries } from './request.queries';
import { ObservationRequestStore, type RequestFacts } from './request.store';

/** Only what is still to come, in a pairing that runs, can be promised; declining is always possible. */
function requireStillToCome({ pairingState, startsAt, isCalledOff }: RequestFacts, at: Temporal.Instant): void {
  if (!runningPairingStates.has(pairingState)) throw new Refused('pairing-not-running');
  if (Temporal.Instant.compare(startsAt, at) <= 0) throw new Refused('request-past');
  if (isCalledOff) throw new Refused('not-their-lesson');
}

type Given = InputOf<typeof answerObservationRequest>;

/** The one who was asked accepts, which holds the observer's time, or declines with a reason. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly store: ObservationRequestStore,
    private readonly keeper: RequestKeeper,
    private readonly requests: ObservationRequestQueries,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const at = this.clock.now();
    return settled(() =>
      this.transactions.write(async (tx) => {
        await this.answer(tx, actor, { given, at });
        return this.requests.one(tx, given.params.requestId, actor.personId);
      }),
    );
  }

  private async answer(tx: Tx, actor: Actor, asked: { readonly given: Given; readonly at: Temporal.Instant }) {
    const { params, body, version } = asked.given;
    const locked = await this.keeper.lock(tx, params.requestId);
    const { request } = locked;
    allowOrHide(mayAnswerRequest(actor, request));
    if (request.version !== version) throw new Refused('stale');
    const { reason } = body;
    const to = orRefuse(decideRequestStep(request.state, body.accepts ? 'accepted' : 'declined', reason), refusedBy);
    if (body.accepts) {
      requireStillToCome(request, asked.at);
      await this.keeper.hold(tx, actor, locked);
    }
    await this.store.step(tx, request, { to, reason, at: asked.at, actorId: actor.personId });
  }
}
