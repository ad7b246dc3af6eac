import { Injectable } from '@nestjs/common';
import { History, type Tx } from '@qinglan/api-platform';
import type { PersonId, Temporal } from '@qinglan/domain';
import { CreditBook } from '../pairings/credit-book';
import type { ObservationFacts } from './observation.facts';
import { ObservationStore } from './observation.store';

/** Lays an observation before the one who was heard: that alone is a contact of the two, and pays nothing yet. */
@Injectable()
export class ObservationSubmitter {
  constructor(
    private readonly store: ObservationStore,
    private readonly credits: CreditBook,
    private readonly history: History,
  ) {}

  async submit(
    tx: Tx,
    { observationId, pairingId, onDay }: ObservationFacts,
    by: { readonly at: Temporal.Instant; readonly actorId: PersonId },
  ): Promise<void> {
    await this.store.submit(tx, observationId, by.at);
    await this.credits.touch(tx, [pairingId], onDay);
    const detail = { before: { state: 'open' }, after: { state: 'submitted' } };
    await this.history.add(tx, by, [{ subjectId: observationId, act: 'observation.submitted', detail }]);
  }
}
