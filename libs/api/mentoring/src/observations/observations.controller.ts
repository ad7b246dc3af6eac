import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { type InputOf, logVisit, openObservation, readObservation, sendObservationChanges } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { LogVisit } from './log-visit';
import { OpenObservation } from './open-observation';
import { ReadObservation } from './read-observation';
import { SendChanges } from './send-changes';

/** One observation as it is opened, written and read. */
@Controller()
export class ObservationsController {
  constructor(
    private readonly opening: OpenObservation,
    private readonly visiting: LogVisit,
    private readonly reading: ReadObservation,
    private readonly sending: SendChanges,
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
}
