import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { allowOrHide, orRefuse, type Read, statement, type Tx } from '@qinglan/api-platform';
import {
  allOf,
  beijingDayOf,
  decidePairingEnd,
  type EndWish,
  isResult,
  mayJudgePairing,
  mayKeepPairing,
  type PairingEnd,
  type PairingId,
  type PersonId,
  type Successor,
  Temporal,
} from '@qinglan/domain';
import type { PairingFacts } from '../pairings/pairing.queries';
import { PairingStore } from '../pairings/pairing.store';
import { ChainQueries } from './chain.queries';
import { GateQueries } from './gate.queries';
import type { Reader } from './growth.viewer';
import { PauseStore } from './pause.store';
import { PetitionStore } from './petition.store';
import { refusedGrowth } from './refused-growth';

const mentor = statement(
  'growth-successor',
  `SELECT id AS "personId", roles @> '{mentor}'::text[] AS "isMentor" FROM person WHERE id = $1`,
);

/** What was decided of one pairing, and the id of the one that carries it on. */
export interface DecidedEnd {
  readonly pairing: PairingFacts;
  readonly end: PairingEnd;
  readonly newPairingId: PairingId | null;
}

/** How a pairing ends, first decided and then written, so that of several all are decided before one is written. */
@Injectable()
export class PairingEnder {
  constructor(
    private readonly chains: ChainQueries,
    private readonly gates: GateQueries,
    private readonly pairings: PairingStore,
    private readonly pauses: PauseStore,
    private readonly petitions: PetitionStore,
  ) {}

  /** Who shall carry on; somebody unknown is no mentor. */
  async successor(read: Read, personId: PersonId): Promise<Successor> {
    return (await read.row<Successor>(mentor, [personId])) ?? { personId, isMentor: false };
  }

  /** Asks who may, and the rule; results are never given by one of the two. */
  async decide(read: Read, pairing: PairingFacts, { wish, reader }: { wish: EndWish; reader: Reader }) {
    const { actor, now } = reader;
    const keeps = mayKeepPairing(actor, pairing);
    allowOrHide(isResult(wish.act, pairing.state) ? allOf(keeps, mayJudgePairing(actor, pairing)) : keeps);
    const today = beijingDayOf(now);
    const gate = wish.act === 'complete' ? await this.gates.gate(read, pairing.pairingId, today) : [];
    const lastDay = pairing.toDay === null ? null : Temporal.PlainDate.from(pairing.toDay);
    const continuations = await this.chains.continuations(read, pairing.pairingId);
    return orRefuse(decidePairingEnd({ ...pairing, today, lastDay, gate, continuations }, wish), refusedGrowth);
  }

  /** Writes the end, what carries it on with its agreement, and leaves no pause and no petition open. */
  async write(tx: Tx, { pairing, end, newPairingId }: DecidedEnd, by: By): Promise<void> {
    const { pairingId, menteeId, studioId } = pairing;
    const { to, outcome, reason, endedOn, continuation } = end;
    if (endedOn) {
      await this.pauses.close(tx, pairingId, endedOn);
      await this.pauses.endAssessment(tx, pairingId, endedOn);
    }
    await this.pairings.step(tx, pairing, { to, outcome, reason, endedOn: endedOn?.toString() ?? null, by });
    const answer = { grants: to === 'dissolved', answer: reason ?? '' };
    await this.petitions.settle(tx, pairingId, { answer, by });
    if (!continuation || !newPairingId) return;
    const { mentorId, state, firstDay, lastDay, atDistance } = continuation;
    const days = { fromDay: firstDay.toString(), toDay: lastDay.toString() };
    const carriedOn = { continuesId: pairingId, isAtDistance: atDistance, copiesAgreement: true };
    await this.pairings.add(
      tx,
      { pairingId: newPairingId, mentorId, menteeId, studioId, state, ...days, ...carriedOn },
      by,
    );
  }
}
