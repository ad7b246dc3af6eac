import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  answerProposal,
  type InputOf,
  listProposals,
  propose,
  readProposal,
  withdrawProposal,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { AnswerProposal } from './answer-proposal';
import { Propose } from './propose';
import { ReadProposals } from './read-proposals';
import { WithdrawProposal } from './withdraw-proposal';

/** Asking and answering. */
@Controller()
export class ProposalsController {
  constructor(
    private readonly proposals: ReadProposals,
    private readonly proposing: Propose,
    private readonly answering: AnswerProposal,
    private readonly withdrawing: WithdrawProposal,
  ) {}

  @Door(listProposals)
  list(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listProposals>) {
    return this.proposals.page(actor, query);
  }

  @Door(readProposal)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readProposal>) {
    return this.proposals.one(actor, params.proposalId);
  }

  @Door(propose)
  propose(@Acting() actor: Actor, @Input() input: InputOf<typeof propose>) {
    return this.proposing.execute(actor, input);
  }

  @Door(answerProposal)
  answer(@Acting() actor: Actor, @Input() input: InputOf<typeof answerProposal>) {
    return this.answering.execute(actor, input);
  }

  @Door(withdrawProposal)
  withdraw(@Acting() actor: Actor, @Input() input: InputOf<typeof withdrawProposal>) {
    return this.withdrawing.execute(actor, input);
  }
}
