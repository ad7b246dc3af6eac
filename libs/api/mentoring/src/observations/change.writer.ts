import { Injectable } from '@nestjs/common';
import { History, Refused, type Tx } from '@qinglan/api-platform';
import type { InputOf, sendObservationChanges } from '@qinglan/contracts';
import type { Actor, Temporal } from '@qinglan/domain';
import { ObservationChangeStore } from './change.store';
import type { ObservationFacts } from './observation.facts';
import { ObservationStore } from './observation.store';
import { writtenHeading } from './observation.viewer';

/** A lesson has some hundred remarks; ten thousand writings are no lesson. */
const mostChanges = 10_000;

/** Keeps changes: as the original while the observation is open, beside it afterwards. */
@Injectable()
export class ChangeWriter {
  constructor(
    private readonly store: ObservationStore,
    private readonly changes: ObservationChangeStore,
    private readonly history: History,
  ) {}

  async write(
    tx: Tx,
    { observationId, state, topic }: ObservationFacts,
    sent: {
      readonly actor: Actor;
      readonly now: Temporal.Instant;
      readonly body: InputOf<typeof sendObservationChanges>['body'];
    },
  ): Promise<void> {
    const by = { at: sent.now, actorId: sent.actor.personId };
    const isAmendment = state !== 'open';
    const added = await this.changes.add(tx, observationId, { ...sent.body, byId: by.actorId, at: by.at, isAmendment });
    const known = await this.changes.all(tx, observationId);
    if (known.length > mostChanges) throw new Refused('too-large');
    if (isAmendment && added > 0) {
      const amended = { subjectId: observationId, act: 'observation.amended', detail: { after: { changes: added } } };
      await this.history.add(tx, by, [amended]);
    }
    const written = writtenHeading(known).topic;
    if (!isAmendment && written !== null && written !== topic)
      await this.store.setTopic(tx, observationId, String(written));
  }
}
