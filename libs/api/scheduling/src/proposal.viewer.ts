import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import {
  type Actor,
  isAllowed,
  mayAnswerProposal,
  mayWithdrawProposal,
  type ProposalId,
  type Temporal,
} from '@qinglan/domain';
import { extendJson } from './json-text';
import { type ProposalFacts, ProposalQueries } from './proposal.queries';

/** Can it still be answered or taken back? */
export const isOpen = ({ closedAt, expiresAt }: ProposalFacts, now: Temporal.Instant): boolean =>
  closedAt === null && now.epochMilliseconds < expiresAt.epochMilliseconds;

/** Shows a proposal with what its reader may do; asks no policy. */
@Injectable()
export class ProposalViewer {
  constructor(private readonly proposals: ProposalQueries) {}

  async view(read: Read, actor: Actor, asked: { readonly proposalId: ProposalId; readonly now: Temporal.Instant }) {
    const facts = orNotFound(await this.proposals.find(read, asked.proposalId));
    const view = orNotFound(await this.proposals.view(read, asked.proposalId, asked.now));
    const isWaiting = isOpen(facts, asked.now);
    return extendJson(`${view.row.slice(0, -1)},"items":${view.items}}`, {
      mayAnswer: isWaiting && isAllowed(mayAnswerProposal(actor, facts)),
      mayWithdraw: isWaiting && isAllowed(mayWithdrawProposal(actor, facts)),
    });
  }
}
