import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Tx } from '@qinglan/api-platform';
import { decideExpiry, type Temporal } from '@qinglan/domain';
import { ProposalQueries } from './proposal.queries';
import { ProposalStepper, type Stepping } from './proposal.stepper';

/** How many proposals run out in one transaction. */
const batch = 100;

/** Lets proposals run out that nobody answered in time; may be run by several nodes at once, and again and again. */
@Injectable()
export class ExpireProposals {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly proposals: ProposalQueries,
    private readonly stepper: ProposalStepper,
  ) {}

  /** How many proposals ran out. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    let expired = 0;
    for (let found = batch; found === batch;) {
      found = await this.transactions.write((tx) => this.expireSome(tx, now));
      expired += found;
    }
    return expired;
  }

  private async expireSome(tx: Tx, now: Temporal.Instant): Promise<number> {
    const due = await this.proposals.lockDue(tx, { now, most: batch });
    if (due.length === 0) return 0;
    const lessons = await this.proposals.lessonsOf(tx, due);
    const all = due.map((proposal): Stepping => {
      const own = lessons.get(proposal.proposalId) ?? [];
      const decided = decideExpiry({ lessons: own, expiresAt: proposal.expiresAt }, now);
      return { proposal, lessons: own, steps: decided.ok ? decided.value : [] };
    });
    await this.stepper.step(tx, all, { by: { at: now, actorId: null }, act: 'expired' });
    return due.length;
  }
}
