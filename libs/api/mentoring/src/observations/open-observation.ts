import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, ObservationView, openObservation } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ObservationOpener, type WantedObservation } from './observation.opener';
import { ObservationViewer } from './observation.viewer';

type Given = InputOf<typeof openObservation>;

function wantedOf({ params, body }: Given): WantedObservation {
  const { pairingId, direction, mode } = body;
  const common = { ...params, pairingId, direction, mode, asked: JSON.stringify(body) };
  if (body.of === 'lesson') return { ...common, lessonId: body.lessonId, typed: null };
  const { onDay, topic, subject } = body;
  return { ...common, lessonId: null, typed: { onDay, topic, subject, class: body.class } };
}

/** The one who hears opens the record of a lesson with what is known filled in. */
@Injectable()
export class OpenObservation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly opener: ObservationOpener,
    private readonly viewer: ObservationViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<ObservationView> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const { observation } = await this.opener.open(tx, wantedOf(given), { actor, now });
      return this.viewer.view(tx, observation, { actor, now });
    });
  }
}
