import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { answerObservation, InputOf, ObservationView } from '@qinglan/contracts';
import { type Actor, mayAnswerObservation } from '@qinglan/domain';
import { AnswerWriter } from './answer.writer';
import { ObservationQueries } from './observation.queries';
import { ObservationViewer } from './observation.viewer';

type Given = InputOf<typeof answerObservation>;

/** The one who was heard replies or countersigns; with the countersignature the lesson counts, once, by itself. */
@Injectable()
export class AnswerObservation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly observations: ObservationQueries,
    private readonly answers: AnswerWriter,
    private readonly viewer: ObservationViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: Given): Promise<ObservationView> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const observation = orNotFound(await this.observations.lock(tx, params.observationId));
      allowOrHide(mayAnswerObservation(actor, observation));
      if (observation.version !== version) throw new Refused('stale');
      await this.answers.write(tx, observation, { actor, now, body });
      const shown = orNotFound(await this.observations.facts(tx, params.observationId));
      return this.viewer.view(tx, shown, { actor, now });
    });
  }
}
