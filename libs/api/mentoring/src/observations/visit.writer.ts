import { Injectable } from '@nestjs/common';
import { orNotFound, type Tx } from '@qinglan/api-platform';
import type { SentEntryChange } from '@qinglan/contracts';
import type { Actor, Temporal } from '@qinglan/domain';
import { ObservationChangeStore } from './change.store';
import type { ObservationFacts } from './observation.facts';
import { ObservationQueries } from './observation.queries';
import { ObservationSubmitter } from './observation.submitter';

/** Puts the lines of a visit into its observation and submits it. */
@Injectable()
export class VisitWriter {
  constructor(
    private readonly changes: ObservationChangeStore,
    private readonly submitter: ObservationSubmitter,
    private readonly observations: ObservationQueries,
  ) {}

  async write(
    tx: Tx,
    observation: ObservationFacts,
    visit: { readonly actor: Actor; readonly now: Temporal.Instant; readonly entries: readonly SentEntryChange[] },
  ): Promise<ObservationFacts> {
    const { observationId } = observation;
    const by = { at: visit.now, actorId: visit.actor.personId };
    const sent = { heading: [], byId: by.actorId, at: by.at, isAmendment: false };
    await this.changes.add(tx, observationId, { ...sent, entries: visit.entries });
    await this.submitter.submit(tx, observation, by);
    return orNotFound(await this.observations.facts(tx, observationId));
  }
}
