import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  answerObservationRequest,
  askObservation,
  type InputOf,
  listObservationRequests,
  readObservationRequest,
  withdrawObservationRequest,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { AnswerRequest } from './answer-request';
import { AskObservation } from './ask-observation';
import { ListRequests } from './list-requests';
import { ReadRequest } from './read-request';
import { WithdrawRequest } from './withdraw-request';

/** Asking to hear and to be heard. */
@Controller()
export class ObservationRequestsController {
  constructor(
    private readonly listing: ListRequests,
    private readonly reading: ReadRequest,
    private readonly asking: AskObservation,
    private readonly answering: AnswerRequest,
    private readonly withdrawing: WithdrawRequest,
  ) {}

  @Door(listObservationRequests)
  list(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listObservationRequests>) {
    return this.listing.execute(actor, query);
  }

  @Door(readObservationRequest)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readObservationRequest>) {
    return this.reading.execute(actor, params.requestId);
  }

  @Door(askObservation)
  ask(@Acting() actor: Actor, @Input() input: InputOf<typeof askObservation>) {
    return this.asking.execute(actor, input);
  }

  @Door(answerObservationRequest)
  answer(@Acting() actor: Actor, @Input() input: InputOf<typeof answerObservationRequest>) {
    return this.answering.execute(actor, input);
  }

  @Door(withdrawObservationRequest)
  withdraw(@Acting() actor: Actor, @Input() input: InputOf<typeof withdrawObservationRequest>) {
    return this.withdrawing.execute(actor, input);
  }
}
