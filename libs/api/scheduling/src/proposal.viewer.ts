import { Injectable } from '@nestjs/common';
import { extendJson, allowOrHide, orNotFound, type Read } from '@qinglan/api-platform';
import {
  type Actor,
  isAllowed,
  mayAnswerProposal,
  maySeeProposal,
  mayWithdrawProposal,
  type ProposalId,
  type Temporal,
} from '@qinglan/domain';
import { type ProposalFacts, ProposalQueries } from './proposal.queries';

/** Can it still be answered or taken back? */
export const isOpen = ({ closedAt, expiresAt }: ProposalFacts, now: Temporal.Instant): boolean =>
  closedAt === null && now.epochMilliseconds < expiresAt.epochMilliseconds;

/** A proposal in whose eyes, and when. */
export interface AskedProposal {
  readonly proposalId: ProposalId;
  readonly now: Temporal.Instant;
}

/** Shows a proposal with what its reader may do; asks whether the reader may see it. */
@Injectable()
export class ProposalViewer {
  constructor(private readonly proposals: ProposalQueries) {}

  async view(read: Read, actor: Actor, { proposalId, now }: AskedProposal): Promise<string> {
    const shown = orNotFound(await this.proposals.shown(read, proposalId, now));
    allowOrHide(maySeeProposal(actor, shown));
    const isWaiting = isOpen(shown, now);
    return extendJson(`${shown.row.slice(0, -1)},"items":${shown.items}}`, {
      makesUp: shown.makesUp,
      mayAnswer: isWaiting && isAllowed(mayAnswerProposal(actor, shown)),
      mayWithdraw: isWaiting && isAllowed(mayWithdrawProposal(actor, shown)),
    });
  }
}
