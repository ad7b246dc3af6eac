import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, type Read, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { By } from '@qinglan/api-directory';
import { type Actor, type Decision, type MatchingRoundId, mayKeepMatching, type Temporal } from '@qinglan/domain';
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
  /** Who may, where it is not the keepers alone. */
  readonly may?: (seen: Seen) => Decision | Promise<Decision>;
}

/** What it is asked of, and the means to learn more. */
export interface Seen {
  readonly read: Read;
  readonly round: RoundFacts;
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
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const round = await this.rounds.lock(tx, wanted.actor, wanted.roundId);
      await refuseOthers(wanted, { read: tx, round });
      return change({ tx, round, now, by: { at: now, actorId: wanted.actor.personId } });
    });
  }

  /** Asks the same and locks nothing, for what takes its time before the change. */
  look<T>(wanted: Wanted, use: (seen: Seen) => Promise<T>): Promise<T> {
    return this.transactions.read(async (read) => {
      const round = await this.rounds.facts(read, wanted.actor, wanted.roundId);
      await refuseOthers(wanted, { read, round });
      return use({ read, round });
    });
  }
}

async function refuseOthers({ actor, version, may }: Wanted, seen: Seen): Promise<void> {
  allowOrHide(may ? await may(seen) : mayKeepMatching(actor, seen.round));
  if (seen.round.version !== version) throw new Refused('stale');
}
