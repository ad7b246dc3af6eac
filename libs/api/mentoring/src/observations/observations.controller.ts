import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  answerObservation,
  discardObservation,
  type InputOf,
  logVisit,
  openObservation,
  readObservation,
  sendObservationChanges,
  submitObservation,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { AnswerObservation } from './answer-observation';
import { DiscardObservation } from './discard-observation';
import { LogVisit } from './log-visit';
import { OpenObservation } from './open-observation';
import { ReadObservation } from './read-observation';
import { SendChanges } from './send-changes';
import { SubmitObservation } from './submit-observation';

/** One observation from the first remark to the countersignature. */
@Controller()
export class ObservationsController {
  constructor(
    private readonly opening: OpenObservation,
    private readonly visiting: LogVisit,
    private readonly reading: ReadObservation,
    private readonly sending: SendChanges,
    private readonly submitting: SubmitObservation,
    private readonly answering: AnswerObservation,
    private readonly discarding: DiscardObservation,
  ) {}

  @Door(openObservation)
  open(@Acting() actor: Actor, @Input() input: InputOf<typeof openObservation>) {
    return this.opening.execute(actor, input);
  }

  @Door(logVisit)
  visit(@Acting() actor: Actor, @Input() input: InputOf<typeof logVisit>) {
    return this.visiting.execute(actor, input);
  }

  @Door(readObservation)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readObservation>) {
    return this.reading.execute(actor, params.observationId);
  }

  @Door(sendObservationChanges)
  send(@Acting() actor: Actor, @Input() input: InputOf<typeof sendObservationChanges>) {
    return this.sending.execute(actor, input);
  }

  @Door(submitObservation)
  submit(@Acting() actor: Actor, @Input() input: InputOf<typeof submitObservation>) {
    return this.submitting.execute(actor, input);
  }

  @Door(discardObservation)
  discard(@Acting() actor: Actor, @Input() input: InputOf<typeof discardObservation>) {
    return this.discarding.execute(actor, input);
  }

  @Door(answerObservation)
  answer(@Acting() actor: Actor, @Input() input: InputOf<typeof answerObservation>) {
    return this.answering.execute(actor, input);
  }
}
