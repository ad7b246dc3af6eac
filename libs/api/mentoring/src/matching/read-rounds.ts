import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Transactions } from '@qinglan/api-platform';
import type {
  InputOf,
  listMatchingCandidates,
  listMatchingPeople,
  listMatchingRounds,
  readMatchingProposal,
} from '@qinglan/contracts';
import {
  type Actor,
  allOf,
  allowed,
  forbidden,
  isAllowed,
  type MatchingRoundId,
  mayKeepMatching,
  maySeeMatching,
  maySeeMatchingPlan,
  planRowsFor,
} from '@qinglan/domain';
import { PlanQueries } from './plan.queries';
import { type RoundFacts, RoundQueries } from './round.facts';
import { RoundListQueries } from './round-list.queries';
import { RoundViewer } from './round.viewer';

/** Mentees look at mentors, mentors at mentees; both sides are seen by those who see the plan. */
function maySeePeople(actor: Actor, round: RoundFacts, part: 'mentor' | 'mentee') {
  const may = planRowsFor(actor, round) !== 'none' || round.part !== part;
  return allOf(maySeeMatching(actor, round), may ? allowed : forbidden('is on the same side'));
}

/** Rounds, their people and their plans, as far as the reader may see them. */
@Injectable()
export class ReadRounds {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rounds: RoundQueries,
    private readonly lists: RoundListQueries,
    private readonly viewer: RoundViewer,
    private readonly plans: PlanQueries,
  ) {}

  list(actor: Actor, { query }: InputOf<typeof listMatchingRounds>): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.lists.rounds(read, actor, { query, now }));
  }

  one(actor: Actor, roundId: MatchingRoundId): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.viewer.view(read, actor, { roundId, now }));
  }

  people(actor: Actor, { params, query }: InputOf<typeof listMatchingPeople>): Promise<string> {
    return this.transactions.read(async (read) => {
      const round = await this.rounds.facts(read, actor, params.roundId);
      allowOrHide(maySeePeople(actor, round, query.part));
      const rows = planRowsFor(actor, round);
      // Whoever is in the round looks at the other side whole; at the own one a coordinator sees the own school.
      const isOtherSide = round.part !== null && round.part !== query.part;
      const schoolId = rows === 'own-school' && !isOtherSide ? actor.schoolId : null;
      const seesWords = isAllowed(mayKeepMatching(actor, round));
      return this.lists.people(read, query, { roundId: params.roundId, seesWords, schoolId });
    });
  }

  candidates(actor: Actor, input: InputOf<typeof listMatchingCandidates>): Promise<string> {
    return this.transactions.read(async (read) => {
      allowOrHide(mayKeepMatching(actor, await this.rounds.facts(read, actor, input.params.roundId)));
      return this.lists.candidates(read, input);
    });
  }

  plan(actor: Actor, { params }: InputOf<typeof readMatchingProposal>): Promise<string> {
    return this.transactions.read(async (read) => {
      const round = await this.rounds.facts(read, actor, params.roundId);
      allowOrHide(maySeeMatchingPlan(actor, round));
      const schoolId = planRowsFor(actor, round) === 'all' ? null : actor.schoolId;
      return this.plans.view(read, params.roundId, { schoolId, isKeeper: isAllowed(mayKeepMatching(actor, round)) });
    });
  }
}
