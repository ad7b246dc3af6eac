import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { consentToPairing, InputOf } from '@qinglan/contracts';
import {
  type Actor,
  allOf,
  allowed,
  type ConsentRefusal,
  decideConsent,
  type Debtor,
  forbidden,
  maySeePairing,
  partIn,
  type Temporal,
} from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from './pairing.queries';
import { PairingStore } from './pairing.store';
import { PairingViewer } from './pairing.viewer';

type Given = InputOf<typeof consentToPairing>;

const problems = {
  'pairing-state': 'pairing-state',
  'already-consented': 'already-consented',
  'reason-missing': 'reason-missing',
  'reason-too-long': 'invalid-input',
} as const;
const named = (refusal: ConsentRefusal) => new Refused(problems[refusal.kind]);

const consentedBy = (pairing: PairingFacts): readonly Debtor[] => [
  ...(pairing.mentorConsented ? (['mentor'] as const) : []),
  ...(pairing.menteeConsented ? (['mentee'] as const) : []),
];

/** One of the two says yes or no to a pairing that was laid before them; with the word of both it is agreed. */
@Injectable()
export class ConsentToPairing {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly store: PairingStore,
    private readonly viewer: PairingViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    const { pairingId } = given.params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      const part = partIn(actor, pairing);
      allowOrHide(allOf(maySeePairing(actor, pairing), part ? allowed : forbidden('is neither of the two')));
      if (pairing.version !== given.version) throw new Refused('stale');
      if (part) await this.say(tx, pairing, { part, word: given.body, now, actor });
      return this.viewer.view(tx, actor, { pairingId, now });
    });
  }

  private async say(
    tx: Tx,
    pairing: PairingFacts,
    said: {
      readonly part: Debtor;
      readonly word: Given['body'];
      readonly now: Temporal.Instant;
      readonly actor: Actor;
    },
  ): Promise<void> {
    const { part, word, now, actor } = said;
    const { state } = pairing;
    const step = orRefuse(decideConsent({ state, consented: consentedBy(pairing) }, part, word), named);
    const by = { at: now, actorId: actor.personId };
    if (word.consents) {
      await this.store.consent(tx, pairing.pairingId, { part, by });
    }
    if (step.to !== state) await this.store.step(tx, pairing, { to: step.to, reason: step.reason, by });
  }
}
