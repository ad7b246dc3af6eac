import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { answerProposal, InputOf } from '@qinglan/contracts';
import { type Actor, type AnswerRefusal, decideAnswer, mayAnswerProposal, type Temporal } from '@qinglan/domain';
import { ProposalQueries } from './proposal.queries';
import { ProposalStepper } from './proposal.stepper';
import { ProposalViewer } from './proposal.viewer';
import { refusedBy } from './refusals';

type Given = InputOf<typeof answerProposal>;

/** What was withdrawn or ran out was not answered: it is closed. */
function refusedAnswer(refusal: AnswerRefusal): Refused {
  const isClosed =
    refusal.kind === 'lesson-already-answered' && (refusal.state === 'withdrawn' || refusal.state === 'expired');
  return isClosed ? new Refused('proposal-closed') : refusedBy(refusal);
}

/** The asked school says yes, no with a reason, or both; what it does not name waits on. */
@Injectable()
export class AnswerProposal {
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
      await this.answer(tx, actor, { given, now });
      return this.viewer.view(tx, actor, { proposalId: given.params.proposalId, now });
    });
  }

  private async answer(tx: Tx, actor: Actor, asked: { readonly given: Given; readonly now: Temporal.Instant }) {
    const { given, now } = asked;
    const proposal = orNotFound(await this.proposals.lock(tx, given.params.proposalId));
    allowOrHide(mayAnswerProposal(actor, proposal));
    if (proposal.version !== given.version) throw new Refused('stale');
    const lessons = await this.proposals.lessons(tx, proposal.proposalId);
    const answer = { accepted: given.body.accept, declined: given.body.decline };
    const decided = decideAnswer({ lessons, expiresAt: proposal.expiresAt }, answer, now);
    if (!decided.ok) throw refusedAnswer(decided.refusal);
    const by = { at: now, actorId: actor.personId };
    await this.stepper.step(tx, [{ proposal, lessons, steps: decided.value }], { by, act: 'answered' });
  }
}
