import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions } from '@qinglan/api-platform';
import type { discardObservation, InputOf, ObservationView } from '@qinglan/contracts';
import { type Actor, decideDiscard, maySubmitObservation } from '@qinglan/domain';
import { ObservationChangeStore } from './change.store';
import { ObservationQueries } from './observation.queries';
import { ObservationStore } from './observation.store';
import { ObservationViewer, remarksOf } from './observation.viewer';
import { refusedBy } from './refusals';

/** The one who hears drops what she began by mistake; what was written is kept, and the lesson is free again. */
@Injectable()
export class DiscardObservation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly observations: ObservationQueries,
    private readonly changes: ObservationChangeStore,
    private readonly store: ObservationStore,
    private readonly viewer: ObservationViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof discardObservation>): Promise<ObservationView> {
    const now = this.clock.now();
    const { observationId } = params;
    return this.transactions.write(async (tx) => {
      const observation = orNotFound(await this.observations.lock(tx, observationId));
      allowOrHide(maySubmitObservation(actor, observation));
      if (observation.version !== version) throw new Refused('stale');
      const written = remarksOf(await this.changes.all(tx, observationId));
      orRefuse(decideDiscard(observation, { remarkCount: written.length, reason: body.reason }), refusedBy);
      await this.store.discard(tx, observationId, { at: now, actorId: actor.personId, reason: body.reason });
      const shown = orNotFound(await this.observations.facts(tx, observationId));
      return this.viewer.view(tx, shown, { actor, now });
    });
  }
}
