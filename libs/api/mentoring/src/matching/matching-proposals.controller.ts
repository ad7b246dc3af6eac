import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { AskProposal } from './ask-proposal';
import { LayMatching } from './lay-matching';
import { ReadRounds } from './read-rounds';
import { RulePair } from './rule-pair';

/** Plans of a round: asked for, ruled on, and laid before people. */
@Controller()
export class MatchingProposalsController {
  constructor(
    private readonly reading: ReadRounds,
    private readonly asking: AskProposal,
    private readonly ruling: RulePair,
    private readonly laying: LayMatching,
  ) {}

  @Door(contracts.askMatchingProposal)
  ask(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.askMatchingProposal>) {
    return this.asking.execute(actor, input);
  }

  @Door(contracts.readMatchingProposal)
  read(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.readMatchingProposal>) {
    return this.reading.plan(actor, input);
  }

  @Door(contracts.listMatchingPlanPairs)
  pairs(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listMatchingPlanPairs>) {
    return this.reading.planPairs(actor, input);
  }

  @Door(contracts.listMatchingGaps)
  unplaced(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listMatchingGaps>) {
    return this.reading.unplaced(actor, input);
  }

  @Door(contracts.ruleMatchingPair)
  rule(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.ruleMatchingPair>) {
    return this.ruling.execute(actor, input);
  }

  @Door(contracts.layMatching)
  lay(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.layMatching>) {
    return this.laying.execute(actor, input);
  }
}
