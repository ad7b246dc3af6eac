import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { By } from '@qinglan/api-directory';
import { type Actor, type MatchingRoundId, mayKeepMatching, type Temporal } from '@qinglan/domain';
import { type RoundFacts, RoundQueries } from './round.facts';

/** What a keeper's change is made with. */
export interface Keeping {
  readonly tx: Tx;
  readonly round: RoundFacts;
  readonly by: By;
  readonly now: Temporal.Instant;
}

/** Whose change it is, of what, as it was read. */
export interface Wanted {
  readonly actor: Actor;
  readonly roundId: MatchingRoundId;
  readonly version: number;
}

/** Changes of a keeper come one after the other: locks the round, asks who it is and what was read, and lets change. */
@Injectable()
export class RoundKeeper {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rounds: RoundQueries,
  ) {}

  keep(wanted: Wanted, change: (keeping: Keeping) => Promise<string>): Promise<string> {
    const { actor, roundId, version } = wanted;
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const round = await this.rounds.lock(tx, actor, roundId);
      allowOrHide(mayKeepMatching(actor, round));
      if (round.version !== version) throw new Refused('stale');
      return change({ tx, round, now, by: { at: now, actorId: actor.personId } });
    });
  }
}
