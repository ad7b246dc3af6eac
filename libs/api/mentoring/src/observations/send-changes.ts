import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, ObservationView, sendObservationChanges } from '@qinglan/contracts';
import { type Actor, mayWriteObservation } from '@qinglan/domain';
import { ChangeWriter } from './change.writer';
import { ObservationQueries } from './observation.queries';
import { ObservationViewer } from './observation.viewer';

type Given = InputOf<typeof sendObservationChanges>;

/** What devices wrote, whenever it comes and however often: nothing of it is refused for being late, or lost. */
@Injectable()
export class SendChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly observations: ObservationQueries,
    private readonly writing: ChangeWriter,
    private readonly viewer: ObservationViewer,
  ) {}

  execute(actor: Actor, { params, body }: Given): Promise<ObservationView> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const observation = orNotFound(await this.observations.lock(tx, params.observationId));
      allowOrHide(mayWriteObservation(actor, observation));
      await this.writing.write(tx, observation, { actor, now, body });
      const shown = orNotFound(await this.observations.facts(tx, params.observationId));
      return this.viewer.view(tx, shown, { actor, now });
    });
  }
}
