import { Module } from '@nestjs/common';
import { PairingsModule } from '../pairings/pairings.module';
import { AskProposal } from './ask-proposal';
import { LayMatching } from './lay-matching';
import { MatchingController } from './matching.controller';
import { MatchingProposalsController } from './matching-proposals.controller';
import { PeopleStore } from './people.store';
import { PlanQueries } from './plan.queries';
import { PlanStore } from './plan.store';
import { Planner } from './planner';
import { ProblemQueries } from './problem.queries';
import { ReadRounds } from './read-rounds';
import { RoundQueries } from './round.facts';
import { RoundKeeper } from './round.keeper';
import { RoundListQueries } from './round-list.queries';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';
import { RulePair } from './rule-pair';
import { SavePeople } from './save-people';
import { SaveRound } from './save-round';
import { StepRound } from './step-round';
import { TellInRound } from './tell-in-round';

const queries = [RoundQueries, RoundListQueries, ProblemQueries, PlanQueries, RoundViewer, RoundKeeper];
const useCases = [ReadRounds, SaveRound, StepRound, SavePeople, TellInRound, AskProposal, RulePair, LayMatching];

/** Who would like whom, the plan that is best, and the word of the two on it. */
@Module({
  imports: [PairingsModule],
  controllers: [MatchingController, MatchingProposalsController],
  providers: [...queries, Planner, PeopleStore, PlanStore, RoundStore, ...useCases],
})
export class MatchingModule {}
