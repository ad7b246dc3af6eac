import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { assessPairing, InputOf, pausePairing, resumePairing } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  decidePairingStep,
  decidePause,
  decideResume,
  mayKeepPairing,
  type PairingId,
  type PausablePairing,
  Temporal,
} from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { PairingStore } from '../pairings/pairing.store';
import { GrowthViewer, type Reader } from './growth.viewer';
import { PauseStore } from './pause.store';
import { refusedGrowth } from './refused-growth';

interface Kept {
  readonly pairing: PairingFacts;
  readonly pausable: PausablePairing;
  readonly by: { readonly at: Temporal.Instant; readonly actorId: Actor['personId'] };
}

/** What those who keep a pairing do with it while it runs: pause, resume, begin the assessment or break it off. */
@Injectable()
export class KeepPairing {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly store: PairingStore,
    private readonly pauses: PauseStore,
    private readonly viewer: GrowthViewer,
  ) {}

  pause(actor: Actor, { params, body, version }: InputOf<typeof pausePairing>) {
    return this.keep(actor, { ...params, version }, async (tx, { pairing, pausable, by }) => {
      const firstDay = Temporal.PlainDate.from(body.firstDay);
      const reason = orRefuse(decidePause(pausable, firstDay, body.reason), refusedGrowth);
      await this.pauses.open(tx, params.pairingId, { firstDay: body.firstDay, reason });
      await this.store.step(tx, pairing, { to: 'paused', reason, by });
    });
  }

  resume(actor: Actor, { params, body, version }: InputOf<typeof resumePairing>) {
    return this.keep(actor, { ...params, version }, async (tx, { pairing, pausable, by }) => {
      const lastDay = orRefuse(decideResume(pausable, Temporal.PlainDate.from(body.lastDay)), refusedGrowth);
      await this.pauses.close(tx, params.pairingId, lastDay);
      await this.store.step(tx, pairing, { to: 'active', by });
    });
  }

  /** An assessment is broken off into an active pairing; a paused one is resumed instead. */
  assess(actor: Actor, { params, body, version }: InputOf<typeof assessPairing>) {
    return this.keep(actor, { ...params, version }, async (tx, { pairing, by }) => {
      if (!body.begins && pairing.state !== 'assessing') throw new Refused('pairing-state');
      const to = orRefuse(decidePairingStep(pairing.state, body.begins ? 'assessing' : 'active'), refusedGrowth);
      const today = beijingDayOf(by.at);
      if (body.begins) await this.pauses.beginAssessment(tx, params.pairingId, today);
      else await this.pauses.endAssessment(tx, params.pairingId, today);
      await this.store.step(tx, pairing, { to, by });
    });
  }

  private keep(
    actor: Actor,
    asked: { readonly pairingId: PairingId; readonly version: number },
    act: (tx: Tx, kept: Kept) => Promise<void>,
  ) {
    const reader = { actor, now: this.clock.now() };
    return this.transactions.write(async (tx) => {
      await act(tx, await this.open(tx, asked, reader));
      return this.viewer.view(tx, asked.pairingId, reader);
    });
  }

  private async open(
    tx: Tx,
    asked: { readonly pairingId: PairingId; readonly version: number },
    { actor, now }: Reader,
  ): Promise<Kept> {
    const pairing = orNotFound(await this.pairings.lock(tx, asked.pairingId));
    allowOrHide(mayKeepPairing(actor, pairing));
    if (pairing.version !== asked.version) throw new Refused('stale');
    const firstDay = Temporal.PlainDate.from(pairing.fromDay);
    const pauses = await this.pauses.known(tx, asked.pairingId);
    const pausable = { state: pairing.state, firstDay, today: beijingDayOf(now), ...pauses };
    return { pairing, pausable, by: { at: now, actorId: actor.personId } };
  }
}
