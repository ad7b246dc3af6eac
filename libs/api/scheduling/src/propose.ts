import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, propose } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ProposalViewer } from './proposal.viewer';
import { ProposeLesson } from './propose-lesson';
import { ProposeSeries } from './propose-series';
import { settled } from './refusals';

type Given = InputOf<typeof propose>;

/** Proposes a drafted series or a single lesson; sent twice it happens once. */
@Injectable()
export class Propose {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ofSeries: ProposeSeries,
    private readonly ofLesson: ProposeLesson,
    private readonly viewer: ProposalViewer,
  ) {}

  execute(actor: Actor, { params, body }: Given): Promise<string> {
    const { proposalId } = params;
    const sent = { proposalId, asked: JSON.stringify(body), now: this.clock.now() };
    return settled(() =>
      this.transactions.write(async (tx) => {
        if (body.of === 'series') await this.ofSeries.execute(tx, actor, { ...sent, ...body });
        else await this.ofLesson.execute(tx, actor, { ...sent, ...body });
        return this.viewer.view(tx, actor, sent);
      }),
    );
  }
}
