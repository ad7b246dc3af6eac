import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Transactions } from '@qinglan/api-platform';
import type {
  InputOf,
  listMatchingCandidates,
  listMatchingGaps,
  listMatchingPeople,
  listMatchingPlanPairs,
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
import { type PeopleSeen, RoundListQueries } from './round-list.queries';
import { RoundViewer } from './round.viewer';

/** Mentees look at mentors, mentors at mentees; both sides are seen by those who see the plan. */
function maySeePeople(actor: Actor, round: RoundFacts, part: 'mentor' | 'mentee') {
  const may = planRowsFor(actor, round) !== 'none' || round.part !== part;
  return allOf(maySeeMatching(actor, round), may ? allowed : forbidden('is on the same side'));
}

type PeopleQuery = InputOf<typeof listMatchingPeople>['query'];

/**
 * Whoever is in the round looks at the other side whole. A coordinator sees the mentees of the own school, and every
 * mentor, as each mentee does: one of them may be pinned.
 */
function peopleSeenBy(actor: Actor, round: RoundFacts, { part, menteeId }: PeopleQuery): Omit<PeopleSeen, 'roundId'> {
  const rows = planRowsFor(actor, round);
  const isOtherSide = round.part !== null && round.part !== part;
  const own = rows === 'own-school' ? actor.schoolId : null;
  const asked = rows !== 'none' && part === 'mentor' ? menteeId : undefined;
  return {
    seesWords: isAllowed(mayKeepMatching(actor, round)),
    otherId: asked ?? (isOtherSide ? actor.personId : null),
    apartOf: asked === undefined ? null : own,
    schoolId: part === 'mentee' && !isOtherSide ? own : null,
  };
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
      const seen = peopleSeenBy(actor, round, query);
      return this.lists.people(read, query, { roundId: params.roundId, ...seen });
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
      return this.plans.view(read, { actor, round });
    });
  }

  planPairs(actor: Actor, { params, query }: InputOf<typeof listMatchingPlanPairs>): Promise<string> {
    return this.transactions.read(async (read) => {
      const round = await this.rounds.facts(read, actor, params.roundId);
      allowOrHide(maySeeMatchingPlan(actor, round));
      return this.plans.pairs(read, { actor, round }, query);
    });
  }

  unplaced(actor: Actor, { params, query }: InputOf<typeof listMatchingGaps>): Promise<string> {
    return this.transactions.read(async (read) => {
      const round = await this.rounds.facts(read, actor, params.roundId);
      allowOrHide(maySeeMatchingPlan(actor, round));
      return this.plans.unplaced(read, { actor, round }, query);
    });
  }
}
