import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { answerObservation, discardObservation, type InputOf, submitObservation } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { AnswerObservation } from './answer-observation';
import { DiscardObservation } from './discard-observation';
import { SubmitObservation } from './submit-observation';

/** What ends the writing of an observation: laid before the other, answered, or dropped. */
@Controller()
export class ObservationStepsController {
  constructor(
    private readonly submitting: SubmitObservation,
    private readonly discarding: DiscardObservation,
    private readonly answering: AnswerObservation,
  ) {}

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
