import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Transactions } from '@qinglan/api-platform';
import { settled } from '@qinglan/api-scheduling';
import type { arrangeActivity, InputOf } from '@qinglan/contracts';
import { type Actor, mayArrangeActivity } from '@qinglan/domain';
import { ActivityViewer } from './activity.viewer';
import { ActivityWriter } from './activity.writer';
import { StudioQueries } from './studio.queries';

/** Arranges a meeting of a studio and holds the time of everybody in it. */
@Injectable()
export class ArrangeActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly studios: StudioQueries,
    private readonly writer: ActivityWriter,
    private readonly viewer: ActivityViewer,
  ) {}

  execute(actor: Actor, given: InputOf<typeof arrangeActivity>): Promise<string> {
    const now = this.clock.now();
    const asked = JSON.stringify(given.body);
    return settled(() =>
      this.transactions.write(async (tx) => {
        const studio = await this.studios.facts(tx, given.body.studioId);
        allowOrHide(mayArrangeActivity(actor, studio));
        await this.writer.write(tx, actor, { given, studio, asked, now });
        return this.viewer.view(tx, actor, { activityId: given.params.activityId, now });
      }),
    );
  }
}
