import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { ObservationView } from '@qinglan/contracts';
import { type Actor, mayReadObservation, type ObservationId, observationPartOf } from '@qinglan/domain';
import { ObservationQueries } from './observation.queries';
import { ObservationViewer } from './observation.viewer';
import { ObservationReadingStore } from './reading.store';

/** Shows an observation; nobody else reads it without the two being told. */
@Injectable()
export class ReadObservation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly observations: ObservationQueries,
    private readonly readings: ObservationReadingStore,
    private readonly viewer: ObservationViewer,
  ) {}

  execute(actor: Actor, observationId: ObservationId): Promise<ObservationView> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const observation = orNotFound(await this.observations.facts(tx, observationId));
      allowOrHide(mayReadObservation(actor, observation));
      const part = observationPartOf(actor, observation);
      if (part !== null && part !== 'observer' && part !== 'observed')
        await this.readings.add(tx, observationId, { personId: actor.personId, part, at: now });
      return this.viewer.view(tx, observation, { actor, now });
    });
  }
}
