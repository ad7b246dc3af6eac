import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, type Read } from '@qinglan/api-platform';
import type { GrowthView } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  type EndAct,
  endActsFrom,
  isAllowed,
  isResult,
  mayJudgePairing,
  mayKeepPairing,
  mayRecordInPairing,
  maySeeGrowth,
  maySeePetition,
  mayWithdrawItem,
  mayWriteGrowth,
  nextStepOf,
  type PairingId,
  type PairingState,
  partIn,
  runningPairingStates,
  type Temporal,
} from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { ChainQueries } from './chain.queries';
import { GateQueries } from './gate.queries';
import { GrowthQueries, type GrowthRow } from './growth.queries';
import { shownOpenLesson } from './shown-open-lesson';

/** Who reads, and when. */
export interface Reader {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

type Standing = PairingFacts & { readonly continuations: readonly PairingState[] };

function endsFor(actor: Actor, pairing: Standing): EndAct[] {
  const keeps = isAllowed(mayKeepPairing(actor, pairing));
  const judges = isAllowed(mayJudgePairing(actor, pairing));
  return endActsFrom(pairing.state, pairing.continuations).filter((act) =>
    isResult(act, pairing.state) ? judges : keeps,
  );
}

function rightsOf(actor: Actor, pairing: Standing) {
  const runs = runningPairingStates.has(pairing.state);
  const ends = endsFor(actor, pairing);
  return {
    part: partIn(actor, pairing),
    mayPlan: runs && isAllowed(mayWriteGrowth(actor, pairing)),
    mayRecord: runs && isAllowed(mayRecordInPairing(actor, pairing)),
    mayKeep: isAllowed(mayKeepPairing(actor, pairing)),
    mayJudge: isAllowed(mayJudgePairing(actor, pairing)),
    mayPetition: partIn(actor, pairing) !== null && (runs || pairing.state === 'agreed'),
    ends,
  };
}

function coveredFor(actor: Actor, pairing: PairingFacts, row: GrowthRow) {
  const runs = runningPairingStates.has(pairing.state);
  const seen = row.petitions.filter(({ byId }) => maySeePetition(actor, pairing, byId));
  return {
    items: row.items.map(({ byId, ...item }) => ({
      ...item,
      mayWithdraw: runs && item.withdrawn === null && isAllowed(mayWithdrawItem(actor, pairing, byId)),
    })),
    petitions: seen.map(({ byId: _byId, ...petition }) => petition),
  };
}

/** Shows the file of a pairing to one reader. */
@Injectable()
export class GrowthViewer {
  constructor(
    private readonly pairings: PairingQueries,
    private readonly chains: ChainQueries,
    private readonly gates: GateQueries,
    private readonly growth: GrowthQueries,
  ) {}

  async view(read: Read, pairingId: PairingId, { actor, now }: Reader): Promise<GrowthView> {
    const pairing = orNotFound(await this.pairings.facts(read, pairingId));
    allowOrHide(maySeeGrowth(actor, pairing, await this.chains.heirs(read, pairingId)));
    const today = beijingDayOf(now);
    const gate = await this.gates.gate(read, pairingId, today);
    const row = await this.growth.growth(read, pairingId);
    const onlooker = { actor, today, pairing };
    return {
      ...row,
      ...coveredFor(actor, pairing, row),
      ...rightsOf(actor, { ...pairing, continuations: await this.chains.continuations(read, pairingId) }),
      today: today.toString(),
      openLessons: row.openLessons.map((one) => shownOpenLesson(one, onlooker)),
      gate: gate.map((line) => ({ ...line, evidence: [...line.evidence] })),
      next: mutable(nextStepOf(gate)),
    };
  }
}

const mutable = <Line extends { readonly evidence: readonly unknown[] }>(line: Line | null) =>
  line ? { ...line, evidence: [...line.evidence] as Line['evidence'][number][] } : null;
