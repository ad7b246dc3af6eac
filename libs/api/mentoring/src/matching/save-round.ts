import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Refused, statement, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, saveMatchingRound } from '@qinglan/contracts';
import {
  type Actor,
  allOf,
  type MatchingRoundId,
  mayKeepMatching,
  mayOpenMatching,
  type PersonId,
} from '@qinglan/domain';
import { type RoundFacts, RoundQueries } from './round.facts';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

type Given = InputOf<typeof saveMatchingRound>;
const lead = statement('matching-studio-lead', 'SELECT lead_id AS "leadId" FROM studio WHERE id = $1');
const lockId = statement('matching-round-id-lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1::text, 7312))');

/** Is this the first writing of the round, sent again? */
const isSentTwice = (round: RoundFacts, { body, version }: Given): boolean =>
  version === 0 && round.version === 1 && round.title === body.title && round.studioId === body.studioId;

/** Opens a round for a studio or a cohort, or changes what it is about. */
@Injectable()
export class SaveRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rounds: RoundQueries,
    private readonly store: RoundStore,
    private readonly viewer: RoundViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    const { roundId } = given.params;
    return this.transactions.write(async (tx) => {
      const round = await this.lock(tx, actor, roundId);
      const leadId = await this.leadOf(tx, given);
      const mayTake = mayOpenMatching(actor, leadId);
      allowOrHide(round ? allOf(mayKeepMatching(actor, round), mayTake) : mayTake);
      if (!round || !isSentTwice(round, given)) {
        refuseStale(round, given.version);
        await this.store.save(tx, roundId, {
          body: given.body,
          isNew: round === null,
          by: { at: now, actorId: actor.personId },
        });
      }
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }

  /** A round that is not there yet cannot be locked: its id is. */
  private async lock(tx: Tx, actor: Actor, roundId: MatchingRoundId): Promise<RoundFacts | null> {
    await tx.run(lockId, [roundId]);
    const known = await this.rounds.find(tx, actor, roundId);
    return known && this.rounds.lock(tx, actor, roundId);
  }

  private async leadOf(tx: Tx, { body }: Given): Promise<PersonId | null> {
    if (!body.studioId) return null;
    return (await tx.row<{ readonly leadId: PersonId | null }>(lead, [body.studioId]))?.leadId ?? null;
  }
}

function refuseStale(round: RoundFacts | null, version: number): void {
  if (!round && version > 0) throw new Refused('not-found');
  if (round && round.version !== version) throw new Refused('stale');
  if (round?.state === 'closed') throw new Refused('matching-state', { detail: round.state });
}
