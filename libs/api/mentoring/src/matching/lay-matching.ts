import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { orRefuse, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { InputOf, layMatching } from '@qinglan/contracts';
import { type Actor, asId, decideMatchingStep, type MatchedPair, type PairingId } from '@qinglan/domain';
import { PairingStore } from '../pairings/pairing.store';
import { PeopleStore } from './people.store';
import { refusedMatching } from './refused-matching';
import { type Keeping, RoundKeeper } from './round.keeper';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

const planned = statement(
  'matching-plan-pairs',
  `SELECT e ->> 'menteeId' AS "menteeId", e ->> 'mentorId' AS "mentorId", a.name || ' – ' || b.name AS names
   FROM matching_round r, jsonb_array_elements(r.plans -> $2::text -> 'pairs') e
   JOIN person a ON a.id = (e ->> 'mentorId')::uuid JOIN person b ON b.id = (e ->> 'menteeId')::uuid WHERE r.id = $1`,
);

/** A pair of the plan, and what its two are called. */
interface PlannedPair extends MatchedPair {
  readonly names: string;
}

/** Who was paired by other means since the plan was made is named: the plan is asked for again. */
const naming =
  (names: string) =>
  (error: unknown): never => {
    throw error instanceof Refused ? new Refused(error.kind, { detail: names, cause: error }) : error;
  };

const keyOf = ({ menteeId, mentorId }: MatchedPair): string => `${menteeId} ${mentorId}`;

/** Lays every pair of a plan that was not laid yet before the two: a pairing that waits for both words. */
@Injectable()
export class LayMatching {
  constructor(
    private readonly keeper: RoundKeeper,
    private readonly people: PeopleStore,
    private readonly pairings: PairingStore,
    private readonly store: RoundStore,
    private readonly viewer: RoundViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof layMatching>): Promise<string> {
    const { roundId } = params;
    return this.keeper.keep({ actor, roundId, version }, async (keeping) => {
      const { tx, round, by, now } = keeping;
      const to = orRefuse(decideMatchingStep(round.state, 'consenting'), refusedMatching);
      const pairs = await this.newPairs(tx, keeping, body.plan);
      if (pairs.length === 0) throw new Refused('matching-nothing');
      for (const pair of pairs) await this.lay(keeping, pair);
      await this.store.step(tx, round, { to, by });
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }

  private async newPairs(tx: Tx, { round }: Keeping, plan: string): Promise<readonly PlannedPair[]> {
    const laid = new Set((await this.people.laid(tx, round.roundId)).map(keyOf));
    const pairs = await tx.rows<PlannedPair>(planned, [round.roundId, plan]);
    return pairs.filter((pair) => !laid.has(keyOf(pair)));
  }

  private async lay({ tx, round, by }: Keeping, { names, ...pair }: PlannedPair): Promise<void> {
    const { roundId, studioId, fromDay, toDay } = round;
    const pairingId = asId<PairingId>(randomUUID());
    const wanted = { pairingId, ...pair, studioId, fromDay, toDay, state: 'consenting' } as const;
    await this.pairings.add(tx, wanted, by).catch(naming(names));
    await this.people.lay(tx, roundId, { ...pair, pairingId });
  }
}
