import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, listProposals } from '@qinglan/contracts';
import type { Actor, ProposalId } from '@qinglan/domain';
import { ProposalListQueries } from './proposal-list.queries';
import { ProposalViewer } from './proposal.viewer';

/** Shows proposals to those who may see them. */
@Injectable()
export class ReadProposals {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly list: ProposalListQueries,
    private readonly viewer: ProposalViewer,
  ) {}

  page(actor: Actor, asked: InputOf<typeof listProposals>['query']): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.list.page(read, actor, { asked, now }));
  }

  one(actor: Actor, proposalId: ProposalId): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.viewer.view(read, actor, { proposalId, now }));
  }
}
