import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, ObservationView, submitObservation } from '@qinglan/contracts';
import { type Actor, decideSubmit, maySubmitObservation } from '@qinglan/domain';
import { ObservationChangeStore } from './change.store';
import { ObservationQueries } from './observation.queries';
import { ObservationSubmitter } from './observation.submitter';
import { ObservationViewer, remarksOf } from './observation.viewer';
import { refusedBy } from './refusals';

/** The one who heard lays what was written before the one who was heard. */
@Injectable()
export class SubmitObservation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly observations: ObservationQueries,
    private readonly changes: ObservationChangeStore,
    private readonly submitter: ObservationSubmitter,
    private readonly viewer: ObservationViewer,
  ) {}

  execute(actor: Actor, { params, version }: InputOf<typeof submitObservation>): Promise<ObservationView> {
    const now = this.clock.now();
    const { observationId } = params;
    return this.transactions.write(async (tx) => {
      const observation = orNotFound(await this.observations.lock(tx, observationId));
      allowOrHide(maySubmitObservation(actor, observation));
      if (observation.version !== version) throw new Refused('stale');
      if (observation.isDiscarded) throw new Refused('already-discarded');
      const written = remarksOf(await this.changes.all(tx, observationId));
      orRefuse(decideSubmit(observation.state, written.length), refusedBy);
      await this.submitter.submit(tx, observation, { at: now, actorId: actor.personId });
      const shown = orNotFound(await this.observations.facts(tx, observationId));
      return this.viewer.view(tx, shown, { actor, now });
    });
  }
}
