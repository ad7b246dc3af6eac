import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { orRefuse, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { InputOf, layMatching } from '@qinglan/contracts';
import { type Actor, asId, decideMatchingStep, type PairingId } from '@qinglan/domain';
import { PairingStore } from '../pairings/pairing.store';
import { type LaidPair, PeopleStore } from './people.store';
import { PlanStore } from './plan.store';
import { refusedMatching } from './refused-matching';
import { type Keeping, RoundKeeper } from './round.keeper';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

/** Who stands in the way is named, three at most. */
const named = 3;

// Pairs that were paired by other means since the plan was made, or whose mentor's cohort has closed.
const obstacles = statement(
  'matching-lay-obstacles',
  `SELECT a.name || ' – ' || b.name AS names,
     CASE WHEN p.id IS NOT NULL THEN 'pairing-exists' ELSE 'cohort-closed' END AS kind
   FROM jsonb_to_recordset($1::jsonb) AS e ("mentorId" uuid, "menteeId" uuid)
   JOIN person a ON a.id = e."mentorId" JOIN person b ON b.id = e."menteeId"
   LEFT JOIN pairing p ON p.mentor_id = a.id AND p.mentee_id = b.id AND p.state <> 'lapsed'
     AND (p.from_day = $2 OR (p.state NOT IN ('completed', 'extended', 'handed-over', 'dissolved')
       AND (p.to_day IS NULL OR p.to_day >= $2)))
   LEFT JOIN cohort_closure c ON c.cohort = a.cohort
   WHERE p.id IS NOT NULL OR c.cohort IS NOT NULL ORDER BY kind DESC, a.code, b.code LIMIT ${String(named + 1)}`,
);

interface Obstacle {
  readonly names: string;
  readonly kind: 'pairing-exists' | 'cohort-closed';
}

/** Lays every pair of a plan that was not laid yet before the two: a pairing that waits for both words. */
@Injectable()
export class LayMatching {
  constructor(
    private readonly keeper: RoundKeeper,
    private readonly planning: PlanStore,
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
      const found = await this.planning.newPairs(tx, roundId, body.plan);
      if (found.length === 0) throw new Refused('matching-nothing');
      await this.lay(
        keeping,
        found.map((pair) => ({ ...pair, pairingId: asId<PairingId>(randomUUID()) })),
      );
      await this.store.step(tx, round, { to, by });
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }

  /** As many statements however many pairs. */
  private async lay({ tx, round, by }: Keeping, pairs: readonly LaidPair[]): Promise<void> {
    const { roundId, studioId, fromDay, toDay } = round;
    await refuseObstacles(tx, pairs, fromDay);
    const wanted = pairs.map((pair) => ({ ...pair, studioId, fromDay, toDay, state: 'consenting' as const }));
    await this.pairings.addAll(tx, wanted, by);
    await this.people.lay(tx, roundId, pairs);
  }
}

/** Who was paired by other means since the plan was made is named: the plan is asked for again. */
async function refuseObstacles(tx: Tx, pairs: readonly LaidPair[], fromDay: string): Promise<void> {
  const found = await tx.rows<Obstacle>(obstacles, [JSON.stringify(pairs), fromDay]);
  const first = found[0];
  if (!first) return;
  const names = found.filter(({ kind }) => kind === first.kind).map((one) => one.names);
  const detail = [...names.slice(0, named), ...(names.length > named ? ['…'] : [])].join('、');
  throw new Refused(first.kind, { detail });
}
