import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { allowOrHide, Clock, type Read, Refused, statement, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, saveMatchingRound } from '@qinglan/contracts';
import {
  type Actor,
  allOf,
  type MatchingRoundId,
  matchingWeightNames,
  mayKeepMatching,
  mayOpenMatching,
  type PersonId,
} from '@qinglan/domain';
import { PeopleStore } from './people.store';
import { type RoundFacts, RoundQueries } from './round.facts';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

type Given = InputOf<typeof saveMatchingRound>;
const aboutFields = [
  ...(['title', 'studioId', 'cohort', 'opensOn', 'closesOn', 'fromDay', 'toDay', 'hoursPerMentee'] as const),
] satisfies readonly (keyof Given['body'])[];
// Is there a mentor of the cohort, and has it not been closed?
const cohort = statement(
  'matching-cohort',
  `SELECT EXISTS (SELECT FROM person o WHERE o.cohort = $1 AND o.roles @> ARRAY['mentor']) AS "isKnown",
     EXISTS (SELECT FROM cohort_closure c WHERE c.cohort = $1) AS "isClosed"`,
);
const lead = statement('matching-studio-lead', 'SELECT lead_id AS "leadId" FROM studio WHERE id = $1');
const lockId = statement('matching-round-id-lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1::text, 7312))');

/** Is this the first writing of the round, sent again word for word? Anything else under its id is stale. */
const isSentTwice = (round: RoundFacts, { body, version }: Given): boolean =>
  version === 0 &&
  round.version === 1 &&
  matchingWeightNames.every((name) => round.weights[name] === body.weights[name]) &&
  aboutFields.every((field) => round[field] === body[field]);

/** Opens a round for a studio or a cohort, or changes what it is about. */
@Injectable()
export class SaveRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rounds: RoundQueries,
    private readonly people: PeopleStore,
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
        await this.write(tx, given, { before: round, by: { at: now, actorId: actor.personId } });
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

  /** Whom a round is for is in it: a cohort's people come in with it, and nobody of another stays. */
  private async write(tx: Tx, { params, body }: Given, { before, by }: { before: RoundFacts | null; by: By }) {
    const { roundId } = params;
    const another = body.cohort === before?.cohort ? null : body.cohort;
    if (another !== null) await refuseCohort(tx, another);
    await this.store.save(tx, roundId, { body, isNew: before === null, by });
    if (another === null) return;
    await this.people.refuseStrangers(tx, { roundId, cohort: another }, null);
    await this.people.addCohort(tx, roundId);
    await this.people.refuseCrowd(tx, roundId);
  }

  private async leadOf(tx: Tx, { body }: Given): Promise<PersonId | null> {
    if (!body.studioId) return null;
    return (await tx.row<{ readonly leadId: PersonId | null }>(lead, [body.studioId]))?.leadId ?? null;
  }
}

async function refuseCohort(read: Read, name: string): Promise<void> {
  const found = await read.row<{ readonly isKnown: boolean; readonly isClosed: boolean }>(cohort, [name]);
  if (found?.isClosed) throw new Refused('cohort-closed', { detail: name });
  if (found?.isKnown) return;
  throw new Refused('invalid-input', { errors: [{ pointer: '#/cohort', detail: 'no mentor is of this cohort' }] });
}

function refuseStale(round: RoundFacts | null, version: number): void {
  if (!round && version > 0) throw new Refused('not-found');
  if (round && round.version !== version) throw new Refused('stale');
  if (round?.state === 'closed') throw new Refused('matching-state', { detail: round.state });
}
