import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, withdrawProposal } from '@qinglan/contracts';
import { type Actor, decideWithdrawal, mayWithdrawProposal, type Temporal } from '@qinglan/domain';
import { ProposalQueries } from './proposal.queries';
import { ProposalStepper } from './proposal.stepper';
import { isOpen, ProposalViewer } from './proposal.viewer';

type Given = InputOf<typeof withdrawProposal>;

/** Takes back what is not answered yet and frees its slots; what was accepted stays agreed. */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly proposals: ProposalQueries,
    private readonly stepper: ProposalStepper,
    private readonly viewer: ProposalViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      await this.withdraw(tx, actor, { given, now });
      return this.viewer.view(tx, actor, { proposalId: given.params.proposalId, now });
    });
  }

  private async withdraw(tx: Tx, actor: Actor, asked: { readonly given: Given; readonly now: Temporal.Instant }) {
    const { given, now } = asked;
    const proposal = orNotFound(await this.proposals.lock(tx, given.params.proposalId));
    allowOrHide(mayWithdrawProposal(actor, proposal));
    if (proposal.version !== given.version) throw new Refused('stale');
    if (!isOpen(proposal, now)) throw new Refused('proposal-closed');
    const lessons = await this.proposals.lessons(tx, proposal.proposalId);
    const steps = orRefuse(
      decideWithdrawal({ lessons, expiresAt: proposal.expiresAt }),
      () => new Refused('proposal-closed'),
    );
    const by = { at: now, actorId: actor.personId };
    await this.stepper.step(tx, [{ proposal, lessons, steps }], { by, act: 'withdrawn' });
  }
}
